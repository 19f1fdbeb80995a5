/** bad-house: a careless delivery; the new version ends soon after its start. Healed by rolling back, or to a good one. */
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import { deliver, deliveryTargets, runsSoundly, type BadDelivery } from '../bad-delivery.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { undoRollout } from '../remedies.ts';

/** Long enough to look well for a moment: a pod without a readiness probe lets the roll-out go on. Ours. */
const CRASH_AFTER_TICKS = 8;

const CRASHING: BadDelivery = {
  tag: 'hotfix',
  instruction: 'COPY settings.json /app/settings.json',
  breakProgram: (program) => ({
    ...program,
    exit: { afterTicks: CRASH_AFTER_TICKS, code: 1, lastWords: 'panic: settings.json: unexpected end of input' },
  }),
};

export const badHouse: FaultDefinition = {
  type: 'bad-house',
  component: 'image',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  via: 'api-server',
  targets: deliveryTargets,
  begin: (world, target) => deliver(world, target, CRASHING),
  symptoms: [
    { type: 'container', reason: 'Error', exitCode: 1 },
    { type: 'container', reason: 'CrashLoopBackOff' },
  ],
  harm: 'visitors',
  remedy: undoRollout(runsSoundly),
  healedBy: ['Deployment', 'Tag', 'Revision'],
  isHealed: isRepaired,
};

/** The deployment runs what is sound again, by its image or by a command of its own, or is no more. */
export function isRepaired(view: View, { target }: Fault): boolean {
  const deployment = view.get('Deployment', target);
  return deployment === undefined || runsSoundly(view, deployment);
}
