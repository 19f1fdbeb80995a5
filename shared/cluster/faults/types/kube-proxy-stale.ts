/**
 * kube-proxy-stale: one node's kube-proxy stops. Its rules stay in the kernel as they were, and go on carrying visitors,
 * to pods that are gone as well. Healed when it runs again.
 */
import { isInTouch, isProxyUp } from '../../../api/world/machine.ts';
import { must } from '../../../base/assert.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const kubeProxyStale: FaultDefinition = {
  type: 'kube-proxy-stale',
  component: 'network',
  difficulty: 3,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) =>
    view.keys('Machine').filter((name) => {
      const machine = view.get('Machine', name);
      return isInTouch(machine) && isProxyUp(machine);
    }),
  begin: (world, target) => {
    world.put({ ...must(world.get('Machine', target), target), proxyDownTick: world.tick });
    return {};
  },
  symptoms: [
    { type: 'gauge', name: 'proxyDown', shows: (view, { target }) => !isProxyUp(view.get('Machine', target)) },
  ],
  harm: (view, { target }) => !isProxyUp(view.get('Machine', target)),
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'restartProxy', node: target })],
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || (isProxyUp(machine) && machine.power === 'on');
  },
};
