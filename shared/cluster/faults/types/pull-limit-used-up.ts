/**
 * pull-limit-used-up: strangers behind the same address have had all the pulls that the warehouse gives to people without
 * a name. Who has an image has it; whoever must ask is told 429.
 */
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import { registryOf } from '../../registry/availability.ts';
import { isPullLimitReached } from '../../registry/records.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

/** Oracle: dockerHub.unauthenticated, windowSeconds. */
const WINDOW_TICKS = 21_600;

const isRefusedToPods = (view: View, { beganTick }: Fault): boolean =>
  [...view.list('Event')].some(
    ({ details, lastTick }) => details['failure'] === 'TooManyRequests' && lastTick >= beganTick,
  );

export const pullLimitUsedUp: FaultDefinition = {
  type: 'pull-limit-used-up',
  component: 'registry',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => {
    const { accountSinceTick, strangersUntilTick = 0 } = registryOf(view);
    return accountSinceTick === undefined && view.tick >= strangersUntilTick ? [''] : [];
  },
  begin: (world) => {
    const endTick = world.tick + WINDOW_TICKS;
    world.put({ ...registryOf(world), strangersUntilTick: endTick });
    return { endTick };
  },
  symptoms: [{ type: 'gauge', name: 'pullLimit', shows: isPullLimitReached }],
  harm: isRefusedToPods,
  remedy: () => [byBuilder({ verb: 'loginRegistry' })],
  healedBy: ['Registry'],
  isHealed: (view, { memory }) =>
    registryOf(view).accountSinceTick !== undefined || view.tick >= Number(memory['endTick']),
  endTick: ({ memory }) => Number(memory['endTick']),
};
