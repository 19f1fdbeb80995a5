/** restartProcess: starts a process anew whose watch is late. It does nothing until it has listed everything. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { nodeOfKubelet } from '../processes.ts';
import { sightOf, watchAnew } from '../sight/sight.ts';
import { defineVerb } from './verb.ts';

/** *Simplified*: a process is up again after so long. */
const PROCESS_START_TICKS = 5;

export const restartProcess = defineVerb({
  schema: z.strictObject({
    verb: z.literal('restartProcess'),
    /** As its seat is called. */
    process: z.string().min(1).max(260),
  }),
  apply: (world, { process }, actor) => {
    const seat = world.get('Seat', process);
    if (!seat) return notFound('process', process);
    if (actor.type === 'player' && seat.holder !== actor.id) {
      return failure('Forbidden', 'notYourProcess', `${process} is not yours to restart`, { process });
    }
    const node = nodeOfKubelet(process);
    const off = node === null ? null : refuseWithoutPower(world, node);
    if (off) return off;
    const sight = sightOf(world, process);
    if (sight?.starting) return failure('Conflict', 'processStarting', `${process} is starting`, { process });
    if (!sight || sight.lateTicks === 0) {
      return failure('Conflict', 'watchIsWell', `the watch of ${process} brings its news in time`, { process });
    }
    watchAnew(world, process, PROCESS_START_TICKS);
    return null;
  },
});
