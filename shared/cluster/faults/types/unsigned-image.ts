/** unsigned-image: a new rule lets in signed images only, and the team has not signed its own. What stands stays; nothing new comes. */
import type { Deployment } from '../../../api/deployment.ts';
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { parseReference, resolveReference } from '../../registry/reference.ts';
import { isSigned } from '../../registry/signatures.ts';
import { settingsOf } from '../../world.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { moveOne, readyPodsOf, settledDeployments } from '../move-one.ts';
import { policyOf } from '../policy.ts';
import { byBuilder } from '../remedies.ts';

export const unsignedImage: FaultDefinition = {
  type: 'unsigned-image',
  component: 'policy',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    policyOf(view).requireSignature
      ? []
      : settledDeployments(view)
          // Only what the team may sign itself.
          .filter((deployment) => imagesOf(deployment).every((image) => isOwn(view, image)))
          .filter((deployment) => unsignedOf(view, deployment).length > 0)
          .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    world.put({ ...policyOf(world), requireSignature: true });
    moveOne(world, readyPodsOf(world, deployment));
    return {};
  },
  symptoms: [{ type: 'event', reason: 'FailedCreate' }],
  harm: 'visitors',
  remedy: (view, { target }) => {
    const deployment = view.get('Deployment', target);
    return (deployment ? unsignedOf(view, deployment) : []).map((reference) => byBuilder({ verb: 'sign', reference }));
  },
  healedBy: ['AdmissionPolicy', 'Signature', 'Deployment', 'Tag', 'Revision'],
  isHealed: (view, { target }) => {
    const deployment = view.get('Deployment', target);
    return !policyOf(view).requireSignature || deployment === undefined || unsignedOf(view, deployment).length === 0;
  },
};

const imagesOf = ({ spec }: Deployment): readonly string[] => [
  ...new Set(spec.template.spec.containers.map(({ image }) => image)),
];

const shelfOf = (image: string): string => parseReference(image)?.path.split('/')[0] ?? '';

const isOwn = (view: View, image: string): boolean => shelfOf(image) === settingsOf(view).registryNamespace;

function unsignedOf(view: View, deployment: Deployment): readonly string[] {
  return imagesOf(deployment).filter((image) => {
    const digest = resolveReference(view, image);
    return digest !== undefined && !isSigned(view, shelfOf(image), digest);
  });
}
