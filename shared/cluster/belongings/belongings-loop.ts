/**
 * belongings: each visitor that a stateful program serves leaves a piece with it. What lies in the container's own layer
 * is lost with the container, what lies in a volume of the pod with the pod, what lies in a claim with the claim.
 */
import { must } from '../../base/assert.ts';
import type { Belongings } from '../../api/world/belongings.ts';
import type { Traffic } from '../../api/world/network.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { Change } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { podOfSandbox } from '../kubelet/kubelet-events.ts';
import { recordEvent } from '../api-server/events.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { programOf } from '../runtime/container-program.ts';
import { specOf } from '../runtime/container-states.ts';
import { servedRps } from '../runtime/throttling.ts';
import type { World } from '../world.ts';
import { placeOf } from './place.ts';

const CLAIM = 'claim:';

export const belongings = reflex({
  name: 'belongings',
  process: isPhysics,
  watches: {
    Traffic: servedOtherwise,
    Sandbox: (change) => [change.key],
    PersistentVolumeClaim: ({ key, after }) => (after ? [] : [CLAIM + key]),
  },
  keys: (view) => [
    ...view.keys('Sandbox'),
    ...view.keys('Belongings').map((key) => view.get('Belongings', key)?.podUid || key),
  ],
  run: (world, key) => {
    if (key.startsWith(CLAIM)) forgetClaim(world, key);
    else keepBooks(world, key);
  },
});

/** Pods that serve more or fewer than before. */
function servedOtherwise({ before, after }: Change<'Traffic'>): readonly string[] {
  const [was, is] = [servedBy(before), servedBy(after)];
  const uids = Object.keys(is).filter((uid) => was[uid] !== is[uid]);
  for (const uid in was) if (!(uid in is)) uids.push(uid);
  return uids;
}

const NOBODY: Traffic['byPod'] = {};
const servedBy = (traffic: Traffic | undefined): Traffic['byPod'] => traffic?.byPod ?? NOBODY;

function keepBooks(world: World, uid: string): void {
  const sandbox = world.get('Sandbox', uid);
  for (const key of world.by('belongingsByPod', uid)) {
    const kept = must(world.get('Belongings', key), key);
    const container = sandbox?.containers.find(({ name }) => `${uid}/${name}` === key);
    if (!sandbox || !container) leave(world, kept, null);
    else if (kept.place === 'layer' && runTickOf(container) !== kept.runTick) leave(world, kept, sandbox);
  }
  const keeper = sandbox?.containers.find((container) => pathOf(world, container) !== undefined);
  if (sandbox && keeper) write(world, sandbox, keeper);
}

const runTickOf = ({ state }: RuntimeContainer): number => (state.type === 'running' ? state.startedTick : -1);

function pathOf(view: View, container: RuntimeContainer): string | undefined {
  return container.role === 'init' ? undefined : programOf(view, container)?.keepsAt;
}

const piecesAt = ({ stored, perTick, sinceTick }: Belongings, tick: number): number =>
  stored + perTick * (tick - sinceTick);

/** From now on it keeps what those leave whom it serves now. */
function write(world: World, sandbox: Sandbox, container: RuntimeContainer): void {
  const key = `${sandbox.key}/${container.name}`;
  const perTick = container.state.type === 'running' ? servedRps(world, sandbox.key) : 0;
  const before = world.get('Belongings', key);
  if (!before && perTick === 0) return;
  if (before?.perTick === perTick) return;
  const path = pathOf(world, container) ?? '/';
  world.put({
    kind: 'Belongings',
    key,
    podUid: sandbox.key,
    ...placeOf(sandbox.podKey, sandbox.spec, specOf(sandbox, container.name), path),
    runTick: runTickOf(container),
    stored: before ? piecesAt(before, world.tick) : 0,
    sinceTick: world.tick,
    perTick,
  });
}

/** The container or its pod is gone. What is in a claim waits there for whoever comes next, if the claim still stands. */
function leave(world: World, kept: Belongings, sandbox: Sandbox | null): void {
  const pieces = piecesAt(kept, world.tick);
  world.remove('Belongings', kept.key);
  if (kept.place !== 'claim' || !world.get('PersistentVolumeClaim', kept.claimKey)) {
    lose(world, kept, pieces, sandbox);
    return;
  }
  const key = CLAIM + kept.claimKey;
  const before = world.get('Belongings', key)?.stored ?? 0;
  world.put({ ...kept, key, podUid: '', runTick: 0, stored: before + pieces, sinceTick: world.tick, perTick: 0 });
}

function lose(world: World, { key }: Pick<Belongings, 'key'>, pieces: number, sandbox: Sandbox | null): void {
  if (pieces === 0) return;
  const count = (world.get('LostBelongings', 'lost')?.count ?? 0) + pieces;
  world.put({ kind: 'LostBelongings', key: 'lost', count });
  const pod = sandbox && podOfSandbox(world, sandbox);
  if (!pod) return;
  recordEvent(world, pod, {
    type: 'Warning',
    reason: 'BelongingsLost',
    message: `What ${pieces} visitors left in the container's own layer is gone with it`,
    details: { pod: pod.metadata.name, container: key.slice(key.indexOf('/') + 1), pieces },
    source: 'visitors',
  });
}

/** A claim was deleted, and its storage with it. */
function forgetClaim(world: World, key: string): void {
  const kept = world.get('Belongings', key);
  if (!kept || world.get('PersistentVolumeClaim', kept.claimKey)) return;
  world.remove('Belongings', key);
  lose(world, kept, piecesAt(kept, world.tick), null);
}
