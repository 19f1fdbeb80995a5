/** zone-outage: a whole zone loses its power: every village on that ground goes dark at once. */
import { byCodeUnit } from '../../../base/order.ts';
import { zoneKeyOf } from '../../../api/world/zone.ts';
import type { View } from '../../../store/store.ts';
import { crashMachine } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const zoneOutage: FaultDefinition = {
  type: 'zone-outage',
  component: 'node',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => {
    const zones = new Set([...view.list('Node')].map(({ metadata }) => zoneKeyOf(metadata.labels)));
    // A town that is one zone, or says nothing of zones, is no zone among others.
    return zones.size < 2
      ? []
      : [...zones].filter((zone) => zone !== '' && poweredIn(view, zone).length > 0).sort(byCodeUnit);
  },
  begin: (world, target) => {
    const nodes = poweredIn(world, target);
    for (const node of nodes) crashMachine(world, node);
    return { nodes: nodes.join(' ') };
  },
  symptoms: [
    { type: 'loss', reason: 'NoRouteToHost' },
    { type: 'condition', kind: 'Node', condition: 'Ready', status: 'Unknown' },
  ],
  harm: 'visitors',
  remedy: (_view, { memory }) =>
    String(memory['nodes'])
      .split(' ')
      .map((node) => byVillageHead(node, { verb: 'reboot', node })),
  healedBy: ['Machine'],
  isHealed: (view, { memory }) =>
    String(memory['nodes'])
      .split(' ')
      .every((node) => view.get('Machine', node)?.power !== 'off' && view.get('Machine', node)?.power !== 'booting'),
};

function poweredIn(view: View, zone: string): readonly string[] {
  return view.by('nodesByZone', zone).filter((name) => view.get('Machine', name)?.power === 'on');
}
