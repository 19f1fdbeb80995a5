/** policy-refuses: a new rule lets in images by digest only, and the town's orders name tags. What stands stays; nothing new comes. */
import { keyOf } from '../../../api/meta.ts';
import type { Deployment } from '../../../api/deployment.ts';
import { notFound } from '../../../api/status.ts';
import { parseReference } from '../../registry/reference.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { moveOne, readyPodsOf, settledDeployments } from '../move-one.ts';
import { imagesIn, policyOf, rulesOf } from '../policy.ts';
import { bySteward } from '../remedies.ts';

export const policyRefuses: FaultDefinition = {
  type: 'policy-refuses',
  component: 'policy',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    policyOf(view).digestsOnly
      ? []
      : settledDeployments(view)
          .filter((deployment) => !isPinned(deployment))
          .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    world.put({ ...policyOf(world), digestsOnly: true });
    moveOne(world, readyPodsOf(world, deployment));
    return {};
  },
  symptoms: [{ type: 'event', reason: 'FailedCreate' }],
  harm: 'visitors',
  remedy: (view) => [bySteward({ verb: 'setAdmissionPolicy', policy: { ...rulesOf(view), digestsOnly: false } })],
  healedBy: ['AdmissionPolicy', 'Deployment'],
  isHealed: (view, { target }) => {
    const deployment = view.get('Deployment', target);
    return !policyOf(view).digestsOnly || deployment === undefined || isPinned(deployment);
  },
};

function isPinned(deployment: Deployment): boolean {
  return imagesIn(deployment).every((image) => (parseReference(image)?.digest ?? null) !== null);
}
