/** Curves for the charts, out of what the screen has kept. Pure. */
import type { Sample } from '../../state/history.ts';

/** Seconds first, then one list of values for each curve; null where there is nothing to show. */
export type Curves = readonly [seconds: readonly number[], ...values: (readonly (number | null)[])[]];

const seconds = (samples: readonly Sample[], startTick: number) => samples.map(({ tick }) => tick - startTick);

/** Served and lost per second, between one sample and the next. */
export function trafficCurves(samples: readonly Sample[], service: string, startTick: number): Curves {
  const rate = (index: number, field: 'served' | 'lost') => {
    const [before, now] = [samples[index - 1], samples[index]];
    const [a, b] = [before?.services[service], now?.services[service]];
    if (!before || !now || !a || !b || now.tick === before.tick) return null;
    return Math.max(0, b[field] - a[field]) / (now.tick - before.tick);
  };
  return [
    seconds(samples, startTick),
    samples.map((_, index) => rate(index, 'served')),
    samples.map((_, index) => rate(index, 'lost')),
  ];
}

/** What is left of the error budget, in percent; below 0 it is overdrawn. */
export function budgetCurves(samples: readonly Sample[], service: string, startTick: number): Curves {
  return [
    seconds(samples, startTick),
    samples.map(({ services }) => {
      const left = services[service]?.budgetLeftPpm;
      return left === undefined ? null : left / 10_000;
    }),
  ];
}

export function scalerCurves(samples: readonly Sample[], scaler: string, target: number, startTick: number): Curves {
  const of = (field: 'metric' | 'current' | 'desired') =>
    samples.map(({ scalers }) => scalers[scaler]?.[field] ?? null);
  return [seconds(samples, startTick), of('metric'), samples.map(() => target), of('current'), of('desired')];
}
