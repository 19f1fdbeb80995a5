/** Registration: the kubelet of a machine that the API server does not know makes its node known. */
import { must } from '../../base/assert.ts';
import { isManaged, type Machine } from '../../api/world/machine.ts';
import { recordEvent } from '../api-server/events.ts';
import { reflex } from '../loop.ts';
import { inKubelet } from '../processes.ts';
import type { World } from '../world.ts';
import { freeNodeAddress, registerNode } from './register-node.ts';

/** Oracle: kubelet.maxPods. */
const MAX_PODS = 110;

export const registration = reflex({
  name: 'node-registration',
  process: inKubelet,
  asksApiServer: true,
  watches: { Machine: (change) => [change.key] },
  keys: (view) => view.keys('Machine'),
  run: (world, key) => {
    const machine = world.get('Machine', key);
    if (!machine?.joins || !isManaged(machine)) return;
    const { joins, ...known } = machine;
    world.put(known);
    join(world, key, joins);
  },
});

type Joining = NonNullable<Machine['joins']>;

function join(world: World, name: string, { labels, cpuMilli, memoryBytes, reservedMemoryBytes }: Joining): void {
  const capacity = { cpuMilli, memoryBytes, pods: MAX_PODS };
  const allocatable = { ...capacity, memoryBytes: memoryBytes - reservedMemoryBytes };
  registerNode(world, { name, labels, capacity, allocatable, address: freeNodeAddress(world, name) });
  const node = must(world.get('Node', name), name);
  recordEvent(world, node, {
    type: 'Normal',
    reason: 'RegisteredNode',
    message: `Node ${name} event: Registered Node ${name} in Controller`,
    details: { node: name },
    source: 'node-controller',
  });
}
