/** createReplicaSet: makes the ReplicaSet of a Deployment's present template, or makes an old one the newest revision. */
import { z } from 'zod';
import {
  DESIRED_REPLICAS_ANNOTATION,
  MAX_REPLICAS_ANNOTATION,
  REVISION_ANNOTATION,
  TEMPLATE_HASH_LABEL,
  type Deployment,
} from '../../api/deployment.ts';
import { keyOf } from '../../api/meta.ts';
import { NEW_REPLICA_SET, type ReplicaSet } from '../../api/replica-set.ts';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { refuseNamespace } from '../api-server/namespaces.ts';
import { newMeta, ownerReference, updateObject } from '../api-server/objects.ts';
import { rolloutGoal } from '../controllers/deployment/fenceposts.ts';
import { hasDeadline, PROGRESS } from '../controllers/deployment/progress.ts';
import { hasOldPods } from '../controllers/deployment/recreate.ts';
import {
  isUpToDate,
  nextRevision,
  revisionOf,
  revisionsOf,
  type Revisions,
} from '../controllers/deployment/revisions.ts';
import { newReplicaCount } from '../controllers/deployment/rolling-update.ts';
import { progressText, withCondition } from '../controllers/deployment/status.ts';
import { templateHash, withTemplateHash } from '../controllers/deployment/template-hash.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const createReplicaSet = defineVerb({
  schema: z.strictObject({ verb: z.literal('createReplicaSet'), deployment: objectKey }),
  apply: (world, { deployment: key }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { name } = deployment.metadata;
    if (deployment.spec.paused) {
      return failure('Conflict', 'deploymentPaused', `deployment "${name}" is paused`, { name });
    }
    const revisions = revisionsOf(world, deployment);
    if (isUpToDate(deployment, revisions)) {
      const replicaSet = revisions.newSet?.metadata.name ?? '';
      return failure('AlreadyExists', 'replicaSetExists', `replicasets.apps "${replicaSet}" already exists`, {
        name,
        replicaSet,
      });
    }
    if (deployment.spec.strategy.type === 'Recreate' && hasOldPods(revisions)) {
      const message = `deployment "${name}" recreates: pods of an old revision are still there`;
      return failure('Conflict', 'oldPodsRemain', message, { name });
    }
    const refusal = revisions.newSet ? null : refuseNamespace(world, 'ReplicaSet', deployment.metadata);
    if (refusal) return refusal;
    if (revisions.newSet) renew(world, deployment, revisions.newSet, revisions);
    else create(world, deployment, revisions);
    return null;
  },
});

function create(world: World, deployment: Deployment, { oldSets }: Revisions): void {
  const { spec } = deployment;
  const goal = rolloutGoal(spec);
  const [hash, name] = freeName(world, deployment);
  const oldTotal = oldSets.reduce((total, set) => total + set.spec.replicas, 0);
  const replicas = newReplicaCount(goal, 0, oldTotal);
  const revision = String(nextRevision(oldSets));
  const template = withTemplateHash(spec.template, hash);
  const annotations = {
    [REVISION_ANNOTATION]: revision,
    [DESIRED_REPLICAS_ANNOTATION]: String(spec.replicas),
    [MAX_REPLICAS_ANNOTATION]: String(spec.replicas + goal.maxSurge),
  };
  const { labels } = template.metadata;
  const { namespace } = deployment.metadata;
  world.put({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: newMeta(world, 'ReplicaSet', { name, namespace, labels, annotations, owner: ownerReference(deployment) }),
    spec: {
      replicas,
      selector: { ...spec.selector, matchLabels: { ...spec.selector.matchLabels, [TEMPLATE_HASH_LABEL]: hash } },
      template,
      minReadySeconds: spec.minReadySeconds,
    },
    status: NEW_REPLICA_SET,
  });
  noteRevision(
    world,
    deployment,
    revision,
    progressText('True', PROGRESS.created, `Created new replica set "${name}"`),
  );
  if (replicas === 0) return;
  recordEvent(world, deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled up replica set ${name} from 0 to ${replicas}`,
    details: { name, from: 0, to: replicas },
    source: 'deployment-controller',
  });
}

function freeName(world: World, { metadata, spec }: Deployment): readonly [hash: string, name: string] {
  for (let collision = 0; ; collision += 1) {
    const hash = templateHash(spec.template, collision);
    const name = `${metadata.name}-${hash}`;
    if (!world.get('ReplicaSet', keyOf({ ...metadata, name }))) return [hash, name];
  }
}

function renew(world: World, deployment: Deployment, newSet: ReplicaSet, { oldSets }: Revisions): void {
  const revision = String(Math.max(nextRevision(oldSets), revisionOf(newSet)));
  updateObject(world, {
    ...newSet,
    metadata: { ...newSet.metadata, annotations: { ...newSet.metadata.annotations, [REVISION_ANNOTATION]: revision } },
    spec: { ...newSet.spec, minReadySeconds: deployment.spec.minReadySeconds },
  });
  noteRevision(world, deployment, revision, null);
}

function noteRevision(
  world: World,
  { metadata, ...deployment }: Deployment,
  revision: string,
  text: ReturnType<typeof progressText> | null,
): void {
  const { spec, status } = deployment;
  const isWatched = text !== null && hasDeadline(spec.progressDeadlineSeconds);
  updateObject(world, {
    ...deployment,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [REVISION_ANNOTATION]: revision } },
    status: isWatched ? { ...status, conditions: withCondition(status.conditions, text, world.tick) } : status,
  });
}
