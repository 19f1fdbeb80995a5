/** The node lifecycle controller: notices nodes that fall silent, and hangs out their taints. */
import type { Node } from '../../../api/node.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import type { Verb } from '../../verbs/table.ts';
import { nodeSilentTick, readyStatus, silentTick } from './health.ts';
import { conditionTaints, evictionTaints, taintChanges } from './taints.ts';

export const nodeLifecycleLoop = controlLoop({
  name: 'node-lifecycle',
  component: 'node-lifecycle-controller',
  switchOf: () => 'node-lifecycle',
  keys: (view) => view.keys('Node'),
  watches: { Node: (change) => [change.key] },
  deadlines: {
    Lease: (lease) => [{ tick: silentTick(lease), key: lease.metadata.name }],
    Node: (node, view) => [{ tick: nodeSilentTick(view, node), key: node.metadata.name }],
  },
  plan: (view, key) => {
    const node = view.get('Node', key);
    return node ? planNode(view, node) : [];
  },
});

function planNode(view: View, node: Node): readonly Verb[] {
  const { name } = node.metadata;
  if (readyStatus(node) !== 'Unknown' && view.tick >= nodeSilentTick(view, node)) {
    return [{ verb: 'markNode', node: name, ready: 'Unknown' }];
  }
  const { conditions } = node.status;
  const wanted = [...conditionTaints(conditions, node.spec.unschedulable), ...evictionTaints(conditions)];
  const { missing, surplus } = taintChanges(node.spec.taints, wanted);
  return [
    ...missing.map(({ key, effect }) => ({ verb: 'taintNode', node: name, key, effect }) as const),
    ...surplus.map(({ key, effect }) => ({ verb: 'untaintNode', node: name, key, effect }) as const),
  ];
}
