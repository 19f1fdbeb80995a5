/** What a kubelet sees when it looks at its node: how much is left of everything, and which thresholds that crosses. */
import { must } from '../../../base/assert.ts';
import type { KubeletSettings } from '../../../api/world/kubelet-settings.ts';
import type { KubeletState } from '../../../api/world/kubelet-state.ts';
import type { View } from '../../../store/store.ts';
import { resourcesOf, type NodeResource, type NodeResources } from '../../runtime/node-resources.ts';
import { exceedsTick, valueAt } from '../../runtime/usage.ts';
import { kubeletSettingsOf } from '../settings.ts';
import { SIGNALS, type Signal } from './signals.ts';
import { amountOf, parseThresholds, thresholdsMet, type Observations, type Threshold } from './thresholds.ts';

/** *Simplified*: one disk holds all, and has inodes without end. */
const RESOURCE_OF: Readonly<Partial<Record<Signal, keyof NodeResources>>> = {
  'memory.available': 'memory',
  'nodefs.available': 'disk',
  'imagefs.available': 'disk',
  'pid.available': 'processes',
};
const SEEN = Object.keys(RESOURCE_OF) as readonly Signal[];

const parsed = new WeakMap<KubeletSettings, readonly Threshold[]>();

/** The settings were checked when they were made. */
export function thresholdsOf(view: View, nodeName: string): readonly Threshold[] {
  const kubelet = kubeletSettingsOf(view, nodeName);
  let thresholds = parsed.get(kubelet);
  if (!thresholds) {
    const result = parseThresholds(kubelet);
    if ('error' in result) throw new TypeError(`eviction thresholds: ${result.error}`);
    parsed.set(kubelet, (thresholds = result));
  }
  return thresholds;
}

export function observe(resources: NodeResources, tick: number): Observations {
  return Object.fromEntries(
    SEEN.map((signal) => {
      const { capacity, used } = resources[must(RESOURCE_OF[signal], signal)];
      return [signal, { capacity, available: capacity - valueAt(used, tick) }];
    }),
  );
}

/** When the first of the thresholds is crossed, as things stand; null when none will be. */
export function crossingTick(view: View, nodeName: string): number | null {
  const resources = resourcesOf(view, nodeName);
  if (!resources) return null;
  let first: number | null = null;
  for (const { signal, value } of thresholdsOf(view, nodeName)) {
    const name = RESOURCE_OF[signal];
    const tick = name ? crossing(resources[name], value, view.tick) : null;
    if (tick !== null && (first === null || tick < first)) first = tick;
  }
  return first;
}

function crossing({ capacity, used }: NodeResource, keep: Threshold['value'], tick: number): number | null {
  return exceedsTick(used, capacity - amountOf(keep, capacity), tick);
}

type Known = Pick<KubeletState, 'pressures'>;

/** A hard threshold and a soft one may watch the same. */
export const thresholdName = ({ signal, graceTicks }: Threshold): string => `${signal}/${graceTicks}`;

/** Undefined where it was not crossed at the last look. */
export function metSinceTick({ pressures }: Known, threshold: Threshold): number | undefined {
  return pressures[SIGNALS[threshold.signal].condition]?.metSinceTicks[thresholdName(threshold)];
}

/** At the last look it was crossed for as long as its time of grace. */
function wasDue(state: Known, threshold: Threshold): boolean {
  const since = metSinceTick(state, threshold);
  const looked = state.pressures[SIGNALS[threshold.signal].condition]?.lastMetTick;
  return since !== undefined && looked !== undefined && looked - since >= threshold.graceTicks;
}

/** Crossed now, and those that were due and of which not enough has been won back. Source: pkg/kubelet/eviction, synchronize. */
export function metNow(view: View, nodeName: string, state: Known): readonly Threshold[] {
  const resources = resourcesOf(view, nodeName);
  if (!resources) return [];
  const observations = observe(resources, view.tick);
  return thresholdsOf(view, nodeName).filter((one) => {
    const isMet = (withReclaim: boolean) => thresholdsMet([one], observations, withReclaim).length > 0;
    return isMet(false) || (wasDue(state, one) && isMet(true));
  });
}
