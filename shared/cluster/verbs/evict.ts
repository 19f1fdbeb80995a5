/** evict: asks a pod to leave its node; its controller makes another one. */
import { z } from 'zod';
import { keyOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { recordEvent } from '../api-server/events.ts';
import { BY_TAINT_MANAGER, evictPod } from '../api-server/pods.ts';
import { answerEviction, type EvictionAnswer } from '../controllers/disruption/budget.ts';
import { isEvictionDue } from '../controllers/node-lifecycle/taint-eviction-loop.ts';
import { refuseStranger, refuseToWaitTwice } from './delete.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Reason of the condition DisruptionTarget for everybody else. */
const BY_API = 'EvictionByEvictionAPI';

export const evict = defineVerb({
  schema: z.strictObject({
    verb: z.literal('evict'),
    pod: objectKey,
    reason: z.enum([BY_API, BY_TAINT_MANAGER]).optional(),
  }),
  apply: (world, { pod: key, reason = BY_API }) => {
    const pod = world.live.get('Pod', key);
    if (!pod) return notFound('Pod', key);
    const refusal = refuseStranger(pod, world.get('Pod', key)) ?? refuseToWaitTwice(pod);
    if (refusal) return refusal;
    const isTaints = reason === BY_TAINT_MANAGER;
    const { refusal: budgetRefusal, spend } = isTaints
      ? answerTaints(world, key, pod)
      : answerEviction(world.live, pod);
    if (budgetRefusal) return budgetRefusal;
    if (spend) {
      // The next one who asks finds it spent, before the budget is counted anew.
      const disruptionsAllowed = spend.status.disruptionsAllowed - 1;
      world.put({ ...spend, status: { ...spend.status, disruptionsAllowed } });
    }
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

/** Taints ask no budget: their time is over, or it is not. */
function answerTaints(view: View, key: string, { metadata: { name }, spec }: Pod): EvictionAnswer {
  if (isEvictionDue(view, key)) return { refusal: null, spend: null };
  const message = `pod "${name}" still tolerates the taints of its node`;
  const refusal = failure('Conflict', 'tolerationLeft', message, { name, node: spec.nodeName ?? '' });
  return { refusal, spend: null };
}
