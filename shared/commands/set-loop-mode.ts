/** setLoopMode: turns one loop's switch between hand and autopilot, live. */
import { z } from 'zod';
import { failure, notFound } from '../api/status.ts';
import { defineCommand } from './command.ts';
import { switchId } from './fields.ts';

export const setLoopMode = defineCommand({
  schema: z.strictObject({ type: z.literal('setLoopMode'), switch: switchId, mode: z.enum(['hand', 'auto']) }),
  apply: (world, { switch: key, mode }, actor) => {
    const loopSwitch = world.get('LoopSwitch', key);
    if (!loopSwitch) return notFound('switch', key);
    const holder = world.get('Seat', loopSwitch.seat)?.holder;
    const mayTurn =
      actor.type === 'teacher' || (actor.type === 'player' && (loopSwitch.seat === '' || holder === actor.id));
    if (!mayTurn)
      return failure('Forbidden', 'notYourSwitch', `switch "${key}" belongs to seat "${loopSwitch.seat}"`, {
        switch: key,
        seat: loopSwitch.seat,
      });
    world.put({ ...loopSwitch, mode });
    return null;
  },
});
