/** Belongings: what visitors left with a stateful program, one piece each, and where it lies. */
export interface Belongings {
  readonly kind: 'Belongings';
  /** `pod uid/container`, or `claim:namespace/name` for what pods left behind in a claim. */
  readonly key: string;
  /** Whose container writes now; empty for what nobody writes to. */
  readonly podUid: string;
  /** In the container's own layer, in a volume of the pod, or in a claim. */
  readonly place: 'layer' | 'pod' | 'claim';
  /** The claim's key; empty in other places. */
  readonly claimKey: string;
  /** The run of the container whose layer it is: the tick of its start. */
  readonly runTick: number;
  /** Pieces by `sinceTick`; from then on `perTick` more each tick. */
  readonly stored: number;
  readonly sinceTick: number;
  readonly perTick: number;
}

/** How many pieces are gone for good. */
export interface LostBelongings {
  readonly kind: 'LostBelongings';
  readonly key: 'lost';
  readonly count: number;
}
