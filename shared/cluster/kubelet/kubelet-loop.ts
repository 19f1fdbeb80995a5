/** The kubelet's control loop: takes the next step for each pod of its node. Keys: `node|pod key`. */
import { keyOf } from '../../api/meta.ts';
import type { ImageCache } from '../../api/world/node-store.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { switchUnlessSystem } from '../switches.ts';
import { controlLoop } from '../loop.ts';
import { kubeletOf } from '../processes.ts';
import { deadlineTick } from './active-deadline.ts';
import { noticedTick } from './actions-of-sandbox.ts';
import { podKeysOn, stepsOfPod } from './next-steps.ts';

const keyOn = (nodeName: string, podKey: string): string => `${nodeName}|${podKey}`;

const keysOn = (view: View, nodeName: string): readonly string[] =>
  podKeysOn(view, nodeName).map((podKey) => keyOn(nodeName, podKey));

function split(key: string): readonly [nodeName: string, podKey: string] {
  const bar = key.indexOf('|');
  return [key.slice(0, bar), key.slice(bar + 1)];
}

/** When the kubelet looks at a container again without being told. */
function waitsOf(container: RuntimeContainer): readonly (number | null)[] {
  const { backoff, pullBackoff, configRetryTick } = container;
  const restartTick = backoff !== null && backoff.untilTick > 0 ? backoff.untilTick : null;
  return [noticedTick(container), restartTick, pullBackoff?.untilTick ?? null, configRetryTick];
}

/** When its images were last used is nothing to any pod. */
function holdSame(before: ImageCache | undefined, after: ImageCache | undefined): boolean {
  if (!before || !after || before.images === after.images) return before?.images === after?.images;
  for (const reference in before.images) if (!(reference in after.images)) return false;
  for (const reference in after.images) {
    if (before.images[reference]?.digest !== after.images[reference]?.digest) return false;
  }
  return true;
}

export const kubelet = controlLoop({
  name: 'kubelet',
  process: (key) => kubeletOf(split(key)[0]),
  component: 'kubelet',
  watches: {
    Pod: ({ key, before, after }) => {
      const nodeName = after?.spec.nodeName ?? before?.spec.nodeName ?? null;
      return nodeName === null ? [] : [keyOn(nodeName, key)];
    },
    Sandbox: ({ before, after }) => {
      const sandbox = after ?? before;
      return sandbox ? [keyOn(sandbox.nodeName, sandbox.podKey)] : [];
    },
    Machine: (change, view) => keysOn(view, change.key),
    // An image that another pod waited for is there for all.
    ImageCache: ({ key, before, after }, view) => (holdSame(before, after) ? [] : keysOn(view, key)),
  },
  deadlines: {
    Sandbox: ({ nodeName, podKey, containers, spec, createdTick }) =>
      [...containers.flatMap(waitsOf), deadlineTick(spec, createdTick)].flatMap((tick) =>
        tick === null ? [] : [{ tick, key: keyOn(nodeName, podKey) }],
      ),
    // What it was given later.
    Pod: ({ metadata, spec, status }) => {
      const tick = deadlineTick(spec, status.startTick);
      return tick === null || spec.nodeName === null ? [] : [{ tick, key: keyOn(spec.nodeName, keyOf(metadata)) }];
    },
  },
  keys: (view) => view.keys('Machine').flatMap((nodeName) => keysOn(view, nodeName)),
  switchOf: (key) => {
    const [nodeName, podKey] = split(key);
    return switchUnlessSystem(`kubelet/${nodeName}`)(podKey);
  },
  plan: (view, key) => {
    const [nodeName, podKey] = split(key);
    return stepsOfPod(view, nodeName, podKey).flatMap(({ verb }) => (verb === null ? [] : [verb]));
  },
});
