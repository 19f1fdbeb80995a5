/** Fault: something broken on purpose. It heals only when its cause is gone. */
export const FAULT_TYPES = [
  'node-crash',
  'node-partition',
  'bad-house',
  'leaking-house',
  'registry-outage',
  'traffic-surge',
  'lost-furniture',
  'runtime-down',
  'collector-down',
  'dns-outage',
  'corrupted-layer',
  'poisoned-push',
  'kernel-panic',
  'host-down',
  'kube-proxy-stale',
  'log-store-down',
  'log-flood',
] as const;
export type FaultType = (typeof FAULT_TYPES)[number];

export interface Fault {
  readonly kind: 'Fault';
  readonly key: string;
  readonly type: FaultType;
  /** Node, deployment, service or ConfigMap name; empty for the registry. */
  readonly target: string;
  readonly beganTick: number;
  readonly healedTick: number | null;
  /** What the fault must remember to know that it is healed (an image digest, a demand, ...). */
  readonly memory: Readonly<Record<string, string | number>>;
}
