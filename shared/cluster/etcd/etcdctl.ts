/** Why the members do not answer who asks them directly, past the API server. */
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { etcdOf, etcdTrouble } from './members.ts';

export function refuseEtcdctl(view: View): Status | null {
  if (etcdOf(view).restore !== null) {
    return failure('Conflict', 'etcdRestoring', 'etcd is being restored from a backup', {});
  }
  const trouble = etcdTrouble(view);
  if (trouble !== 'noLeader' && trouble !== 'timedOut') return null;
  return failure('ServiceUnavailable', 'etcdUnavailable', 'context deadline exceeded', {});
}
