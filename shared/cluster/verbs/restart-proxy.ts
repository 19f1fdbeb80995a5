/** restartProxy: starts a node's kube-proxy again. It lists everything first, and is up to date at once. */
import { failure } from '../../api/status.ts';
import { isProxyUp } from '../../api/world/machine.ts';
import { withProxy } from '../network/proxy-service.ts';
import { machineVerb } from './machine-verb.ts';

export const restartProxy = machineVerb({
  verb: 'restartProxy',
  door: 'machine',
  apply: (world, machine) => {
    const { key: node } = machine;
    if (isProxyUp(machine)) {
      return failure('Conflict', 'proxyIsUp', `kube-proxy of node "${node}" is running`, { node });
    }
    world.put(withProxy(machine));
    return null;
  },
});
