/** Pressure: what a kubelet reports of its node, from the first look that finds too little until a while after the last. */
import type { KubeletState, Pressure, PressureType } from '../../../api/world/kubelet-state.ts';
import { isKubeletUp } from '../../../api/world/machine.ts';
import type { View } from '../../../store/store.ts';
import { kubeletStateOf } from '../kubelet-state.ts';
import { reflex, type Deadline } from '../../loop.ts';
import { inKubelet } from '../../processes.ts';
import { kubeletSettingsOf } from '../settings.ts';
import { crossingTick, metNow, metSinceTick, thresholdName } from './observe.ts';
import { isRound, roundFrom } from './rounds.ts';
import { SIGNALS } from './signals.ts';
import type { Threshold } from './thresholds.ts';

export const PRESSURES: readonly PressureType[] = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** Reported now. */
export function pressuresOf(view: View, nodeName: string): readonly PressureType[] {
  const { pressures } = kubeletStateOf(view, nodeName);
  return PRESSURES.filter((type) => pressures[type] !== undefined);
}

/** Too little was left, and no more is. */
const isFading = ({ metSinceTicks }: Pressure): boolean => Object.keys(metSinceTicks).length === 0;

function nextLook(view: View, nodeName: string): readonly Deadline[] {
  const tick = crossingTick(view, nodeName);
  return tick === null ? [] : looksFrom(view, nodeName, tick);
}

/** What changes within a look may be just in time for it, or too late. */
function looksFrom(view: View, nodeName: string, tick: number): readonly Deadline[] {
  return [tick, Math.max(tick, view.tick + 1)].map((at) => ({ tick: roundFrom(nodeName, at), key: nodeName }));
}

export const nodePressure = reflex({
  name: 'node-pressure',
  process: inKubelet,
  watches: {},
  deadlines: {
    Sandbox: ({ nodeName }, view) => nextLook(view, nodeName),
    ImageCache: ({ key }, view) => nextLook(view, key),
    Machine: ({ key }, view) => looksFrom(view, key, view.tick),
    KubeletState: ({ key, pressures }, view) =>
      PRESSURES.flatMap((type) => {
        const pressure = pressures[type];
        if (!pressure) return [];
        const { evictionPressureTransitionTicks } = kubeletSettingsOf(view, key);
        const waits = isFading(pressure) ? evictionPressureTransitionTicks : 1;
        return [{ tick: roundFrom(key, pressure.lastMetTick + waits), key }];
      }),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    if (!isRound(nodeName, world.tick) || !isKubeletUp(world.get('Machine', nodeName))) return;
    const before = kubeletStateOf(world, nodeName);
    const met = metNow(world, nodeName, before);
    if (met.length === 0 && Object.keys(before.pressures).length === 0) return;
    const pressures: Partial<Record<PressureType, Pressure>> = {};
    for (const type of PRESSURES) {
      const thresholds = met.filter(({ signal }) => SIGNALS[signal].condition === type);
      const pressure = thresholds.length > 0 ? metAgain(before, thresholds, world.tick) : fading(world, before, type);
      if (pressure) pressures[type] = pressure;
    }
    world.put({ ...before, pressures });
  },
});

function metAgain(before: KubeletState, thresholds: readonly Threshold[], tick: number): Pressure {
  const since = thresholds.map((one) => [thresholdName(one), metSinceTick(before, one) ?? tick] as const);
  return { metSinceTicks: Object.fromEntries(since), lastMetTick: tick };
}

/** Stays reported for a while: a node that is let go at once would fill again at once. */
function fading(view: View, { key, pressures }: KubeletState, type: PressureType): Pressure | undefined {
  const before = pressures[type];
  if (!before) return undefined;
  const isOver = view.tick >= before.lastMetTick + kubeletSettingsOf(view, key).evictionPressureTransitionTicks;
  return isOver ? undefined : { ...before, metSinceTicks: {} };
}
