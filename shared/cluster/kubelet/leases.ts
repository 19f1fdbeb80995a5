/** Leases: each kubelet's heartbeat. A village that is off or cut off renews nothing. */
import { hashText } from '../../base/hash.ts';
import type { Lease } from '../../api/lease.ts';
import { keyOf } from '../../api/meta.ts';
import { isManaged } from '../../api/world/machine.ts';
import { subject } from '../../store/change.ts';
import { reflex } from '../loop.ts';
import { inKubelet } from '../processes.ts';

/** Oracle: node.nodeLeaseRenewInterval. */
export const LEASE_RENEW_TICKS = 10;
const LEASE_NAMESPACE = 'kube-node-lease';

/** Kubelets start at different moments, so that they do not all knock at once. */
function dueTick({ metadata, spec }: Lease): number {
  if (spec.renewTick > 0) return spec.renewTick + LEASE_RENEW_TICKS;
  return 1 + (hashText(metadata.name) % LEASE_RENEW_TICKS);
}

/** The town hall's leaders have leases, too. */
const nodeOf = ({ metadata }: Lease): readonly string[] =>
  metadata.namespace === LEASE_NAMESPACE ? [metadata.name] : [];

const leaseKey = (nodeName: string): string => keyOf({ namespace: LEASE_NAMESPACE, name: nodeName });

export const leases = reflex({
  name: 'node-lease',
  process: inKubelet,
  asksApiServer: true,
  watches: {
    Lease: (change) => nodeOf(subject(change) as Lease),
    Machine: (change) => [change.key],
  },
  deadlines: { Lease: (lease) => nodeOf(lease).map((key) => ({ tick: dueTick(lease), key })) },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    const lease = world.live.get('Lease', leaseKey(nodeName));
    if (!lease || !isManaged(world.get('Machine', nodeName)) || world.tick < dueTick(lease)) return;
    world.put({ ...lease, spec: { ...lease.spec, renewTick: world.tick } });
  },
});
