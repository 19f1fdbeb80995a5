/** addNode: orders a new machine. It is a VM: it boots for its time, then its kubelet makes the node known. */
import { z } from 'zod';
import { labelValue } from '../../api/names.ts';
import { failure } from '../../api/status.ts';
import { ZONE_LABEL } from '../../api/world/zone.ts';
import type { View } from '../../store/store.ts';
import { hostFor } from '../hosts/room.ts';
import { settingsOf } from '../world.ts';
import { defineVerb } from './verb.ts';

/** The kernel's usual pid_max. */
const MAX_PROCESSES = 32_768;

export const addNode = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('addNode'), zone: labelValue.optional() }),
  apply: (world, { zone }) => {
    const { nodePool, bootTicks } = settingsOf(world);
    const { maxNodes: most, diskBytes, cpuMilli, memoryBytes, reservedMemoryBytes } = nodePool;
    if (world.count('Machine') >= most) {
      return failure('Forbidden', 'nodePoolFull', `the node pool holds at most ${most} machines`, { most });
    }
    const host = hostFor(world, { cpuMilli, memoryBytes, diskBytes });
    if (host === undefined && world.count('Host') > 0) {
      const message = 'no host has room for another machine of this size';
      return failure('Forbidden', 'noHostRoom', message);
    }
    const name = freeName(world);
    const labels: Readonly<Record<string, string>> = zone === undefined ? {} : { [ZONE_LABEL]: zone };
    world.put({ kind: 'ImageCache', key: name, layers: {}, images: {} });
    world.put({
      kind: 'Machine',
      key: name,
      ...(host === undefined ? {} : { host }),
      power: 'booting',
      powerSinceTick: world.tick,
      bootDoneTick: world.tick + bootTicks,
      link: 'up',
      linkSinceTick: world.tick,
      diskBytes,
      maxProcesses: MAX_PROCESSES,
      joins: { labels, cpuMilli, memoryBytes, reservedMemoryBytes },
      addedTick: world.tick,
    });
    const seat = `kubelet/${name}`;
    world.put({ kind: 'Seat', key: seat, role: 'kubelet', holder: null, connected: false });
    world.put({ kind: 'LoopSwitch', key: seat, seat, mode: 'auto' });
    return null;
  },
});

function freeName(view: View): string {
  for (let number = 1; ; number += 1) {
    const name = `node-${number}`;
    if (!view.get('Machine', name) && !view.get('Node', name)) return name;
  }
}
