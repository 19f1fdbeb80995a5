/** createPods: the ReplicaSet controller makes missing pods from the template. */
import { z } from 'zod';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { freeNames, newMeta, ownerReference } from '../api-server/objects.ts';
import { createPod, podNamePrefix } from '../api-server/pods.ts';
import { refusePod } from '../api-server/pod-admission.ts';
import { missingPods } from '../controllers/replica-set/replica-set-pods.ts';
import { forgetRefusal, noteRefusal } from '../controllers/workloads/create-backoff.ts';
import { slowStart, SLOW_START_INITIAL_BATCH } from '../controllers/replica-set/slow-start.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

const SOURCE = 'replicaset-controller';

export const createPods = defineVerb({
  schema: z.strictObject({ verb: z.literal('createPods'), replicaSet: objectKey, count: z.int().min(1).max(500) }),
  apply: (world, { replicaSet: key, count }, actor) => {
    const replicaSet = world.get('ReplicaSet', key);
    if (!replicaSet) return notFound('ReplicaSet', key);
    const { name } = replicaSet.metadata;
    const missing = Math.max(0, missingPods(world, replicaSet));
    if (count > missing) {
      const message = `replicaset "${name}" lacks ${missing} pods, not ${count}`;
      return failure('BadRequest', 'podsNotMissing', message, { name, missing, count });
    }
    // A hand that can make none is told; a controller tells, and asks again later.
    const refusal = refuseNext(world, replicaSet);
    if (refusal && actor.type !== 'component') return refusal;
    const names = freeNames(world, 'Pod', replicaSet.metadata.namespace, podNamePrefix(name));
    const { calls, successes } = slowStart(count, SLOW_START_INITIAL_BATCH, () => createOne(world, replicaSet, names));
    if (calls === successes) forgetRefusal(world, replicaSet);
    return null;
  },
});

function refuseNext({ live }: World, { metadata: { name, namespace }, spec: { template } }: ReplicaSet): Status | null {
  return refusePod(live, namespace, podNamePrefix(name), template.spec);
}

function createOne(world: World, replicaSet: ReplicaSet, names: Iterator<string, never>): boolean {
  const { namespace } = replicaSet.metadata;
  const { template } = replicaSet.spec;
  const refusal = refuseNext(world, replicaSet);
  if (refusal) {
    noteRefusal(world, replicaSet, refusal, SOURCE);
    return false;
  }
  const name = names.next().value;
  const { labels, annotations } = template.metadata;
  createPod(
    world,
    newMeta(world, 'Pod', { name, namespace, labels, annotations, owner: ownerReference(replicaSet) }),
    template.spec,
  );
  recordEvent(world, replicaSet, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created pod: ${name}`,
    details: { name },
    source: SOURCE,
  });
  return true;
}
