// Deployments in a real store, with their ReplicaSets and pods.
import { expect, test } from 'vitest';
import { REVISION_ANNOTATION, TEMPLATE_HASH_LABEL } from '../../../shared/api/deployment.ts';
import { isPodActive, isPodReady } from '../../../shared/api/pod.ts';
import { revisionsOf } from '../../../shared/cluster/controllers/deployment/revisions.ts';
import { planDeployment } from '../../../shared/cluster/controllers/deployment/deployment-loop.ts';
import { act, aDeployment } from '../../support/builders.ts';
import {
  aTownHall,
  deploymentOf,
  events,
  pods,
  progressing,
  replicaSets,
  settle,
  type TownHall,
} from '../../support/town-hall.ts';

function openTown(replicas = 4, spec: object = {}): TownHall {
  const hall = aTownHall({ manifests: [aDeployment('web', { replicas, spec })] });
  settleAll(hall);
  return hall;
}

function settleAll({ world, tick }: TownHall, ticks = 12): void {
  for (let step = 0; step < ticks; step += 1) {
    tick();
    settle(world);
  }
}

const setImage = (hall: TownHall, name: string) =>
  act(hall.world, { verb: 'setImage', deployment: 'default/web', container: 'app', image: name });
const sizes = ({ world }: TownHall) => replicaSets(world).map((set) => set.spec.replicas);

test("DEPLOY-2 DEPLOY-3 a Deployment makes one ReplicaSet, and says so in today's words", () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 3 })] });
  tick();
  const [replicaSet] = replicaSets(world);
  const hash = replicaSet?.metadata.labels[TEMPLATE_HASH_LABEL] ?? '';
  expect(hash).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/);
  expect(replicaSet).toMatchObject({
    metadata: {
      name: `web-${hash}`,
      annotations: { [REVISION_ANNOTATION]: '1' },
      ownerReferences: [{ kind: 'Deployment', name: 'web' }],
    },
    spec: { replicas: 3, selector: { matchLabels: { app: 'web', [TEMPLATE_HASH_LABEL]: hash } } },
  });
  expect(deploymentOf(world, 'web').metadata.annotations[REVISION_ANNOTATION]).toBe('1');
  expect(progressing(world, 'web')).toMatchObject({ status: 'True', reason: 'NewReplicaSetCreated' });
  expect(events(world, 'ScalingReplicaSet').map((event) => event.message)).toEqual([
    `Scaled up replica set web-${hash} from 0 to 3`,
  ]);
});

test('DEPLOY-4 DEPLOY-5 a rolling update goes up and down by turns and never below what is promised', () => {
  const hall = openTown(4);
  setImage(hall, 'docker.io/library/villa:2.0');
  let least = 4;
  let most = 4;
  for (let step = 0; step < 40; step += 1) {
    hall.tick();
    const active = pods(hall.world).filter(isPodActive);
    most = Math.max(most, active.length);
    least = Math.min(least, active.filter(isPodReady).length);
    settle(hall.world);
  }
  expect(sizes(hall)).toEqual([0, 4]);
  expect(least).toBeGreaterThanOrEqual(3);
  expect(most).toBe(5);
  expect(progressing(hall.world, 'web')).toMatchObject({ reason: 'NewReplicaSetAvailable' });
});

test('DEPLOY-4 a new revision that never gets ready stops the rollout with enough old pods left', () => {
  const hall = openTown(4);
  setImage(hall, 'docker.io/library/bad:1.0');
  hall.tick(30);
  expect(sizes(hall)).toEqual([3, 2]);
  expect(pods(hall.world).filter((pod) => isPodActive(pod) && isPodReady(pod))).toHaveLength(3);
});

test('DEPLOY-7 a paused Deployment is scaled but not rolled out', () => {
  const hall = openTown(2);
  const paused = (on: boolean) => {
    const image = 'docker.io/library/villa:2.0';
    act(hall.world, { verb: 'apply', manifest: aDeployment('web', { replicas: 3, image, spec: { paused: on } }) });
    settleAll(hall);
  };
  paused(true);
  expect(sizes(hall)).toEqual([3]);
  expect(progressing(hall.world, 'web')).toMatchObject({ status: 'Unknown', reason: 'DeploymentPaused' });
  expect(act(hall.world, { verb: 'createReplicaSet', deployment: 'default/web' })).toMatchObject({
    key: 'deploymentPaused',
  });
  paused(false);
  expect(sizes(hall)).toEqual([0, 3]);
});

test('DEPLOY-8 old revisions beyond the limit are forgotten', () => {
  const hall = openTown(1, { revisionHistoryLimit: 2 });
  for (const tag of ['2', '3', '4', '5']) {
    setImage(hall, `docker.io/library/villa:${tag}`);
    settleAll(hall);
  }
  expect(replicaSets(hall.world).map((set) => set.metadata.annotations[REVISION_ANNOTATION])).toEqual(['3', '4', '5']);
});

test('DEPLOY-9 a rollout that stands still for too long says so, and stays as it is', () => {
  const hall = openTown(4, { progressDeadlineSeconds: 20 });
  setImage(hall, 'docker.io/library/bad:1.0');
  hall.tick(15);
  expect(progressing(hall.world, 'web')?.status).toBe('True');
  hall.tick(15);
  expect(progressing(hall.world, 'web')).toMatchObject({ status: 'False', reason: 'ProgressDeadlineExceeded' });
  expect(sizes(hall)).toEqual([3, 2]);
});

