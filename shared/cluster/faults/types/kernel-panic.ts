/**
 * kernel-panic: a tenant's call hits a bug of the kernel that it runs on. On a host's own kernel all containers end with
 * it; a virtual machine's takes that machine alone. Healed by booting that kernel anew.
 */
import { must } from '../../../base/assert.ts';
import { panicHost, panicVm } from '../../hosts/failures.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

export const kernelPanic: FaultDefinition = {
  type: 'kernel-panic',
  component: 'node',
  difficulty: 2,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => [
    ...view.keys('Host').filter((key) => isCalled(view, key)),
    ...view.keys('VirtualMachine').filter((key) => view.get('VirtualMachine', key)?.state === 'running'),
  ],
  begin: (world, target) => {
    const host = world.get('Host', target);
    if (host) panicHost(world, host);
    else panicVm(world, must(world.get('VirtualMachine', target), target).key);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'kernelDown', shows: isPanicked }],
  harm: isPanicked,
  remedy: (view, { target }) => [
    byBuilder(view.get('Host', target) ? { verb: 'rebootHost', host: target } : { verb: 'rebootVm', vm: target }),
  ],
  healedBy: ['Host', 'VirtualMachine'],
  isHealed: (view, { target }) => {
    const host = view.get('Host', target);
    if (host) return host.kernel === 'up';
    const vm = view.get('VirtualMachine', target);
    return vm === undefined || vm.state === 'starting' || vm.state === 'running';
  },
};

/** Somebody runs on it who could make such a call. */
function isCalled(view: View, key: string): boolean {
  const host = view.get('Host', key);
  if (host?.power !== 'on' || host.kernel !== 'up') return false;
  return view
    .by('hostContainersByHost', key)
    .some((container) => view.get('HostContainer', container)?.state === 'running');
}

function isPanicked(view: View, { target }: Fault): boolean {
  const host = view.get('Host', target);
  return host ? host.kernel !== 'up' : view.get('VirtualMachine', target)?.state === 'panicked';
}
