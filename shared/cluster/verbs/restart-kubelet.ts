/** restartKubelet: starts a kubelet anew whose watch is late. It does nothing until it has listed everything. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { PROCESS_START_TICKS } from '../plane/processes-loop.ts';
import { kubeletOf } from '../processes.ts';
import { sightOf, watchAnew } from '../sight/sight.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restartKubelet = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartKubelet'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    if (!world.get('Machine', node)) return notFound('node', node);
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    const kubelet = kubeletOf(node);
    const sight = sightOf(world, kubelet);
    if (sight?.starting)
      return failure('ServiceUnavailable', 'processStarting', `${kubelet} is starting`, { process: kubelet });
    if (!sight || sight.lateTicks === 0) {
      const message = `the watch of ${kubelet} brings its news in time`;
      return failure('Conflict', 'watchIsWell', message, { process: kubelet });
    }
    watchAnew(world, kubelet, PROCESS_START_TICKS);
    return null;
  },
});
