/** restartCollector: starts a node's log collector (Fluentd) again. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { collectorOf, COLLECTOR_START_TICKS } from '../logging/collector.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restartCollector = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartCollector'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    if (machine.power !== 'on') {
      return failure('Conflict', 'collectorNoPower', `node "${node}" has no power`, { node });
    }
    const collector = collectorOf(world, node);
    if (collector.state === 'running') {
      return failure('Conflict', 'collectorRunning', `the log collector of node "${node}" is running`, { node });
    }
    if (collector.state === 'starting') {
      return failure('Conflict', 'collectorStarting', `the log collector of node "${node}" is starting`, { node });
    }
    world.put({ ...collector, state: 'starting', startDoneTick: world.tick + COLLECTOR_START_TICKS });
    return null;
  },
});
