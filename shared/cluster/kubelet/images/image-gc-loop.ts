/** Image garbage collection: every five minutes a kubelet whose disk is too full lets go of images that nobody uses. */
import { isKubeletUp, isRuntimeUp } from '../../../api/world/machine.ts';
import type { View } from '../../../store/store.ts';
import { ceilDiv } from '../../../base/integers.ts';
import { controlLoop, type Deadline } from '../../loop.ts';
import { inKubelet } from '../../processes.ts';
import { resourcesOf } from '../../runtime/node-resources.ts';
import { exceedsTick } from '../../runtime/usage.ts';
import { gcRoundFrom, isGcRound } from '../eviction/rounds.ts';
import { gcPlanOf, gcPolicyOf, storedImages } from './cached-images.ts';

/** The rounds at which the disk will be too full, or an image too long unused, as things stand. */
function nextRound(view: View, nodeName: string): readonly Deadline[] {
  const disk = resourcesOf(view, nodeName)?.disk;
  if (!disk) return [];
  const { highPercent, maxAgeTicks } = gcPolicyOf(view, nodeName);
  const full = exceedsTick(disk.used, ceilDiv(disk.capacity * highPercent, 100) - 1, view.tick);
  const old = maxAgeTicks > 0 ? storedImages(view, nodeName).map((image) => image.lastUsedTick + maxAgeTicks + 1) : [];
  const ticks = [...(full === null ? [] : [full]), ...old].map((tick) => Math.max(tick, view.tick));
  // What changes within a round may be too late for it.
  return ticks.flatMap((tick) => [
    { tick: gcRoundFrom(nodeName, tick), key: nodeName },
    { tick: gcRoundFrom(nodeName, Math.max(tick, view.tick + 1)), key: nodeName },
  ]);
}

export const imageGc = controlLoop({
  name: 'image-gc',
  process: inKubelet,
  component: 'kubelet',
  watches: {},
  deadlines: {
    ImageCache: ({ key }, view) => nextRound(view, key),
    Sandbox: ({ nodeName }, view) => nextRound(view, nodeName),
    KubeletState: ({ key }, view) => nextRound(view, key),
    // Whoever was down may have slept through a round.
    Machine: ({ key }, view) => nextRound(view, key),
  },
  keys: (view) => view.keys('ImageCache'),
  switchOf: (key) => `kubelet/${key}`,
  plan: (view, nodeName) => {
    const machine = view.get('Machine', nodeName);
    if (!isGcRound(nodeName, view.tick) || !isKubeletUp(machine) || !isRuntimeUp(machine)) return [];
    const { deleted, warning } = gcPlanOf(view, nodeName);
    return deleted.length > 0 || warning ? [{ verb: 'collectImages', node: nodeName }] : [];
  },
});
