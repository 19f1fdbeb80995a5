/** CreateBackoff: a controller was not let make a pod, and when it asks again. */
export interface CreateBackoff {
  readonly kind: 'CreateBackoff';
  /** `ReplicaSet/default/web` */
  readonly key: string;
  readonly owner: 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'Job';
  /** Key of the owner. */
  readonly ownerKey: string;
  readonly ownerUid: string;
  readonly failures: number;
  readonly refusedTick: number;
  readonly untilTick: number;
  /** What the owner was then: another wish, or another number of pods, is asked for at once. */
  readonly generation: number;
  readonly activePods: number;
}
