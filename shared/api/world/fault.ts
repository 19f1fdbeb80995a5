/** Fault: something broken on purpose. It heals only when its cause is gone. */
export interface Fault {
  readonly kind: 'Fault';
  readonly key: string;
  /** One of the catalogue of faults; whatever comes from outside is held against it. */
  readonly type: string;
  /** Node, deployment, service or ConfigMap name; empty for what there is only one of. */
  readonly target: string;
  readonly beganTick: number;
  readonly healedTick: number | null;
  /** What the fault must remember to know that it is healed (an image digest, a demand, ...). */
  readonly memory: Readonly<Record<string, string | number>>;
}
