/**
 * Pods of a DaemonSet that failed: where a kubelet refuses each new one, they must not follow each other in a hot loop.
 * Sources: pkg/controller/daemon, podsShouldBeOnNode; client-go/util/flowcontrol, Backoff.
 */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import type { DaemonSet } from '../../../api/daemon-set.ts';
import type { Pod } from '../../../api/pod.ts';
import type { DaemonBackoff } from '../../../api/world/daemon-backoff.ts';
import type { View } from '../../../store/store.ts';
import { recordEvent } from '../../api-server/events.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { World } from '../../world.ts';
import { nodeOf, wantsNode } from './daemon-pods.ts';

/** Source: cmd/kube-controller-manager/app/apps.go, NewBackOff for the DaemonSet controller. */
const FIRST_WAIT_TICKS = 1;
const LONGEST_WAIT_TICKS = 15 * 60;
/** Whoever has not failed for longer begins anew. */
const FORGOTTEN_AFTER_TICKS = 2 * LONGEST_WAIT_TICKS;

const backoffKey = ({ metadata }: DaemonSet, nodeName: string): string => `${keyOf(metadata)}/${nodeName}`;

/** What is remembered of this very set, as it is wanted now. */
function backoffOf(view: View, set: DaemonSet, nodeName: string): DaemonBackoff | undefined {
  const backoff = view.get('DaemonBackoff', backoffKey(set, nodeName));
  const isSame = backoff?.ownerUid === set.metadata.uid && backoff.generation === set.metadata.generation;
  return backoff && isSame && view.tick - backoff.sinceTick <= FORGOTTEN_AFTER_TICKS ? backoff : undefined;
}

const endTick = ({ sinceTick, waitTicks }: DaemonBackoff): number => sinceTick + waitTicks;

/** One that failed there stays as it is for now. */
export function isBackingOff(view: View, set: DaemonSet, nodeName: string): boolean {
  const backoff = backoffOf(view, set, nodeName);
  return backoff !== undefined && view.tick < endTick(backoff);
}

/** Its controller takes a failed pod down where another is to follow: it says so, and the next one waits twice as long. */
export function noteFailedDaemon(world: World, pod: Pod): void {
  const { namespace, name } = pod.metadata;
  const owner = controllerOf(pod.metadata);
  if (owner?.kind !== 'DaemonSet' || pod.status.phase !== 'Failed') return;
  const set = world.get('DaemonSet', keyOf({ namespace, name: owner.name }));
  const nodeName = nodeOf(pod);
  const node = world.get('Node', nodeName);
  if (set?.metadata.uid !== owner.uid || !node || wantsNode(set, node) === 'no') return;
  const before = backoffOf(world, set, nodeName);
  world.put({
    kind: 'DaemonBackoff',
    key: backoffKey(set, nodeName),
    ownerKey: keyOf(set.metadata),
    ownerUid: owner.uid,
    generation: set.metadata.generation,
    waitTicks: before ? Math.min(2 * before.waitTicks, LONGEST_WAIT_TICKS) : FIRST_WAIT_TICKS,
    sinceTick: world.tick,
  });
  recordEvent(world, set, {
    type: 'Warning',
    reason: 'FailedDaemonPod',
    message: `Found failed daemon pod ${namespace}/${name} on node ${nodeName}, will try to kill it`,
    details: { name: owner.name, pod: name, node: nodeName },
    source: 'daemonset-controller',
  });
}

/** When its DaemonSet looks again. */
export const backoffDeadline = (backoff: DaemonBackoff) => [{ tick: endTick(backoff), key: backoff.ownerKey }];

/** Forgets what is long over, or was another set's. */
export const daemonBackoffs = reflex({
  name: 'daemon-backoff',
  process: inControllerManager,
  watches: {
    DaemonSet: ({ key, after }, view) =>
      after ? [] : view.keys('DaemonBackoff').filter((backoff) => view.get('DaemonBackoff', backoff)?.ownerKey === key),
  },
  deadlines: {
    DaemonBackoff: ({ key, sinceTick }) => [{ tick: sinceTick + FORGOTTEN_AFTER_TICKS + 1, key }],
  },
  keys: (view) => view.keys('DaemonBackoff'),
  run: (world, key) => {
    const backoff = world.get('DaemonBackoff', key);
    if (!backoff) return;
    const isOver = world.tick - backoff.sinceTick > FORGOTTEN_AFTER_TICKS;
    const isOthers = world.get('DaemonSet', backoff.ownerKey)?.metadata.uid !== backoff.ownerUid;
    if (isOver || isOthers) world.remove('DaemonBackoff', key);
  },
});
