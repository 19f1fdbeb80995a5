/**
 * Pods that may not come in, for their images or for a quota: the controller asks, is refused, says so, and asks again,
 * each time after twice as long. What it waits for is not watched: it is found at the next try.
 */
import { keyOf, type ObjectMeta } from '../../../api/meta.ts';
import { isPodActive } from '../../../api/pod.ts';
import type { Status } from '../../../api/status.ts';
import type { CreateBackoff } from '../../../api/world/create-backoff.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { recordEvent } from '../../api-server/events.ts';
import { reflex } from '../../loop.ts';
import { retryTicks } from '../../plane/seats.ts';
import { inControllerManager } from '../../processes.ts';
import type { Verb } from '../../verbs/table.ts';
import type { World } from '../../world.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';

type PodMakerKind = CreateBackoff['owner'];

interface PodMaker {
  readonly kind: PodMakerKind;
  readonly metadata: ObjectMeta;
}

/** Source: pkg/controller/job, DefaultJobApiBackOff and MaxJobApiBackOff. */
const JOB_FIRST_TICKS = 1;
const JOB_MOST_TICKS = 60;
/** Far beyond the maximum. */
const MOST_DOUBLINGS = 10;
const FAILED_CREATE = 'FailedCreate';

const backoffKey = ({ kind, metadata }: PodMaker): string => `${kind}/${keyOf(metadata)}`;

const activeOf = (view: View, { metadata }: PodMaker): number => podsOf(view, metadata.uid).filter(isPodActive).length;

function waitTicks(kind: PodMakerKind, failures: number): number {
  if (kind !== 'Job') return retryTicks(failures);
  return Math.min(JOB_FIRST_TICKS << Math.min(failures - 1, MOST_DOUBLINGS), JOB_MOST_TICKS);
}

/** It was refused, nothing of its own has changed since, and its time has not come. */
export function isHeldBack(view: View, maker: PodMaker): boolean {
  const backoff = view.get('CreateBackoff', backoffKey(maker));
  return (
    backoff?.ownerUid === maker.metadata.uid &&
    view.tick < backoff.untilTick &&
    backoff.generation === maker.metadata.generation &&
    backoff.activePods === activeOf(view, maker)
  );
}

export function unlessHeldBack(view: View, maker: PodMaker, plan: readonly Verb[]): readonly Verb[] {
  return plan.some(({ verb }) => verb === 'createPod') && isHeldBack(view, maker)
    ? plan.filter(({ verb }) => verb !== 'createPod')
    : plan;
}

/** Tells of it, and puts the next try off. Of several refusals in one go the first counts. */
export function noteRefusal(world: World, maker: PodMaker, refusal: Status, source: string): void {
  const key = backoffKey(maker);
  const before = world.get('CreateBackoff', key);
  const { kind, metadata } = maker;
  if (before?.refusedTick === world.tick && before.generation === metadata.generation) return;
  // Where the namespace is being closed no try can succeed, and nothing is said. Source: controller_utils.go, CreatePods.
  if (refusal.key !== 'namespaceClosing') {
    const details = { ...refusal.details, name: metadata.name, refusal: refusal.key };
    const message = `Error creating: ${refusal.message}`;
    recordEvent(world, maker, { type: 'Warning', reason: FAILED_CREATE, message, details, source });
  }
  const failures = (before?.ownerUid === metadata.uid ? before.failures : 0) + 1;
  world.put({
    kind: 'CreateBackoff',
    key,
    owner: kind,
    ownerKey: keyOf(metadata),
    ownerUid: metadata.uid,
    failures,
    refusedTick: world.tick,
    untilTick: world.tick + waitTicks(kind, failures),
    generation: metadata.generation,
    activePods: activeOf(world, maker),
  });
}

/** It was let in. */
export function forgetRefusal(world: World, maker: PodMaker): void {
  const key = backoffKey(maker);
  if (world.get('CreateBackoff', key)?.refusedTick !== world.tick) world.remove('CreateBackoff', key);
}

/** When a maker of pods asks again. */
export const retryDeadlines = (kind: PodMakerKind) => ({
  CreateBackoff: ({ owner, ownerKey, untilTick }: CreateBackoff) =>
    owner === kind ? [{ tick: untilTick, key: ownerKey }] : [],
});

const gone =
  (kind: PodMakerKind) =>
  ({ key, after }: Change): readonly string[] =>
    after ? [] : [`${kind}/${key}`];

/** Whose owner is gone, or another of its name, is forgotten. */
export const createBackoffs = reflex({
  name: 'create-backoff',
  process: inControllerManager,
  watches: {
    ReplicaSet: gone('ReplicaSet'),
    StatefulSet: gone('StatefulSet'),
    DaemonSet: gone('DaemonSet'),
    Job: gone('Job'),
  },
  keys: (view) => view.keys('CreateBackoff'),
  run: (world, key) => {
    const backoff = world.get('CreateBackoff', key);
    if (backoff && world.get(backoff.owner, backoff.ownerKey)?.metadata.uid !== backoff.ownerUid)
      world.remove('CreateBackoff', key);
  },
});
