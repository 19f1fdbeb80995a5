/** A fault that comes with a new image: what broke is in the program, and the old image is one roll-out back. */
import type { Deployment } from '../../api/deployment.ts';
import { keyOf } from '../../api/meta.ts';
import type { Container } from '../../api/container.ts';
import type { Program } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { deliver, imageOf, runsGoodImages, type BadDelivery } from './bad-delivery.ts';
import type { FaultDefinition } from './fault-type.ts';
import { settledDeployments } from './move-one.ts';
import { undoRollout } from './remedies.ts';

interface DeliveryFault extends Pick<
  FaultDefinition,
  'type' | 'component' | 'difficulty' | 'seenFirstBy' | 'symptoms' | 'harm'
> {
  readonly delivery: BadDelivery;
  readonly alsoHealedBy?: FaultDefinition['healedBy'];
  readonly strikes?: (view: View, deployment: Deployment) => boolean;
  readonly isFlawed: (view: View, program: Program, container: Container, deployment: Deployment) => boolean;
}

export function deliveryFault(fault: DeliveryFault): FaultDefinition {
  const { type, component, difficulty, seenFirstBy, symptoms, harm, delivery, alsoHealedBy = [] } = fault;
  const { strikes = () => true, isFlawed } = fault;
  const flawed = (view: View, deployment: Deployment) =>
    deployment.spec.template.spec.containers.some((container) => {
      const program = imageOf(view, container.image)?.config.program;
      return program === undefined || isFlawed(view, program, container, deployment);
    });
  return {
    type,
    component,
    difficulty,
    seenFirstBy,
    via: 'api-server',
    targets: (view) =>
      settledDeployments(view)
        .filter((item) => strikes(view, item) && runsGoodImages(view, item) && !flawed(view, item))
        .map(({ metadata }) => keyOf(metadata)),
    begin: (world, target) => deliver(world, target, delivery),
    symptoms,
    harm,
    remedy: undoRollout((view, deployment) => !flawed(view, deployment)),
    healedBy: ['Deployment', 'Tag', 'Revision', ...alsoHealedBy],
    isHealed: (view, { target }) => {
      const deployment = view.get('Deployment', target);
      return deployment === undefined || !flawed(view, deployment);
    },
  };
}
