/** A fault that comes with a new image: what broke is in the program, and the old image is one roll-out back. */
import type { Deployment } from '../../api/deployment.ts';
import type { Container } from '../../api/container.ts';
import type { Program } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { deliver, programIn, runsGoodImages, type BadDelivery } from './bad-delivery.ts';
import type { FaultDefinition } from './fault-type.ts';
import { flawedDeployment } from './flawed-deployment.ts';

interface DeliveryFault extends Pick<
  FaultDefinition,
  'type' | 'component' | 'difficulty' | 'seenFirstBy' | 'symptoms' | 'harm'
> {
  readonly delivery: BadDelivery;
  readonly alsoHealedBy?: FaultDefinition['healedBy'];
  readonly strikes?: (view: View, deployment: Deployment) => boolean;
  readonly isFlawed: (view: View, program: Program, container: Container, deployment: Deployment) => boolean;
}

export function deliveryFault(delivered: DeliveryFault): FaultDefinition {
  const { delivery, isFlawed, strikes = () => true, alsoHealedBy = [], ...fault } = delivered;
  return flawedDeployment({
    ...fault,
    alsoHealedBy,
    strikes: (view, deployment) => strikes(view, deployment) && runsGoodImages(view, deployment),
    isFlawed: (view, deployment) =>
      deployment.spec.template.spec.containers.some((container) => {
        const program = programIn(view, container);
        return program === undefined || isFlawed(view, program, container, deployment);
      }),
    begin: (world, target) => deliver(world, target, delivery),
  });
}
