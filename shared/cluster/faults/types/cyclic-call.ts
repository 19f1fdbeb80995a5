/** cyclic-call: the new version asks its own service before it answers, which asks its own service, and nobody ever answers. */
import { keyOf } from '../../../api/meta.ts';
import { deliveryFault } from '../delivery-fault.ts';

export const cyclicCall = deliveryFault({
  type: 'cyclic-call',
  component: 'network',
  difficulty: 3,
  seenFirstBy: 'builder',
  symptoms: [{ type: 'loss', reason: 'DependencyFailed' }],
  harm: 'visitors',
  delivery: {
    tag: 'self-service',
    instruction: 'COPY client-config /app/client-config',
    breakProgram: (program, { metadata }) => ({
      ...program,
      calls: [...(program.calls ?? []), { service: metadata.name, sharePercent: 100 }],
    }),
  },
  // Deployment and Service share their name.
  strikes: (view, { metadata }) => view.get('Service', keyOf(metadata)) !== undefined,
  isFlawed: (_view, { calls = [] }, _container, { metadata }) => calls.some(({ service }) => service === metadata.name),
});
