/** traffic-surge: for a while, several times as many visitors come. Nothing is broken; there are too few houses. */
import type { FaultDefinition } from '../fault-type.ts';

/** Ours: more than the usual spare room, less than a small town can be scaled to. */
const SURGE_FACTOR = 3;
/** Ours: long enough to scale up and see it work. */
const SURGE_TICKS = 90;

export const trafficSurge: FaultDefinition = {
  type: 'traffic-surge',
  seenFirstBy: 'builder',
  targets: (view) => {
    const surging = new Set(view.by('openFaultsByType', 'traffic-surge').map((key) => view.get('Fault', key)?.target));
    return view.keys('Traffic').filter((key) => (view.get('Traffic', key)?.demandRps ?? 0) > 0 && !surging.has(key));
  },
  begin: (world) => ({ factor: SURGE_FACTOR, endTick: world.tick + SURGE_TICKS }),
  healedBy: [],
  isHealed: (view, { memory }) => view.tick >= Number(memory['endTick']),
  endTick: ({ memory }) => Number(memory['endTick']),
};
