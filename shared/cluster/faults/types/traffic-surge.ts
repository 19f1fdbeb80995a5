/** traffic-surge: for a while, several times as many visitors come. Nothing is broken; there are too few houses. */
import { matchesLabels } from '../../../api/meta.ts';
import type { View } from '../../../store/store.ts';
import type { FaultDefinition, RemedyStep } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

/** Ours: more than the usual spare room, less than a small town can be scaled to. */
const SURGE_FACTOR = 3;
/** Ours: long enough to scale up and see it work. */
const SURGE_TICKS = 90;

export const trafficSurge: FaultDefinition = {
  type: 'traffic-surge',
  component: 'traffic',
  difficulty: 1,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => {
    const surging = new Set(view.by('openFaultsByType', 'traffic-surge').map((key) => view.get('Fault', key)?.target));
    return view.keys('Traffic').filter((key) => (view.get('Traffic', key)?.demandRps ?? 0) > 0 && !surging.has(key));
  },
  begin: (world) => ({ factor: SURGE_FACTOR, endTick: world.tick + SURGE_TICKS }),
  symptoms: [{ type: 'loss', reason: 'Overloaded' }],
  harm: 'visitors',
  remedy: (view, { target, memory }) => moreHouses(view, target, Number(memory['factor'])),
  healedBy: [],
  isHealed: (view, { memory }) => view.tick >= Number(memory['endTick']),
  endTick: ({ memory }) => Number(memory['endTick']),
};

/** As many more houses of each Deployment behind the service. */
function moreHouses(view: View, service: string, factor: number): readonly RemedyStep[] {
  const selector = view.get('Service', service)?.spec.selector ?? {};
  return view.keys('Deployment').flatMap((deployment) => {
    const spec = view.get('Deployment', deployment)?.spec;
    if (!spec || !matchesLabels(selector, spec.template.metadata.labels)) return [];
    return [byBuilder({ verb: 'scale', deployment, replicas: spec.replicas * factor })];
  });
}
