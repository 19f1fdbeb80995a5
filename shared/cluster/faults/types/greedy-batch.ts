/** greedy-batch: somebody's night work calls itself urgent (PriorityClass), and the dispatcher turns the town out for it. */
import { floorDiv } from '../../../base/integers.ts';
import { MANIFESTS } from '../../../api/kinds.ts';
import type { View } from '../../../store/store.ts';
import { applyManifest } from '../../api-server/apply-manifest.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { bySteward } from '../remedies.ts';

const CLASS = 'most-urgent';
const BATCH = 'default/night-work';
/** Above whatever players give their own. */
const PRIORITY = 900_000_000;
/** Ours: more than there is room for. */
const PODS_PER_NODE = 4;

export const greedyBatch: FaultDefinition = {
  type: 'greedy-batch',
  component: 'scheduler',
  difficulty: 3,
  seenFirstBy: 'scheduler',
  via: 'api-server',
  targets: (view) => (view.get('Deployment', BATCH) || settledDeployments(view).length === 0 ? [] : ['']),
  begin: (world) => {
    const urgent = MANIFESTS.PriorityClass.parse({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: CLASS },
      value: PRIORITY,
    });
    return applyManifest(world, urgent) ?? applyManifest(world, batchFor(world)) ?? {};
  },
  symptoms: [{ type: 'event', reason: 'Preempted' }],
  harm: 'visitors',
  remedy: () => [bySteward({ verb: 'delete', kind: 'Deployment', key: BATCH })],
  healedBy: ['Deployment'],
  isHealed: (view) => {
    const spec = view.get('Deployment', BATCH)?.spec;
    return !spec || spec.replicas === 0 || spec.template.spec.priorityClassName !== CLASS;
  },
};

/** Each of its pods wants almost half a village. */
function batchFor(view: View) {
  let cpuMilli = 0;
  for (const { status } of view.list('Node')) cpuMilli = Math.max(cpuMilli, status.allocatable.cpuMilli);
  const [namespace, name] = BATCH.split('/');
  const labels = { app: name };
  const requests = { cpu: `${floorDiv(cpuMilli * 9, 20)}m`, memory: '64Mi' };
  const containers = [{ name, image: 'hut:1.0', resources: { requests } }];
  return MANIFESTS.Deployment.parse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: Math.min(500, view.count('Node') * PODS_PER_NODE),
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers, priorityClassName: CLASS, terminationGracePeriodSeconds: 1 },
      },
    },
  });
}
