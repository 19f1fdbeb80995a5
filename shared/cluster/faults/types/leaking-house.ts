/** leaking-house: a careless delivery; the new version needs more memory each moment until its limit kills it. */
import { MIB } from '../../../base/integers.ts';
import { deliver, deliveryTargets, runsSoundly, type BadDelivery } from '../bad-delivery.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { undoRollout } from '../remedies.ts';
import { isRepaired } from './bad-house.ts';

/** Ours: a limit of 256 MiB is reached within two minutes. */
const LEAK_BYTES_PER_TICK = 4 * MIB;

const LEAKING: BadDelivery = {
  tag: 'cached',
  instruction: 'RUN enable-visitor-cache --forever',
  breakProgram: (program) => ({ ...program, leakBytesPerTick: LEAK_BYTES_PER_TICK }),
};

export const leakingHouse: FaultDefinition = {
  type: 'leaking-house',
  component: 'image',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'api-server',
  targets: deliveryTargets,
  begin: (world, target) => deliver(world, target, LEAKING),
  symptoms: [{ type: 'container', reason: 'OOMKilled' }],
  harm: 'visitors',
  remedy: undoRollout(runsSoundly),
  healedBy: ['Deployment', 'Tag', 'Revision'],
  isHealed: isRepaired,
};
