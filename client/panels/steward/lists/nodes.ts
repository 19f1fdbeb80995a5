/** Villages: silent ones, those that are emptied, budgets that hold a drain back, and machines on order. */
import { isNodeReady } from '../../../../shared/api/node.ts';
import { answerEviction } from '../../../../shared/cluster/controllers/disruption/budget.ts';
import { isDraining, podsToEvict } from '../../../../shared/cluster/controllers/disruption/drain-loop.ts';
import { settingsOf } from '../../../../shared/cluster/world.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
import { listOfKind, workList } from '../work-list.ts';

export const nodeLifecycle = workList({
  id: 'node-lifecycle',
  switchId: 'node-lifecycle',
  loops: ['node-lifecycle', 'taint-eviction'],
  subjects: (view, plans) => [...view.keys('Node'), ...[...plans.keys()].filter((key) => view.get('Pod', key))],
  kindOf: (view, key) => (view.get('Pod', key) ? 'Pod' : 'Node'),
  describe: (view, key) => {
    const node = view.get('Node', key);
    if (!node) {
      const pod = view.get('Pod', key);
      const values = { node: pod?.spec.nodeName ?? '' };
      return pod ? { wanted: 'eviction.wanted', observed: 'eviction.observed', values } : null;
    }
    const lease = view.get('Lease', `kube-node-lease/${key}`);
    const ready = node.status.conditions.find(({ type }) => type === 'Ready')?.status ?? 'Unknown';
    const values = { seconds: view.tick - (lease?.spec.renewTick ?? 0), ready };
    return { wanted: 'node-lifecycle.wanted', observed: 'node-lifecycle.observed', values };
  },
});

export const drains = workList({
  id: 'drain',
  switchId: 'drain',
  loops: ['drain'],
  subjects: (view) => view.by('drainedNodes', ''),
  kindOf: () => 'Node',
  describe: (view, key) => {
    const node = view.get('Node', key);
    if (!node || !isDraining(node)) return null;
    const left = podsToEvict(view, key);
    const held = left.filter((pod) => answerEviction(view, pod).refusal !== null).length;
    const values = { left: left.length, held };
    return { wanted: 'drain.wanted', observed: held > 0 ? 'drain.held' : 'drain.observed', values };
  },
});

/** Kept by a reflex: the counts are there so that one sees why an eviction is refused. */
export const budgets = listOfKind({
  id: 'disruption',
  switchId: null,
  loops: [],
  kind: 'PodDisruptionBudget',
  of: (_view, { status }) => ({
    wanted: 'disruption.wanted',
    observed: 'disruption.observed',
    values: {
      wanted: status.desiredHealthy,
      all: status.expectedPods,
      now: status.currentHealthy,
      allowed: status.disruptionsAllowed,
    },
  }),
});

/** A machine that was ordered boots before its node is known. Nobody orders by themselves: that is for hands. */
export const provisioning = workList({
  id: 'provisioning',
  switchId: null,
  loops: [],
  subjects: (view) =>
    view.keys('Machine').filter((key) => {
      const node = view.get('Node', key);
      return !node || (view.get('Machine', key)?.power === 'booting' && !isNodeReady(node));
    }),
  kindOf: (view, key) => (view.get('Node', key) ? 'Node' : null),
  describe: (view, key) => {
    const machine = view.get('Machine', key);
    if (!machine) return null;
    const left = machine.bootDoneTick === null ? 0 : Math.max(0, machine.bootDoneTick - view.tick);
    const values = { time: formatTicks(left), most: settingsOf(view).nodePool.maxNodes, now: view.count('Machine') };
    return { wanted: 'provisioning.wanted', observed: 'provisioning.observed', values };
  },
});
