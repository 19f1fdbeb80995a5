/** Builds in progress: a reflex that finishes them. The image lands in the backpack, its steps in the build cache. */
import { shortDigest } from '../../base/sha256.ts';
import type { Build } from '../../api/world/build.ts';
import { recordWorldEvent } from '../api-server/events.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { familiarText } from '../registry/reference.ts';
import { keepSteps, tidyUp } from './tidy-up.ts';

export const buildLoop = reflex({
  name: 'builds',
  process: isPhysics,
  watches: {},
  deadlines: { Build: ({ state, doneTick, key }) => (state === 'running' ? [{ tick: doneTick, key }] : []) },
  keys: (view) => view.keys('Build'),
  run: (world, key) => {
    const build = world.get('Build', key);
    if (build?.state === 'running' && build.doneTick <= world.tick) finish(world, build);
  },
});

function finish(world: World, build: Build): void {
  if (!world.get('Image', build.digest)) world.put(build.image);
  world.put({ kind: 'LocalTag', key: build.reference, digest: build.digest, builtTick: world.tick });
  keepSteps(world, build);
  const done: Build = { ...build, state: 'done' };
  world.put(done);
  const name = familiarText(build.reference);
  recordWorldEvent(world, 'Build', done, {
    type: 'Normal',
    reason: 'Built',
    message: `naming to ${build.reference} done`,
    details: { image: name, digest: shortDigest(build.digest), steps: build.steps.length },
    source: 'buildkit',
  });
  tidyUp(world);
}
