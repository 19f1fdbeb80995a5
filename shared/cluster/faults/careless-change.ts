/**
 * A careless change: somebody edits a Deployment's template, and its roll-out carries the mistake through the town.
 * Healed when no mistake of that kind is in the template any more, whichever way it went.
 */
import type { Deployment } from '../../api/deployment.ts';
import type { Container, PodSpec } from '../../api/pod.ts';
import { notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { updateObject } from '../api-server/objects.ts';
import type { FaultDefinition } from './fault-type.ts';
import { flawedDeployment } from './flawed-deployment.ts';
import { isRollingStuck } from './rolling.ts';

interface CarelessChange extends Pick<
  FaultDefinition,
  'type' | 'component' | 'difficulty' | 'seenFirstBy' | 'symptoms'
> {
  /** Beside the Deployment, what else may take the mistake away. */
  readonly alsoHealedBy?: FaultDefinition['healedBy'];
  /** What it costs; a roll-out that stands still where nothing is said: the old houses stay, and nothing new comes. */
  readonly harm?: FaultDefinition['harm'];
  /** What more must hold where it strikes. */
  readonly strikes?: (view: View, deployment: Deployment) => boolean;
  readonly change: (spec: PodSpec, view: View, deployment: Deployment) => PodSpec;
  readonly isFlawed: (view: View, spec: PodSpec, deployment: Deployment) => boolean;
}

export function carelessChange(mistake: CarelessChange): FaultDefinition {
  const { change, isFlawed, strikes = () => true, harm = isRollingStuck, alsoHealedBy = [], ...fault } = mistake;
  return flawedDeployment({
    ...fault,
    harm,
    strikes,
    alsoHealedBy,
    isFlawed: (view, deployment) => isFlawed(view, deployment.spec.template.spec, deployment),
    begin: (world, target) => {
      const deployment = world.get('Deployment', target);
      if (!deployment) return notFound('deployments', target);
      const { template } = deployment.spec;
      const spec = change(template.spec, world, deployment);
      updateObject(world, { ...deployment, spec: { ...deployment.spec, template: { ...template, spec } } });
      return {};
    },
  });
}

/** The same change of the first container. */
export function ofFirstContainer(change: (container: Container) => Container): (spec: PodSpec) => PodSpec {
  return (spec) => ({
    ...spec,
    containers: spec.containers.map((container, index) => (index === 0 ? change(container) : container)),
  });
}
