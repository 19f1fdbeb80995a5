/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const hosts: readonly Simplification[] = [
  {
    rule: 'VM-1',
    mark: 'simplified: Linux overcommits memory and kills later',
    en: 'A host promises memory only once; Linux promises more than it has, and kills later.',
    zh: '主机的内存只许出去一次；真实的 Linux 会超额许诺，事后再杀进程。',
  },
  {
    rule: 'VM-2',
    mark: 'simplified: rounded; no thin disks, no shared pages',
    en: 'What a virtual machine weighs is rounded; disks are not thin, memory pages are not shared.',
    zh: '虚拟机的重量取整；磁盘不按需增长，内存页也不共享。',
  },
  { rule: 'VM-3', mark: 'simplified: rounded', en: 'What a container weighs is rounded.', zh: '容器的重量取整。' },
  {
    rule: 'VM-5',
    mark: 'simplified: who waits for a pull of the same image waits for that one; what refuses does so at once, and an outage stops nothing that is under way',
    en: 'Containers that wait for the same image share one pull; the registry refuses at once, and what is on its way to a host comes, whatever happens.',
    zh: '等同一张镜像的容器共用一次拉取；仓库要拒绝就当场拒绝，已经在路上的一定会送到主机。',
  },
  {
    rule: 'VM-7',
    mark: "simplified: the hypervisor is a thin thing beside the host's kernel, as of type 1; on a KVM host a panic takes the machines along",
    en: 'The hypervisor lies beside the host’s kernel; on a KVM host a panic takes the machines along.',
    zh: '虚拟机管理程序与主机内核并列；真实的 KVM 主机崩溃时，虚拟机会一起倒下。',
  },
  {
    rule: 'VM-8',
    mark: 'exact with autostart and `--restart unless-stopped`; simplified: nothing of a machine’s disk that was being copied is lost, and layers that had arrived are',
    en: 'When a host goes down, nothing of a machine’s disk that was being copied is lost, but all of an image that was being pulled is.',
    zh: '主机停机时，虚拟机拷到一半的磁盘不会丢；拉到一半的镜像，已经到的层也会丢。',
  },
];
