/** reboot: power-cycles a node's machine. What ran on it is lost; booting takes its time. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import { failure, notFound } from '../../api/status.ts';
import { crashMachine } from '../runtime/failures.ts';
import { settingsOf } from '../world.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const reboot = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('reboot'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const before = world.get('Machine', node);
    if (!before) return notFound('node', node);
    if (before.power === 'booting') {
      const seconds = must(before.bootDoneTick, 'bootDoneTick') - world.tick;
      return failure('Conflict', 'alreadyBooting', `node "${node}" is booting: ${seconds}s left`, { node, seconds });
    }
    const host = before.host === undefined ? undefined : world.get('Host', before.host);
    if (host && host.power !== 'on') {
      return failure('Conflict', 'hostNoPower', `host "${host.key}" is not up`, { host: host.key });
    }
    crashMachine(world, node);
    const machine = must(world.get('Machine', node), `machine ${node}`);
    const bootDoneTick = world.tick + settingsOf(world).bootTicks;
    world.put({ ...machine, power: 'booting', powerSinceTick: world.tick, bootDoneTick });
    return null;
  },
});