test('DEPLOY-9 without a deadline nobody watches the progress', () => {
  const hall = openTown(2, { progressDeadlineSeconds: 2147483647 });
  expect(deploymentOf(hall.world, 'web').status.conditions.map(({ type }) => type)).toEqual(['Available']);
  setImage(hall, 'docker.io/library/bad:1.0');
  hall.tick(30);
  expect(progressing(hall.world, 'web')).toBeUndefined();
  const { spec, ...deployment } = deploymentOf(hall.world, 'web');
  hall.world.put({ ...deployment, spec: { ...spec, progressDeadlineSeconds: 20 } });
  hall.tick(2);
  expect(progressing(hall.world, 'web')).toMatchObject({ status: 'True', reason: 'FoundNewReplicaSet' });
  hall.tick(22);
  expect(progressing(hall.world, 'web')).toMatchObject({ status: 'False', reason: 'ProgressDeadlineExceeded' });
});

test('DEPLOY-9 an undo is told by what it moves', () => {
  const hall = openTown(4);
  setImage(hall, 'docker.io/library/villa:2.0');
  settleAll(hall, 40);
  act(hall.world, { verb: 'undoRollout', deployment: 'default/web' });
  const reasons = new Set<string | undefined>();
  for (let count = 0; count < 40; count += 1) {
    reasons.add(progressing(hall.world, 'web')?.reason);
    settleAll(hall, 1);
  }
  expect([...reasons]).toEqual(['NewReplicaSetAvailable', 'ReplicaSetUpdated']);
});

test('DEPLOY-11 with Recreate one that is missing is one too many', () => {
  const hall = openTown(2, { strategy: { type: 'Recreate' } });
  const available = () => deploymentOf(hall.world, 'web').status.conditions.find(({ type }) => type === 'Available');
  expect(available()?.status).toBe('True');
  setImage(hall, 'docker.io/library/bad:1.0');
  hall.tick(5);
  expect(available()?.status).toBe('False');
});

test('DEPLOY-10 undo brings the plan before back, as the newest revision', () => {
  const hall = openTown(3);
  setImage(hall, 'docker.io/library/bad:1.0');
  hall.tick(5);
  expect(act(hall.world, { verb: 'undoRollout', deployment: 'default/web' })).toBeNull();
  settleAll(hall);
  const [first, second] = replicaSets(hall.world);
  expect([first?.spec.replicas, second?.spec.replicas]).toEqual([3, 0]);
  expect(first?.metadata.annotations[REVISION_ANNOTATION]).toBe('3');
  const { template } = deploymentOf(hall.world, 'web').spec;
  expect(template.spec.containers[0]?.image).toBe('docker.io/library/hut:1.0');
  expect(template.metadata.labels).toEqual({ app: 'web' });
});

test('DEPLOY-10 without history there is nothing to go back to', () => {
  const hall = openTown(1);
  expect(act(hall.world, { verb: 'undoRollout', deployment: 'default/web' })).toMatchObject({
    code: 404,
    key: 'noRolloutHistory',
  });
});

test('DEPLOY-6 DEPLOY-11 DEPLOY-12 scaling is followed, and the status counts', () => {
  const hall = openTown(2);
  act(hall.world, { verb: 'scale', deployment: 'default/web', replicas: 6 });
  hall.tick(3);
  const { status } = deploymentOf(hall.world, 'web');
  expect(status).toMatchObject({
    replicas: 6,
    updatedReplicas: 6,
    readyReplicas: 2,
    availableReplicas: 2,
    unavailableReplicas: 4,
  });
  expect(status.conditions.find((condition) => condition.type === 'Available')).toMatchObject({
    status: 'False',
    reason: 'MinimumReplicasUnavailable',
  });
  settleAll(hall);
  expect(deploymentOf(hall.world, 'web').status).toMatchObject({
    availableReplicas: 6,
    unavailableReplicas: 0,
    observedGeneration: 2,
  });
});

test('DEPLOY-13 at rest nothing is planned and nothing written', () => {
  const hall = openTown(3);
  const deployment = deploymentOf(hall.world, 'web');
  expect(planDeployment(deployment, revisionsOf(hall.world, deployment))).toEqual([]);
  const { revision } = hall.world;
  hall.tick(5);
  expect(hall.world.revision).toBe(revision);
});

test('DEPLOY-2 a template that exists already is refused another ReplicaSet', () => {
  const hall = openTown(1);
  expect(act(hall.world, { verb: 'createReplicaSet', deployment: 'default/web' })).toMatchObject({
    code: 409,
    key: 'replicaSetExists',
  });
  expect(act(hall.world, { verb: 'createReplicaSet', deployment: 'default/nobody' })).toMatchObject({ code: 404 });
});

test('DEPLOY-20 an image is set by the name of its container, of one that begins first, too', () => {
  const initContainers = [{ name: 'dig', image: 'hut:1.0' }];
  const { world } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { initContainers })] });
  const set = (container: string) =>
    ({ verb: 'setImage', deployment: 'default/web', container, image: 'villa:1.0' }) as const;
  const images = () => {
    const { initContainers: first, containers } = deploymentOf(world, 'web').spec.template.spec;
    return [...first, ...containers].map(({ image }) => image);
  };
  expect(act(world, set('dig'))).toBeNull();
  expect(images()).toEqual(['villa:1.0', 'docker.io/library/hut:1.0']);
  expect(act(world, set('app'))).toBeNull();
  expect(images()).toEqual(['villa:1.0', 'villa:1.0']);
  expect(act(world, set('roof'))).toMatchObject({ code: 404, key: 'containerNotFound', details: { name: 'roof' } });
});
