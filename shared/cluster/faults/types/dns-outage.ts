/** dns-outage: the name server answers nobody. Who asked within half a minute remembers; then calls by name fail. */
import { nameServerOf } from '../../network/names.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const dnsOutage: FaultDefinition = {
  type: 'dns-outage',
  seenFirstBy: 'controller-manager',
  targets: (view) => (nameServerOf(view).state === 'running' ? [''] : []),
  begin: (world) => {
    world.put({ ...nameServerOf(world), state: 'down', sinceTick: world.tick, startDoneTick: null });
    return {};
  },
  healedBy: ['NameServer'],
  isHealed: (view) => nameServerOf(view).state === 'running',
};
