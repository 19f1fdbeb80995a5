/** budget-blocks-drain: a disruption budget lets nobody go, ever. A village that is to be emptied never is. */
import { scaledValue } from '../../../api/int-or-percent.ts';
import { keyOf } from '../../../api/meta.ts';
import { MANIFESTS } from '../../../api/kinds.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { TEACHER } from '../../actor.ts';
import { applyManifest } from '../../api-server/apply-manifest.ts';
import { drain } from '../../verbs/drain.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { readyPodsOf, settledDeployments } from '../move-one.ts';
import { bySteward } from '../remedies.ts';

const SUFFIX = '-never-less';

export const budgetBlocksDrain: FaultDefinition = {
  type: 'budget-blocks-drain',
  component: 'policy',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    settledDeployments(view)
      .map(({ metadata }) => keyOf(metadata))
      .filter((key) => !isTight(view, key) && nodeToEmpty(view, key) !== undefined),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    const node = nodeToEmpty(world, target);
    if (!deployment || node === undefined) return notFound('deployments', target);
    const { name, namespace } = deployment.metadata;
    const spec = { selector: deployment.spec.selector, minAvailable: '100%' };
    const metadata = { name: `${name}${SUFFIX}`, namespace };
    const kind = 'PodDisruptionBudget';
    const refusal = applyManifest(world, MANIFESTS[kind].parse({ apiVersion: 'policy/v1', kind, metadata, spec }));
    if (refusal) return refusal;
    drain.apply(world, { verb: 'drain', node, drain: true }, TEACHER);
    return { node, budget: budgetOf(target) };
  },
  symptoms: [{ type: 'condition', kind: 'PodDisruptionBudget', condition: 'DisruptionAllowed', status: 'False' }],
  harm: (view, { target }) => isTight(view, target),
  remedy: (_view, { memory }) => [
    bySteward({ verb: 'delete', kind: 'PodDisruptionBudget', key: String(memory['budget']) }),
  ],
  healedBy: ['PodDisruptionBudget', 'Deployment'],
  isHealed: (view, { target }) => !isTight(view, target),
};

const budgetOf = (deployment: string): string => `${deployment}${SUFFIX}`;

/** However it says so: of all that the Deployment wants nobody may go. */
function isTight(view: View, deployment: string): boolean {
  const spec = view.get('PodDisruptionBudget', budgetOf(deployment))?.spec;
  if (!spec) return false;
  const pods = Math.max(1, view.get('Deployment', deployment)?.spec.replicas ?? 1);
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable !== undefined) return scaledValue(maxUnavailable, pods, 'up') === 0;
  return minAvailable === undefined || scaledValue(minAvailable, pods, 'up') >= pods;
}

function nodeToEmpty(view: View, key: string): string | undefined {
  const deployment = view.get('Deployment', key);
  const nodes = deployment ? readyPodsOf(view, deployment).map(({ spec }) => spec.nodeName ?? '') : [];
  return nodes.find((name) => view.get('Node', name)?.spec.unschedulable === false);
}
