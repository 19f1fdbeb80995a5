/** The node lifecycle controller: notices nodes that fall silent, and hangs out their taints. */
import type { Node } from '../../../api/node.ts';
import type { View } from '../../../store/store.ts';
import { isManaged } from '../../../api/world/machine.ts';
import { zoneKeyOf } from '../../../api/world/zone.ts';
import type { Change } from '../../../store/change.ts';
import { controlLoop, type Deadline } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { Verb } from '../../verbs/table.ts';
import { LEASE_NAMESPACE, nodeSilentTick, readyStatus, silentTick, watchedSinceTick } from './health.ts';
import { conditionTaints, evictionTaints, taintChanges } from './taints.ts';
import { mayEvict, nextEvictionTick, waitingNodes } from './zones.ts';

export const nodeLifecycleLoop = controlLoop({
  name: 'node-lifecycle',
  process: inControllerManager,
  component: 'node-lifecycle-controller',
  switchOf: () => 'node-lifecycle',
  keys: (view) => view.keys('Node'),
  watches: {
    Node: nodesTouched,
    Zone: ({ before, after }, view) => (before?.state === after?.state ? [] : view.keys('Node')),
  },
  deadlines: {
    Lease: (lease, view) =>
      lease.metadata.namespace === LEASE_NAMESPACE
        ? [{ tick: silentTick(lease, watchedSinceTick(view)), key: lease.metadata.name }]
        : [],
    // Whoever falls silent does so for this: the controller cannot know, and whoever asks why may.
    Machine: (machine, view) => {
      const node = isManaged(machine) ? undefined : view.get('Node', machine.key);
      return node ? [{ tick: nodeSilentTick(view, node), key: machine.key }] : [];
    },
    PlaneProcess: ({ component, leadingSinceTick }, view) =>
      component === 'controller-manager' && leadingSinceTick !== null ? silencesOf(view) : [],
    Node: (node, view) => {
      const key = node.metadata.name;
      return [{ tick: nodeSilentTick(view, node), key }, ...turnOf(view, zoneKeyOf(node.metadata.labels), [key])];
    },
    Zone: (zone, view) => turnOf(view, zone.key, waitingNodes(view, zone.key)),
  },
  plan: (view, key) => {
    const node = view.get('Node', key);
    return node ? planNode(view, node) : [];
  },
});

/** Whoever begins to lead gives every node its time. */
function silencesOf(view: View): readonly Deadline[] {
  return [...view.list('Node')].map((node) => ({ tick: nodeSilentTick(view, node), key: node.metadata.name }));
}

/** Whoever is heard again, or falls silent, or goes, changes whose turn it is. */
function nodesTouched({ key, before, after }: Change<'Node'>, view: View): readonly string[] {
  const isMoved = before && after && zoneKeyOf(before.metadata.labels) !== zoneKeyOf(after.metadata.labels);
  const isHeard = before && after && readyStatus(before) === readyStatus(after) && !isMoved;
  if (isHeard) return [key];
  const zones = [before, after].flatMap((node) => (node ? [zoneKeyOf(node.metadata.labels)] : []));
  return [key, ...zones.flatMap((zone) => view.by('nodesByZone', zone))];
}

function turnOf(view: View, zone: string, nodes: readonly string[]): readonly Deadline[] {
  const tick = nextEvictionTick(view, zone);
  return tick === null || tick <= view.tick ? [] : nodes.map((key) => ({ tick, key }));
}

function planNode(view: View, node: Node): readonly Verb[] {
  const { name } = node.metadata;
  if (readyStatus(node) !== 'Unknown' && view.tick >= nodeSilentTick(view, node)) {
    return [{ verb: 'markNode', node: name, ready: 'Unknown' }];
  }
  const { conditions } = node.status;
  const leave = evictionTaints(conditions);
  const wanted = [
    ...conditionTaints(conditions, node.spec.unschedulable),
    ...(leave.length > 0 && mayEvict(view, node) ? leave : []),
  ];
  const { missing, surplus } = taintChanges(node.spec.taints, wanted);
  return [
    ...missing.map(({ key, effect }) => ({ verb: 'taintNode', node: name, key, effect }) as const),
    ...surplus.map(({ key, effect }) => ({ verb: 'untaintNode', node: name, key, effect }) as const),
  ];
}
