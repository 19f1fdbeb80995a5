/** Keeps each budget's counts: how many pods are healthy, and how many may be asked to leave. */
import { withCondition } from '../../../api/conditions.ts';
import type { PodDisruptionBudget } from '../../../api/pod-disruption-budget.ts';
import { isPodReady, isPodActive, type Pod } from '../../../api/pod.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { recordEvent } from '../../api-server/events.ts';
import { selectorsTouched } from '../../api-server/select-pods.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { World } from '../../world.ts';
import { budgetCounts, type BudgetCounts } from './budget.ts';
import type { ScaleProblem } from './expected-scale.ts';

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
    if ('message' in counts) failSafe(world, budget, counts);
    else keepCounts(world, budget, counts);
  },
});

function keepCounts(world: World, budget: PodDisruptionBudget, { unmanaged, ...counts }: BudgetCounts): void {
  const isAllowed = counts.disruptionsAllowed > 0;
  const condition = {
    type: 'DisruptionAllowed',
    status: isAllowed ? 'True' : 'False',
    reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
    message: '',
  } as const;
  const conditions = withCondition(budget.status.conditions, condition, world.tick);
  const { generation } = budget.metadata;
  const after = world.put({ ...budget, status: { ...counts, observedGeneration: generation, conditions } });
  if (unmanaged.length === 0 || after === budget) return;
  const message =
    'Pods selected by this PodDisruptionBudget were found to be unmanaged. To account for these pods please set ' +
    '".spec.minAvailable" field of the PDB to an integer value.';
  tell(world, budget, 'UnmanagedPods', message, { pods: unmanaged.length });
}

/** Where nobody can tell how many there should be, nobody may be asked to leave. Source: failSafe. */
function failSafe(world: World, budget: PodDisruptionBudget, { pod, message }: ScaleProblem): void {
  const condition = { type: 'DisruptionAllowed', status: 'False', reason: 'SyncFailed', message } as const;
  const conditions = withCondition(budget.status.conditions, condition, world.tick);
  const after = world.put({ ...budget, status: { ...budget.status, disruptionsAllowed: 0, conditions } });
  if (after === budget) return;
  const said = `Failed to calculate the number of expected pods: ${message}`;
  tell(world, budget, 'CalculateExpectedPodCountFailed', said, { pod });
}

/** Once for each change: the budget's own news has it counted anew, and nothing is said twice. */
function tell(
  world: World,
  budget: PodDisruptionBudget,
  reason: string,
  message: string,
  details: Readonly<Record<string, string | number>>,
): void {
  const { name } = budget.metadata;
  const source = 'disruption-controller';
  recordEvent(world, budget, { type: 'Warning', reason, message, details: { name, ...details }, source });
}

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
