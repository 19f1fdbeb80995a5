/** createPod: a StatefulSet's, DaemonSet's or Job's controller makes one pod that is missing. */
import { z } from 'zod';
import { refusePod } from '../api-server/pod-admission.ts';
import { forgetRefusal, noteRefusal } from '../controllers/workloads/create-backoff.ts';
import { isRefused, planPod, POD_OWNERS } from '../controllers/workloads/owned-pod.ts';
import { createdInSet, makeClaims } from '../controllers/stateful-set/claims.ts';
import { refuseTakenName } from '../controllers/stateful-set/stateful-pods.ts';
import { recordEvent } from '../api-server/events.ts';
import { generateName, newMeta, ownerReference } from '../api-server/objects.ts';
import { createPod as makePod, podNamePrefix } from '../api-server/pods.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const createPod = defineVerb({
  schema: z.strictObject({
    verb: z.literal('createPod'),
    kind: z.enum(POD_OWNERS),
    owner: objectKey,
    /** Ordinal in a StatefulSet, node of a DaemonSet. */
    slot: z.string().max(253).default(''),
  }),
  apply: (world, { kind, owner: key, slot }, actor) => {
    const planned = planPod(world, kind, key, slot);
    if (isRefused(planned)) return planned;
    const { name: ownerName, namespace: where } = planned.owner.metadata;
    const refusal = refuseTakenName(world, planned) ?? refusePod(world.live, where, ownerName, planned.spec);
    // A hand is told; a controller tells, and asks again later.
    if (refusal && actor.type !== 'component') return refusal;
    if (refusal) {
      noteRefusal(world, planned.owner, refusal, planned.source);
      return null;
    }
    const { owner, labels, annotations, spec, source } = planned;
    const { namespace } = owner.metadata;
    const name = planned.name ?? generateName(world, 'Pod', namespace, podNamePrefix(owner.metadata.name));
    if (owner.kind === 'StatefulSet') makeClaims(world, key, name);
    makePod(world, newMeta(world, 'Pod', { name, namespace, labels, annotations, owner: ownerReference(owner) }), spec);
    recordEvent(world, owner, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: owner.kind === 'StatefulSet' ? createdInSet(name, ownerName) : `Created pod: ${name}`,
      details: { name },
      source,
    });
    forgetRefusal(world, owner);
    return null;
  },
});
