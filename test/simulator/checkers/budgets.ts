/** Watches the budgets of shared/cluster/controllers/SPEC.md by double entry: what evictions spend, and who was evicted. */
import { keyOf, matchesLabels } from '../../../shared/api/meta.ts';
import { isPodReady, type Pod } from '../../../shared/api/pod.ts';
import type { PodDisruptionBudget } from '../../../shared/api/pod-disruption-budget.ts';
import type { View } from '../../../shared/store/store.ts';
import { writerOf } from './writer.ts';
import { invariant, unless } from './invariant.ts';

/** Who counts budgets anew. All others spend. */
const COUNTS = 'disruption';
const ASKED = 'EvictionByEvictionAPI';

/** Spent, and nobody evicted for it yet: by the budget's uid. */
const purses = new WeakMap<View, Map<string, number>>();

function purseOf(view: View): Map<string, number> {
  let purse = purses.get(view);
  if (!purse) purses.set(view, (purse = new Map()));
  return purse;
}

function noteSpending(before: PodDisruptionBudget | undefined, after: PodDisruptionBudget, view: View): string | null {
  const { uid, name } = after.metadata;
  const spent = (before?.status.disruptionsAllowed ?? 0) - after.status.disruptionsAllowed;
  if (before?.metadata.uid !== uid || spent <= 0 || writerOf(view) === COUNTS) return null;
  const purse = purseOf(view);
  purse.set(uid, (purse.get(uid) ?? 0) + spent);
  return unless(after.status.disruptionsAllowed >= 0, () => `budget ${name} was overspent`);
}

const isAskedToGo = ({ status }: Pod): boolean =>
  status.conditions.some(({ type, reason }) => type === 'DisruptionTarget' && reason === ASKED);

/** A pod that answers leaves for a spent disruption only; whoever does not is nobody's loss. */
function payFor(before: Pod, after: Pod, view: View): string | null {
  const isLeaving = before.metadata.deletionTick === null && after.metadata.deletionTick !== null;
  if (!isLeaving || !isAskedToGo(after) || !isPodReady(before) || before.status.phase !== 'Running') return null;
  const { namespace, labels } = after.metadata;
  const guards = [...view.list('PodDisruptionBudget')].filter(
    ({ metadata, spec }) => metadata.namespace === namespace && matchesLabels(spec.selector.matchLabels, labels),
  );
  const purse = purseOf(view);
  for (const { metadata } of guards) {
    const left = purse.get(metadata.uid) ?? 0;
    if (left === 0) return `pod ${keyOf(after.metadata)} was evicted, and budget ${metadata.name} was not asked`;
    purse.set(metadata.uid, left - 1);
  }
  return null;
}

export const budgets = [
  invariant('PDB-2', {
    write: {
      PodDisruptionBudget: (before, after, view) => (after ? noteSpending(before, after, view) : null),
      Pod: (before, after, view) =>
        before && after && before.metadata.uid === after.metadata.uid ? payFor(before, after, view) : null,
    },
  }),
];
