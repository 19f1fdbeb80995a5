/** Keeps each zone's state: how much of it is silent. */
import type { Node } from '../../../api/node.ts';
import { zoneKeyOf } from '../../../api/world/zone.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import {
  countedNodes,
  countReady,
  evictionIntervalTicks,
  nodesOfZone,
  ZONE_RATES,
  zoneState,
  zoneStatuses,
} from './zones.ts';

export const zonesReflex = reflex({
  name: 'zones',
  process: inControllerManager,
  keys: (view) => [
    ...new Set([...view.keys('Zone'), ...[...view.list('Node')].map(({ metadata }) => zoneKeyOf(metadata.labels))]),
  ],
  watches: {
    Node: ({ before, after }) => [before, after].flatMap((node) => (node ? [zoneOf(node)] : [])),
  },
  run: (world, key) => {
    const nodes = nodesOfZone(world, key);
    if (nodes.length === 0) {
      world.remove('Zone', key);
      return;
    }
    const counted = countedNodes(nodes);
    const { ready, notReady } = countReady(zoneStatuses(counted));
    const state = zoneState(ready, notReady, ZONE_RATES);
    world.put({
      kind: 'Zone',
      key,
      state,
      evictionIntervalTicks: evictionIntervalTicks(state, counted.length, ZONE_RATES),
      lastEvictionTick: world.get('Zone', key)?.lastEvictionTick ?? null,
    });
  },
});

function zoneOf({ metadata }: Node): string {
  return zoneKeyOf(metadata.labels);
}
