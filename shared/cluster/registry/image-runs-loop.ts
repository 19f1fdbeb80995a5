/** Book-keeping: which container ran which digest, from when to when. */
import type { ImageRun } from '../../api/world/trace.ts';
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { tickKey } from './records.ts';

/** Kept at most so many; when there are more, the oldest that are over go, some at a time. Ours. */
const RUNS_KEPT = 2000;
const RUNS_FORGOTTEN = 500;

export const imageRunsLoop = reflex({
  name: 'image-runs',
  process: isPhysics,
  watches: { Sandbox: ({ key }) => [key] },
  keys: (view) => [...view.keys('Sandbox'), ...openPods([...view.list('ImageRun')])],
  run: (world, uid) => {
    const running = runningNow(world, uid);
    for (const key of world.by('openImageRunsByPod', uid)) {
      if (!running.some((run) => run.key === key)) {
        world.put({ ...must(world.get('ImageRun', key), key), endedTick: world.tick });
      }
    }
    for (const run of running) if (!world.get('ImageRun', run.key)) world.put(run);
    forgetOldRuns(world);
  },
});

/** Pods that went while their containers still ran, as their machine did. */
function openPods(runs: readonly ImageRun[]): readonly string[] {
  return runs.flatMap(({ podUid, endedTick }) => (endedTick === null ? [podUid] : []));
}

function runningNow(world: World, uid: string): readonly ImageRun[] {
  const sandbox = world.get('Sandbox', uid);
  if (!sandbox) return [];
  const { podKey, nodeName } = sandbox;
  return sandbox.containers.flatMap(({ name, image, imageDigest, state }): readonly ImageRun[] => {
    if (state.type !== 'running' || imageDigest === null) return [];
    const { startedTick } = state;
    const key = `${tickKey(startedTick)}|${uid}|${name}`;
    const run = { kind: 'ImageRun', key, digest: imageDigest, podUid: uid, podKey, container: name } as const;
    return [{ ...run, image, nodeName, startedTick, endedTick: null }];
  });
}

function forgetOldRuns(world: World): void {
  const tooMany = world.count('ImageRun') - RUNS_KEPT;
  if (tooMany <= 0) return;
  for (const key of world.by('endedImageRuns', '').slice(0, Math.max(RUNS_FORGOTTEN, tooMany)))
    world.remove('ImageRun', key);
}
