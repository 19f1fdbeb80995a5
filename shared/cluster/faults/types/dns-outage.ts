/** dns-outage: the name server answers nobody. Who asked within half a minute remembers; then calls by name fail. */
import { nameServerOf } from '../../network/names.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { bySteward } from '../remedies.ts';

export const dnsOutage: FaultDefinition = {
  type: 'dns-outage',
  component: 'network',
  difficulty: 3,
  seenFirstBy: 'controller-manager',
  targets: (view) => (nameServerOf(view).state === 'running' ? [''] : []),
  begin: (world) => {
    world.put({ ...nameServerOf(world), state: 'down', sinceTick: world.tick, startDoneTick: null });
    return {};
  },
  symptoms: [{ type: 'loss', reason: 'NameNotFound' }],
  harm: 'visitors',
  remedy: () => [bySteward({ verb: 'restartNameServer' })],
  healedBy: ['NameServer'],
  isHealed: (view) => nameServerOf(view).state === 'running',
};
