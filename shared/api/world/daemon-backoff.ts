/** DaemonBackoff: a pod of a DaemonSet failed in a village (node), and how long the next that fails there has to lie. */
export interface DaemonBackoff {
  readonly kind: 'DaemonBackoff';
  /** `default/well/node-1` */
  readonly key: string;
  /** Key of the DaemonSet. */
  readonly ownerKey: string;
  readonly ownerUid: string;
  /** Another wish of the set begins anew. */
  readonly generation: number;
  readonly waitTicks: number;
  /** When a failed pod was last taken down there. */
  readonly sinceTick: number;
}
