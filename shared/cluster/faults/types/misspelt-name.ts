/** misspelt-name: the new version asks for another service by a name with a slip of the pen. Nobody of that name is in the book. */
import { nameTargets } from '../../network/name-targets.ts';
import { deliveryFault } from '../delivery-fault.ts';

const MISSPELT = 'kitchn';

export const misspeltName = deliveryFault({
  type: 'misspelt-name',
  component: 'network',
  difficulty: 2,
  seenFirstBy: 'builder',
  symptoms: [{ type: 'loss', reason: 'NameNotFound' }],
  harm: 'visitors',
  delivery: {
    tag: 'with-map',
    instruction: 'COPY addresses /app/addresses',
    breakProgram: (program) => ({
      ...program,
      calls: [...(program.calls ?? []), { service: MISSPELT, sharePercent: 60 }],
    }),
  },
  alsoHealedBy: ['Service'],
  isFlawed: (view, { calls = [] }, _container, { metadata }) =>
    calls.some(
      ({ service }) =>
        !nameTargets(service, metadata.namespace).some(({ serviceKey }) => view.get('Service', serviceKey)),
    ),
});
