/** repairEtcdMember: mends a member's road to the others, or gives it a sound disk, which it must fill again. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { MEMBER_START_TICKS } from '../etcd/members.ts';
import { clusterKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const repairEtcdMember = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('repairEtcdMember'), member: clusterKey }),
  apply: (world, { member: name }) => {
    const member = world.get('EtcdMember', name);
    if (!member) return notFound('etcd member', name);
    const { tick } = world;
    if (member.link === 'cut') {
      world.put({ ...member, link: 'up' });
      return null;
    }
    if (member.disk === 'sound') {
      return failure('Conflict', 'memberSound', `disk and road of "${name}" are sound`, { name });
    }
    const startDoneTick = tick + MEMBER_START_TICKS;
    const empty = { disk: 'sound', heldRevision: 0, catchUpTick: null } as const;
    world.put({ ...member, ...empty, state: 'starting', sinceTick: tick, startDoneTick });
    return null;
  },
});
