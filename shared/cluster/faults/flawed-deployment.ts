/** What faults share that put a flaw into a Deployment: where it may strike, what undoes it, and when it is gone. */
import type { Deployment } from '../../api/deployment.ts';
import { keyOf } from '../../api/meta.ts';
import type { View } from '../../store/store.ts';
import type { FaultDefinition } from './fault-type.ts';
import { settledDeployments } from './move-one.ts';
import { undoRollout } from './remedies.ts';

type OfDeployment = (view: View, deployment: Deployment) => boolean;

interface Flaw extends Pick<
  FaultDefinition,
  'type' | 'component' | 'difficulty' | 'seenFirstBy' | 'symptoms' | 'harm' | 'begin'
> {
  readonly strikes: OfDeployment;
  readonly isFlawed: OfDeployment;
  /** Beside the Deployment, what else may take it away. */
  readonly alsoHealedBy: FaultDefinition['healedBy'];
}

export function flawedDeployment({ strikes, isFlawed, alsoHealedBy, ...fault }: Flaw): FaultDefinition {
  return {
    ...fault,
    via: 'api-server',
    targets: (view) =>
      settledDeployments(view)
        .filter((deployment) => strikes(view, deployment) && !isFlawed(view, deployment))
        .map(({ metadata }) => keyOf(metadata)),
    remedy: undoRollout((view, deployment) => !isFlawed(view, deployment)),
    // What an image is follows from what its name stands for.
    healedBy: ['Deployment', 'Tag', 'Revision', ...alsoHealedBy],
    isHealed: (view, { target }) => {
      const deployment = view.get('Deployment', target);
      return deployment === undefined || !isFlawed(view, deployment);
    },
  };
}
