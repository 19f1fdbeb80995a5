/** scaleReplicaSet: one step of a rolling update, or of scaling. */
import { z } from 'zod';
import { DESIRED_REPLICAS_ANNOTATION, MAX_REPLICAS_ANNOTATION, type Deployment } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { rolloutGoal } from '../controllers/deployment/fenceposts.ts';
import { deploymentKeyOf } from '../controllers/deployment/revisions.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const scaleReplicaSet = defineVerb({
  schema: z.strictObject({
    verb: z.literal('scaleReplicaSet'),
    replicaSet: objectKey,
    replicas: z.int().min(0).max(5000),
  }),
  apply: (world, { replicaSet: key, replicas }) => {
    const replicaSet = world.get('ReplicaSet', key);
    if (!replicaSet) return notFound('ReplicaSet', key);
    const deploymentKey = deploymentKeyOf(replicaSet);
    const deployment = deploymentKey === null ? undefined : world.get('Deployment', deploymentKey);
    updateObject(world, {
      ...replicaSet,
      metadata: deployment
        ? { ...replicaSet.metadata, annotations: sizedFor(replicaSet, deployment) }
        : replicaSet.metadata,
      spec: { ...replicaSet.spec, replicas },
    });
    if (deployment && replicas !== replicaSet.spec.replicas) announce(world, deployment, replicaSet, replicas);
    return null;
  },
});

/** The ReplicaSet remembers for which wish it has this size: a later wish is told from a step of a rollout by it. */
function sizedFor({ metadata }: ReplicaSet, { spec }: Deployment): Readonly<Record<string, string>> {
  return {
    ...metadata.annotations,
    [DESIRED_REPLICAS_ANNOTATION]: String(spec.replicas),
    [MAX_REPLICAS_ANNOTATION]: String(spec.replicas + rolloutGoal(spec).maxSurge),
  };
}

function announce(
  world: World,
  deployment: Deployment,
  { metadata: { name }, spec }: ReplicaSet,
  replicas: number,
): void {
  const direction = replicas > spec.replicas ? 'up' : 'down';
  recordEvent(world, deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${name} from ${spec.replicas} to ${replicas}`,
    details: { name, from: spec.replicas, to: replicas },
    source: 'deployment-controller',
  });
}
