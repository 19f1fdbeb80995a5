/** What a kubelet watches of its node. Source: pkg/kubelet/eviction/helpers.go. */
import type { NodeConditionType } from '../../../api/node.ts';

export type StarvedResource = 'memory' | 'ephemeral-storage' | 'inodes' | 'pids';

interface SignalMeaning {
  readonly condition: Extract<NodeConditionType, 'MemoryPressure' | 'DiskPressure' | 'PIDPressure'>;
  readonly resource: StarvedResource;
}

export const SIGNALS = {
  'memory.available': { condition: 'MemoryPressure', resource: 'memory' },
  'allocatableMemory.available': { condition: 'MemoryPressure', resource: 'memory' },
  'nodefs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'nodefs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'imagefs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'imagefs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'containerfs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'containerfs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'pid.available': { condition: 'PIDPressure', resource: 'pids' },
} as const satisfies Readonly<Record<string, SignalMeaning>>;
export type Signal = keyof typeof SIGNALS;

export function isSignal(text: string): text is Signal {
  return Object.hasOwn(SIGNALS, text);
}

const isAboutMemory = (signal: string): boolean => isSignal(signal) && SIGNALS[signal].resource === 'memory';

/** What a node under that pressure has too little of, in a word. */
export function starvedBy(condition: SignalMeaning['condition']): StarvedResource {
  if (condition === 'MemoryPressure') return 'memory';
  return condition === 'PIDPressure' ? 'pids' : 'ephemeral-storage';
}

/** Memory first: it cannot wait. Then what can be won back, then the rest. */
export function byEvictionPriority(a: string, b: string): number {
  const rank = (signal: string) => (isAboutMemory(signal) ? 0 : isSignal(signal) ? 1 : 2);
  return rank(a) - rank(b);
}
