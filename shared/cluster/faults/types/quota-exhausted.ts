/** quota-exhausted: the district's quota is cut below what stands in it. The next house that must be renewed is refused. */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { MANIFESTS } from '../../../api/kinds.ts';
import { isPodActive } from '../../../api/pod.ts';
import { parseWhole } from '../../../api/quantity.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { applyManifest } from '../../api-server/apply-manifest.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { moveOne, readyPodsOf, settledDeployments } from '../move-one.ts';
import { bySteward } from '../remedies.ts';

const QUOTA = 'thrift';
/** By number; a Deployment's own ReplicaSets are counted with it. */
const KEPT = ['Deployment', 'ReplicaSet', 'StatefulSet'] as const;

export const quotaExhausted: FaultDefinition = {
  type: 'quota-exhausted',
  component: 'policy',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    settledDeployments(view)
      .filter(({ metadata }) => view.get('ResourceQuota', `${metadata.namespace}/${QUOTA}`) === undefined)
      .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    const { namespace } = deployment.metadata;
    const pods = Math.min(wantedPods(world, namespace), standingPods(world, namespace));
    const spec = { hard: { pods: String(Math.max(0, pods - 1)) } };
    const metadata = { name: QUOTA, namespace };
    const quota = MANIFESTS.ResourceQuota.parse({ apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec });
    const refusal = applyManifest(world, quota);
    if (refusal) return refusal;
    moveOne(world, readyPodsOf(world, deployment));
    return { quota: `${namespace}/${QUOTA}` };
  },
  symptoms: [{ type: 'event', reason: 'FailedCreate' }],
  harm: 'visitors',
  remedy: (_view, { memory }) => [bySteward({ verb: 'delete', kind: 'ResourceQuota', key: String(memory['quota']) })],
  healedBy: ['ResourceQuota', ...KEPT, 'DaemonSet'],
  isHealed: (view, { memory }) => {
    const quota = view.get('ResourceQuota', String(memory['quota']));
    const pods = quota?.spec.hard.pods;
    return !quota || pods === undefined || parseWhole(pods) >= wantedPods(view, quota.metadata.namespace);
  },
};

/** Some of what is wanted may not have come yet. */
function standingPods(view: View, namespace: string): number {
  return view.by('podsByNamespace', namespace).filter((key) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && isPodActive(pod);
  }).length;
}

/** What is kept in the district, all together. */
function wantedPods(view: View, namespace: string): number {
  let sum = 0;
  for (const { metadata, spec } of KEPT.flatMap((kind) => [...view.list(kind)]))
    if (metadata.namespace === namespace && !controllerOf(metadata)) sum += spec.replicas;
  for (const { metadata, status } of view.list('DaemonSet'))
    if (metadata.namespace === namespace) sum += status.desiredNumberScheduled;
  return sum;
}
