/** Machine: the ground under a Node. What is physically true of it, whether or not the control plane knows. */
import type { PodSpec } from '../pod.ts';
import type { KubeletSettings } from './kubelet-settings.ts';

/** What processes and files that belong to no pod take of a machine. */
export interface Stray {
  /** Bytes. */
  readonly memory: number;
  /** Bytes. */
  readonly disk: number;
  readonly processes: number;
}

export const NO_STRAY: Stray = { memory: 0, disk: 0, processes: 0 };

export interface Machine {
  readonly kind: 'Machine';
  /** Name of the Node that runs on it. */
  readonly key: string;
  /** On whose ground it stands; absent for one in a cloud, whose ground nobody here sees. */
  readonly host?: string;
  readonly power: 'on' | 'off' | 'booting';
  readonly powerSinceTick: number;
  /** When booting ends; null unless booting. */
  readonly bootDoneTick: number | null;
  /** The road between this machine and the town hall. Visitors use other roads. */
  readonly link: 'up' | 'cut';
  readonly linkSinceTick: number;
  /** One disk for images, layers and logs. */
  readonly diskBytes: number;
  readonly maxProcesses: number;
  /** Absent while nothing strays there. */
  readonly stray?: Stray;
  /** Pods that its kubelet runs from files on its own disk, whatever the API server says. */
  readonly staticPods?: readonly StaticPod[];
  /** Its container runtime does not answer since then; what runs goes on. Absent while it answers. */
  readonly runtimeDownTick?: number;
  /** When the restart of its runtime ends; absent when none is under way. */
  readonly runtimeStartTick?: number;
  /** Its kubelet has stopped since then; what runs goes on. Absent while it runs. */
  readonly kubeletDownTick?: number;
  /** Its kube-proxy has stopped since then; the rules that it wrote stay. Absent while it runs. */
  readonly proxyDownTick?: number;
  /** Its kubelet's own configuration; absent where that is the cluster's. */
  readonly kubelet?: KubeletSettings;
  /** A new machine: what its kubelet will make known once it has booted. */
  readonly joins?: {
    readonly labels: Readonly<Record<string, string>>;
    readonly cpuMilli: number;
    readonly memoryBytes: number;
    readonly reservedMemoryBytes: number;
  };
  /** When it was ordered; absent for those that were there from the start. */
  readonly addedTick?: number;
}

/** It has power, and the API server can be reached from it. */
export function isInTouch(machine: Machine | undefined): boolean {
  return machine !== undefined && machine.power === 'on' && machine.link === 'up';
}

/** Its kubelet runs. */
export function isKubeletUp(machine: Machine | undefined): boolean {
  return machine !== undefined && machine.power === 'on' && machine.kubeletDownTick === undefined;
}

/** The kubelet runs and can reach the API server. */
export function isManaged(machine: Machine | undefined): boolean {
  return isInTouch(machine) && isKubeletUp(machine);
}

/** Its kube-proxy runs. */
export function isProxyUp(machine: Machine | undefined): boolean {
  return machine !== undefined && machine.power === 'on' && machine.proxyDownTick === undefined;
}

/** Its proxy runs and hears of changes: its rules are those of all that do. */
export function followsRules(machine: Machine | undefined): boolean {
  return isInTouch(machine) && isProxyUp(machine);
}

export interface StaticPod {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
}

/** The container runtime does what it is asked. */
export function isRuntimeUp(machine: Machine | undefined): boolean {
  return machine !== undefined && machine.power === 'on' && machine.runtimeDownTick === undefined;
}
