/** Eviction: when its node runs out of something, a kubelet first tidies up, and then sends off one pod at a time. */
import { isKubeletUp, isRuntimeUp } from '../../../api/world/machine.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import { inKubelet } from '../../processes.ts';
import type { Verb } from '../../verbs/table.ts';
import { unusedImages } from '../images/cached-images.ts';
import { evictionOrder, starvingThreshold } from './candidates.ts';
import { isRound } from './rounds.ts';
import { SIGNALS } from './signals.ts';

/** What would be done against it now, whatever the hour. */
export function reliefOf(view: View, nodeName: string): Verb | null {
  const machine = view.get('Machine', nodeName);
  if (!isKubeletUp(machine) || !isRuntimeUp(machine)) return null;
  const threshold = starvingThreshold(view, nodeName);
  if (!threshold) return null;
  const { resource, condition } = SIGNALS[threshold.signal];
  if (condition === 'DiskPressure' && unusedImages(view, nodeName).length > 0) {
    return { verb: 'collectImages', node: nodeName, unused: true };
  }
  const first = evictionOrder(view, nodeName, resource)[0];
  return first ? { verb: 'evictForPressure', pod: first.sandbox.podKey } : null;
}

export const kubeletEviction = controlLoop({
  name: 'kubelet-eviction',
  process: inKubelet,
  component: 'kubelet',
  watches: { KubeletState: (change) => [change.key] },
  keys: (view) => view.keys('Machine'),
  switchOf: (key) => `kubelet/${key}`,
  plan: (view, nodeName) => {
    if (!isRound(nodeName, view.tick)) return [];
    const relief = reliefOf(view, nodeName);
    return relief ? [relief] : [];
  },
});
