/** Faults of the town hall, by what must happen besides until visitors or players feel them. */

/** A machine that fails: its houses are replaced late, or not at all. */
export const FELT_BY_A_CRASH = [
  ['watch-lag', 'controller-manager'],
  ['watch-lag', 'scheduler'],
  ['controller-manager-down', ''],
  ['scheduler-down', ''],
  ['api-server-down', ''],
  ['etcd-quorum-lost', ''],
  ['etcd-quota-full', ''],
  ['kube-proxy-stale', 'node-1'],
] as const;

/** The next etcd member that stops. */
export const FELT_BY_THE_NEXT_MEMBER = ['etcd-member-down', 'etcd-partition', 'etcd-slow-disk'] as const;
