/** slow-release: the new version does twice the work for each visitor. Nothing is broken, and there are not enough hands. */
import { floorDiv } from '../../../base/integers.ts';
import { programIn } from '../bad-delivery.ts';
import { deliveryFault } from '../delivery-fault.ts';

/** By which its program is known. */
const SLOW = 'debug-build';

export const slowRelease = deliveryFault({
  type: 'slow-release',
  component: 'image',
  difficulty: 3,
  seenFirstBy: 'builder',
  symptoms: [{ type: 'loss', reason: 'Overloaded' }],
  harm: 'visitors',
  delivery: {
    tag: 'polished',
    instruction: 'RUN enable-debug-mode',
    breakProgram: (program) => ({ ...program, name: SLOW, capacityRps: Math.max(1, floorDiv(program.capacityRps, 3)) }),
  },
  strikes: (view, { spec }) =>
    spec.template.spec.containers.slice(0, 1).every((one) => (programIn(view, one)?.capacityRps ?? 0) > 1),
  isFlawed: (_view, { name }) => name === SLOW,
});
