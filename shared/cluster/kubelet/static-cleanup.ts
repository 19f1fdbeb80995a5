/** What is left of a static pod whose file is gone: once it has ended its sandbox goes, and then its mirror. */
import { isKubeletUp, isManaged, isRuntimeUp, type StaticPod } from '../../api/world/machine.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { inKubelet } from '../processes.ts';
import type { World } from '../world.ts';
import { releaseImages } from './images/cached-images.ts';
import { isStatic, uidOf } from './static-pods.ts';

/** The file that a static pod runs from. */
export function fileOf(view: View, { key, nodeName }: Pick<Sandbox, 'key' | 'nodeName'>): StaticPod | undefined {
  return view.get('Machine', nodeName)?.staticPods?.find((pod) => uidOf(nodeName, pod) === key);
}

/** Static, and its file is gone: it is to end. */
export function isFileless(view: View, sandbox: Sandbox): boolean {
  return isStatic(sandbox) && fileOf(view, sandbox) === undefined;
}

export const forgottenStatics = reflex({
  name: 'forgotten-statics',
  process: inKubelet,
  watches: {
    Machine: (change) => [change.key],
    Sandbox: ({ after }) => (after && isStatic(after) ? [after.nodeName] : []),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    const machine = world.get('Machine', nodeName);
    if (!isKubeletUp(machine) || !isRuntimeUp(machine)) return;
    for (const key of world.by('sandboxesByNode', nodeName)) forget(world, world.get('Sandbox', key));
  },
});

function forget(world: World, sandbox: Sandbox | undefined): void {
  if (!sandbox || sandbox.killTick === null || !isFinished(sandbox) || !isFileless(world, sandbox)) return;
  world.remove('Sandbox', sandbox.key);
  releaseImages(world, sandbox);
}

export const forgottenMirrors = reflex({
  name: 'forgotten-mirrors',
  process: inKubelet,
  asksApiServer: true,
  watches: {
    Machine: (change) => [change.key],
    Sandbox: ({ before, after }) => (before && !after && isStatic(before) ? [before.nodeName] : []),
    Pod: ({ after }) => (after && isStatic({ key: after.metadata.uid }) ? [after.spec.nodeName ?? ''] : []),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    if (!isManaged(world.get('Machine', nodeName))) return;
    for (const podKey of world.by('podsByNode', nodeName)) {
      const uid = world.get('Pod', podKey)?.metadata.uid ?? '';
      if (!isStatic({ key: uid }) || world.get('Sandbox', uid)) continue;
      if (!fileOf(world, { key: uid, nodeName })) world.remove('Pod', podKey);
    }
  },
});
