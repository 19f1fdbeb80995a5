/** The kubelet looks at its node's pressure every few seconds, each kubelet in its own rhythm. */
import { hashText } from '../../../base/hash.ts';
import { ceilDiv } from '../../../base/integers.ts';
import type { Sight } from '../../../api/world/sight.ts';
import type { Deadline } from '../../loop.ts';
import { nodeOfKubelet } from '../../processes.ts';

/** Oracle: kubelet.evictionMonitoringPeriod. */
const MONITORING_TICKS = 10;
/** Oracle: kubelet.imageGCPeriod. */
const IMAGE_GC_TICKS = 300;

function firstAtOrAfter(nodeName: string, tick: number, period: number): number {
  const offset = hashText(nodeName) % period;
  return Math.max(0, ceilDiv(tick - offset, period)) * period + offset;
}

/** The first look from `tick` on. */
export const roundFrom = (nodeName: string, tick: number): number => firstAtOrAfter(nodeName, tick, MONITORING_TICKS);
export const isRound = (nodeName: string, tick: number): boolean => roundFrom(nodeName, tick) === tick;

/** A kubelet that is starting sleeps through its looks: the next two from when it is up. */
export function roundsOnceUp({ key, nextNewsTick }: Sight, roundOf: typeof roundFrom): readonly Deadline[] {
  const nodeName = nodeOfKubelet(key);
  if (nodeName === null || nextNewsTick === null) return [];
  return [nextNewsTick, nextNewsTick + 1].map((tick) => ({ tick: roundOf(nodeName, tick), key: nodeName }));
}

/** The same for image garbage collection. */
export const gcRoundFrom = (nodeName: string, tick: number): number => firstAtOrAfter(nodeName, tick, IMAGE_GC_TICKS);
export const isGcRound = (nodeName: string, tick: number): boolean => gcRoundFrom(nodeName, tick) === tick;
