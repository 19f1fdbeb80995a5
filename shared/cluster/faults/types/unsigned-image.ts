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
import { imagesIn, policyOf, rulesOf } from '../policy.ts';
import { byBuilder, bySteward } from '../remedies.ts';

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
          .filter((deployment) => {
            const unsigned = unsignedOf(view, deployment);
            return unsigned.length > 0 && unsigned.every((image) => canBeSigned(view, image));
          })
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
    const unsigned = deployment ? unsignedOf(view, deployment) : [];
    if (unsigned.every((image) => canBeSigned(view, image)))
      return unsigned.map((reference) => byBuilder({ verb: 'sign', reference }));
    return [bySteward({ verb: 'setAdmissionPolicy', policy: { ...rulesOf(view), requireSignature: false } })];
  },
  healedBy: ['AdmissionPolicy', 'Signature', 'Deployment', 'Tag', 'Revision'],
  isHealed: (view, { target }) => {
    const deployment = view.get('Deployment', target);
    return !policyOf(view).requireSignature || deployment === undefined || unsignedOf(view, deployment).length === 0;
  },
};

const shelfOf = (image: string): string => parseReference(image)?.path.split('/')[0] ?? '';

/** The team may do it itself, and there is something to sign. */
const canBeSigned = (view: View, image: string): boolean =>
  shelfOf(image) === settingsOf(view).registryNamespace && resolveReference(view, image) !== undefined;

/** One that nobody knows is not let in either. */
function unsignedOf(view: View, deployment: Deployment): readonly string[] {
  return imagesIn(deployment).filter((image) => {
    const digest = resolveReference(view, image);
    return digest === undefined || !isSigned(view, shelfOf(image), digest);
  });
}
