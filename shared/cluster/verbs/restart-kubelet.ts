/** restartKubelet: starts a kubelet that has stopped, or whose watch is late. It does nothing until it has listed everything. */
import { failure } from '../../api/status.ts';
import { isKubeletUp } from '../../api/world/machine.ts';
import { startKubelet } from '../kubelet/restart.ts';
import { kubeletOf } from '../processes.ts';
import { sightOf } from '../sight/sight.ts';
import { machineVerb } from './machine-verb.ts';

export const restartKubelet = machineVerb({
  verb: 'restartKubelet',
  door: 'machine',
  apply: (world, machine) => {
    const kubelet = kubeletOf(machine.key);
    const sight = sightOf(world, kubelet);
    if (sight?.starting)
      return failure('ServiceUnavailable', 'processStarting', `${kubelet} is starting`, { process: kubelet });
    if (isKubeletUp(machine) && (!sight || sight.lateTicks === 0)) {
      const message = `the watch of ${kubelet} brings its news in time`;
      return failure('Conflict', 'watchIsWell', message, { process: kubelet });
    }
    startKubelet(world, machine);
    return null;
  },
});
