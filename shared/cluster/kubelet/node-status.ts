/** Node status: each kubelet says that it is there, and what its image cache holds. */
import type { Condition } from '../../api/meta.ts';
import type { NodeConditionType, NodeImage, NodeStatus } from '../../api/node.ts';
import { isManaged } from '../../api/world/machine.ts';
import type { ImageCache } from '../../api/world/node-store.ts';
import { byCodeUnit, sortedKeys } from '../../base/order.ts';
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { tellOfNode } from './kubelet-events.ts';

/** One entry for each digest, with every name that it is known by. The largest first, as the real kubelet lists them. */
function imagesOf(cache: ImageCache): readonly NodeImage[] {
  const byDigest = new Map<string, { names: string[]; sizeBytes: number }>();
  for (const reference of sortedKeys(cache.images)) {
    const { digest, sizeBytes } = must(cache.images[reference], reference);
    const known = byDigest.get(digest);
    if (known) known.names.push(reference);
    else byDigest.set(digest, { names: [reference], sizeBytes });
  }
  return [...byDigest.values()].sort(
    (a, b) => b.sizeBytes - a.sizeBytes || byCodeUnit(a.names[0] ?? '', b.names[0] ?? ''),
  );
}

function readyCondition(before: NodeStatus['conditions'], tick: number): Condition<NodeConditionType> {
  const known = before.find((condition) => condition.type === 'Ready');
  const lastTransitionTick = known?.status === 'True' ? known.lastTransitionTick : tick;
  const message = 'kubelet is posting ready status';
  return { type: 'Ready', status: 'True', reason: 'KubeletReady', message, lastTransitionTick };
}

export const nodeStatus = reflex({
  name: 'node-status',
  watches: {
    ImageCache: (change) => [change.key],
    Machine: (change) => [change.key],
    Node: (change) => [change.key],
  },
  keys: (view) => view.keys('Node'),
  run: (world, key) => {
    const node = world.get('Node', key);
    if (!node || !isManaged(world.get('Machine', key))) return;
    const cache = world.get('ImageCache', key);
    const { conditions } = node.status;
    const ready = readyCondition(conditions, world.tick);
    const wasReady = conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
    const others = conditions.filter((condition) => condition.type !== 'Ready');
    const images = cache ? imagesOf(cache) : [];
    world.put({ ...node, status: { ...node.status, conditions: [ready, ...others], images } });
    if (wasReady) return;
    const message = `Node ${key} status is now: NodeReady`;
    tellOfNode(world, key, { type: 'Normal', reason: 'NodeReady', message, details: { name: key } });
  },
});
