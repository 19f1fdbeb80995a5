/**
 * A careless change: somebody edits a Deployment's template, and its roll-out carries the mistake through the town.
 * Healed when no mistake of that kind is in the template any more, whichever way it went.
 */
import type { Deployment } from '../../api/deployment.ts';
import { keyOf } from '../../api/meta.ts';
import type { Container, PodSpec } from '../../api/pod.ts';
import { notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { updateObject } from '../api-server/objects.ts';
import type { FaultDefinition } from './fault-type.ts';
import { settledDeployments } from './move-one.ts';
import { undoRollout } from './remedies.ts';
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
  const { type, component, difficulty, seenFirstBy, symptoms, harm = isRollingStuck, alsoHealedBy = [] } = mistake;
  const { strikes = () => true, change, isFlawed } = mistake;
  const flawed = (view: View, deployment: Deployment) => isFlawed(view, deployment.spec.template.spec, deployment);
  return {
    type,
    component,
    difficulty,
    seenFirstBy,
    via: 'api-server',
    targets: (view) =>
      settledDeployments(view)
        .filter((deployment) => strikes(view, deployment) && !flawed(view, deployment))
        .map(({ metadata }) => keyOf(metadata)),
    begin: (world, target) => {
      const deployment = world.get('Deployment', target);
      if (!deployment) return notFound('deployments', target);
      const { template } = deployment.spec;
      const spec = change(template.spec, world, deployment);
      updateObject(world, { ...deployment, spec: { ...deployment.spec, template: { ...template, spec } } });
      return {};
    },
    symptoms,
    harm,
    remedy: undoRollout((view, deployment) => !flawed(view, deployment)),
    // What an image is follows from what its name stands for.
    healedBy: ['Deployment', 'Tag', 'Revision', ...alsoHealedBy],
    isHealed: (view, { target }) => {
      const deployment = view.get('Deployment', target);
      return deployment === undefined || !flawed(view, deployment);
    },
  };
}

/** The same change of the first container. */
export function ofFirstContainer(change: (container: Container) => Container): (spec: PodSpec) => PodSpec {
  return (spec) => ({
    ...spec,
    containers: spec.containers.map((container, index) => (index === 0 ? change(container) : container)),
  });
}
