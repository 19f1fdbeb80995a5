/** restartKubelet: starts a kubelet that has stopped, or whose watch is late. It does nothing until it has listed everything. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isKubeletUp } from '../../api/world/machine.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { PROCESS_START_TICKS } from '../plane/processes-loop.ts';
import { kubeletOf } from '../processes.ts';
import { withKubelet } from '../runtime/failures.ts';
import { sightOf, watchAnew } from '../sight/sight.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restartKubelet = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartKubelet'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    const kubelet = kubeletOf(node);
    const sight = sightOf(world, kubelet);
    if (sight?.starting)
      return failure('ServiceUnavailable', 'processStarting', `${kubelet} is starting`, { process: kubelet });
    if (isKubeletUp(machine) && (!sight || sight.lateTicks === 0)) {
      const message = `the watch of ${kubelet} brings its news in time`;
      return failure('Conflict', 'watchIsWell', message, { process: kubelet });
    }
    world.put(withKubelet(machine));
    watchAnew(world, kubelet, PROCESS_START_TICKS);
    return null;
  },
});
