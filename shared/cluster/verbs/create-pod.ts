/** createPod: a StatefulSet's, DaemonSet's or Job's controller makes one pod that is missing. */
import { z } from 'zod';
import { refusePod } from '../api-server/pod-admission.ts';
import { PODS_QUOTA } from '../controllers/replica-set/replica-set-pods.ts';
import { isRefused, planPod, POD_OWNERS, type PlannedPod } from '../controllers/workloads/owned-pod.ts';
import { makeClaims } from '../controllers/stateful-set/claims.ts';
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
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
  apply: (world, { kind, owner: key, slot }) => {
    const planned = planPod(world, kind, key, slot);
    if (isRefused(planned)) return planned;
    const { name: ownerName, namespace: where } = planned.owner.metadata;
    const refusal = refuseFullTown(world.live, planned) ?? refusePod(world.live, where, ownerName, planned.spec);
    if (refusal) return refusal;
    const { owner, labels, spec, source } = planned;
    const { namespace } = owner.metadata;
    const name = planned.name ?? generateName(world, 'Pod', namespace, podNamePrefix(owner.metadata.name));
    if (owner.kind === 'StatefulSet') makeClaims(world, key, name);
    makePod(world, newMeta(world, 'Pod', { name, namespace, labels, owner: ownerReference(owner) }), spec);
    recordEvent(world, owner, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${name}`,
      details: { name },
      source,
    });
    return null;
  },
});

function refuseFullTown(view: View, { owner }: PlannedPod): Status | null {
  const used = view.count('Pod');
  if (used < PODS_QUOTA) return null;
  const { name } = owner.metadata;
  const message = `pods "${name}" is forbidden: exceeded quota: town, requested: pods=1, used: pods=${used}, limited: pods=${PODS_QUOTA}`;
  return failure('Forbidden', 'townFull', message, { name, limit: PODS_QUOTA });
}
