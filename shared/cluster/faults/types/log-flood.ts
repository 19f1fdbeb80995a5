/**
 * log-flood: a careless delivery; the new version tells every step twice: on its output, where rotation throws all that
 * mattered away within seconds, and into a file of its own layer, which nobody rotates and which fills the node's disk.
 */
import { MIB } from '../../../base/integers.ts';
import { deliver, deliveryTargets, runsSoundly, type BadDelivery } from '../bad-delivery.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { undoRollout } from '../remedies.ts';
import { isRepaired } from './bad-house.ts';

/** Ours: five files of 10 MiB hold half a minute of it. */
const LOGS_BYTES_PER_TICK = 2 * MIB;
/** Ours: a disk of 32 GiB is under pressure within some minutes. */
const WRITES_BYTES_PER_TICK = 64 * MIB;

const FLOODING: BadDelivery = {
  tag: 'debug',
  instruction: 'RUN set-log-level --trace --tee /var/log/trace.log',
  breakProgram: (program) => ({
    ...program,
    logsBytesPerTick: LOGS_BYTES_PER_TICK,
    writesBytesPerTick: WRITES_BYTES_PER_TICK,
  }),
};

export const logFlood: FaultDefinition = {
  type: 'log-flood',
  component: 'logging',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'api-server',
  targets: deliveryTargets,
  begin: (world, target) => deliver(world, target, FLOODING),
  symptoms: [{ type: 'condition', kind: 'Node', condition: 'DiskPressure', status: 'True' }],
  harm: 'visitors',
  remedy: undoRollout(runsSoundly),
  healedBy: ['Deployment', 'Tag', 'Revision'],
  isHealed: isRepaired,
};
