/** Keeps each budget's counts: how many pods are healthy, and how many may be asked to leave. */
import { withCondition } from '../../../api/conditions.ts';
import { isPodReady, isPodActive, type Pod } from '../../../api/pod.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { selectorsTouched } from '../../api-server/select-pods.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { budgetCounts } from './budget.ts';

export const disruptionReflex = reflex({
  name: 'disruption',
  process: inControllerManager,
  keys: (view) => view.keys('PodDisruptionBudget'),
  watches: {
    PodDisruptionBudget: (change) => [change.key],
    Pod: budgetsTouched,
    Deployment: resized,
    ReplicaSet: resized,
    StatefulSet: resized,
  },
  run: (world, key) => {
    const budget = world.get('PodDisruptionBudget', key);
    if (!budget) return;
    const counts = budgetCounts(world, budget);
    const isAllowed = counts.disruptionsAllowed > 0;
    const condition = {
      type: 'DisruptionAllowed',
      status: isAllowed ? 'True' : 'False',
      reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
      message: '',
    } as const;
    const conditions = withCondition(budget.status.conditions, condition, world.tick);
    world.put({ ...budget, status: { ...counts, observedGeneration: budget.metadata.generation, conditions } });
  },
});

function resized(
  { before, after }: Change<'Deployment' | 'ReplicaSet' | 'StatefulSet'>,
  view: View,
): readonly string[] {
  return before?.spec.replicas === after?.spec.replicas ? [] : view.keys('PodDisruptionBudget');
}

function budgetsTouched({ before, after }: Change<'Pod'>, view: View): readonly string[] {
  if (view.count('PodDisruptionBudget') === 0) return [];
  const isSame =
    before && after && health(before) === health(after) && before.metadata.labels === after.metadata.labels;
  return isSame ? [] : selectorsTouched(view.list('PodDisruptionBudget'), [before, after]);
}

function health(pod: Pod): string {
  return `${isPodActive(pod)}/${isPodReady(pod)}`;
}
