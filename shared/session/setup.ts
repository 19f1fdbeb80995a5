/** How a cluster begins: the part of a scenario that every client may know. The script of faults is not in it. */
import { z } from 'zod';
import { dns1123Label, labels } from '../api/names.ts';
import type { KubeletSettings } from '../api/world/kubelet-settings.ts';
import { podSpec } from '../api/pod.ts';
import { clusterSettings } from '../api/world/settings.ts';
import { ADDONS } from '../cluster/addons/install.ts';
import { writtenManifest } from '../cluster/manifests/written-manifest.ts';
import { kubeletProblem } from '../cluster/kubelet/settings.ts';
import { MIB } from '../base/integers.ts';
import { hostSetup } from './setup-hosts.ts';

/** *Metaphor*: a small village's disk. */
const DISK_BYTES = 32 * 1024 * MIB;

const nodeSetup = z.strictObject({
  name: dns1123Label,
  cpuMilli: z.int().min(100).max(256_000),
  memoryBytes: z
    .int()
    .min(1)
    .max(2 ** 42),
  /** What the system keeps for itself. */
  reservedCpuMilli: z.int().min(0).default(0),
  reservedMemoryBytes: z.int().min(0).default(0),
  diskBytes: z
    .int()
    .min(1)
    .max(2 ** 45)
    .default(DISK_BYTES),
  /** The kernel's pid_max. */
  maxProcesses: z.int().min(1).max(4_194_304).default(32_768),
  labels: labels.default({}),
  /** On whose ground its machine stands; left out for one in a cloud. */
  host: dns1123Label.optional(),
  /** Run by its kubelet from files, whatever the API server says. */
  staticPods: z
    .array(z.strictObject({ name: dns1123Label, labels: labels.default({}), spec: podSpec }))
    .max(16)
    .optional(),
});
export type NodeSetup = z.infer<typeof nodeSetup>;

export const clusterSetup = z.strictObject({
  settings: clusterSettings.refine(({ kubelet }) => kubeletProblem(kubelet) === null, {
    error: ({ input }) => kubeletProblem((input as { kubelet: KubeletSettings }).kubelet) ?? '',
  }),
  hosts: z.array(hostSetup).max(16).default([]),
  nodes: z.array(nodeSetup).min(1).max(5000),
  /** What each seat's switches start as, once somebody holds it. */
  startMode: z.enum(['hand', 'auto']),
  /** What the cluster runs for itself, in kube-system. */
  addons: z.array(z.enum(ADDONS)).default([...ADDONS]),
  manifests: z.array(writtenManifest).max(64).default([]),
});
export type ClusterSetup = z.infer<typeof clusterSetup>;
