/** evict: asks a pod to leave its node; its controller makes another one. */
import { z } from 'zod';
import { keyOf } from '../../api/meta.ts';
import { notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { BY_TAINT_MANAGER, evictPod } from '../api-server/pods.ts';
import { refuseToWaitTwice } from './delete.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Reason of the condition DisruptionTarget for everybody else. */
const BY_API = 'EvictionByEvictionAPI';

export const evict = defineVerb({
  schema: z.strictObject({ verb: z.literal('evict'), pod: objectKey, reason: z.string().max(100).optional() }),
  apply: (world, { pod: key, reason = BY_API }) => {
    const pod = world.get('Pod', key);
    if (!pod) return notFound('Pod', key);
    const refusal = refuseToWaitTwice(pod);
    if (refusal) return refusal;
    const isTaints = reason === BY_TAINT_MANAGER;
    if (isTaints) {
      recordEvent(world, pod, {
        type: 'Normal',
        reason: 'TaintManagerEviction',
        message: `Marking for deletion Pod ${keyOf(pod.metadata)}`,
        details: { name: pod.metadata.name, node: pod.spec.nodeName ?? '' },
        source: 'taint-eviction-controller',
      });
    }
    evictPod(
      world,
      pod,
      reason,
      isTaints ? 'Taint manager: deleting due to NoExecute taint' : 'Eviction API: evicting',
    );
    return null;
  },
});
