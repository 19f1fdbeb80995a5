/** killContainer: ends a container (a failed liveness probe asks for it); the restart policy decides what follows. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { findContainer, isStatus, nodeOfPod, refuseWithoutRuntime } from '../kubelet/lookup.ts';
import { killContainerNow } from '../kubelet/stop.ts';
import { containerName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const killContainer = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('killContainer'), pod: objectKey, container: containerName }),
  nodeOf: (view, { pod }) => nodeOfPod(view, pod),
  apply: (world, { pod, container: name }) => {
    const target = findContainer(world, pod, name);
    if (isStatus(target)) return target;
    const { sandbox, container } = target;
    const down = refuseWithoutRuntime(world, sandbox.nodeName);
    if (down) return down;
    const details = { name: pod, container: name };
    if (container.state.type !== 'running') {
      return failure('Conflict', 'containerNotRunning', `container "${name}" is not running`, details);
    }
    if (container.plannedExit?.cause === 'signal') {
      return failure('Conflict', 'containerStopping', `container "${name}" is being stopped`, details);
    }
    killContainerNow(world, sandbox, container);
    return null;
  },
});
