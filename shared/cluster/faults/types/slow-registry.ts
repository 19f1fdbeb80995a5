/** slow-registry: something hangs on the warehouse's road and takes nearly all of it. Whatever must be fetched comes in drops. */
import { MIB } from '../../../base/integers.ts';
import type { View } from '../../../store/store.ts';
import { registryOf } from '../../registry/availability.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

/** For all pulls together: a twentieth of one node's own road. Ours. */
const LEFT_BYTES_PER_TICK = MIB;
/** Nobody calls a pull slow before that. Ours. */
const LONG_TICKS = 60;

const isChoked = (view: View): boolean => registryOf(view).chokedBytesPerTick !== undefined;

export const slowRegistry: FaultDefinition = {
  type: 'slow-registry',
  component: 'registry',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => (registryOf(view).available && !isChoked(view) ? [''] : []),
  begin: (world) => {
    world.put({ ...registryOf(world), chokedBytesPerTick: LEFT_BYTES_PER_TICK });
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'registrySlow', shows: isChoked }],
  harm: (view) =>
    [...view.list('ImagePull')].some(
      ({ startedTick }) => startedTick !== null && view.tick >= startedTick + LONG_TICKS,
    ),
  remedy: () => [byBuilder({ verb: 'restartRegistry' })],
  healedBy: ['Registry'],
  isHealed: (view) => !isChoked(view),
};
