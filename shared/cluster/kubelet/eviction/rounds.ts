/** The kubelet looks at its node's pressure every few seconds, each kubelet in its own rhythm. */
import { hashText } from '../../../base/hash.ts';
import { ceilDiv } from '../../../base/integers.ts';

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

/** The same for image garbage collection. */
export const gcRoundFrom = (nodeName: string, tick: number): number => firstAtOrAfter(nodeName, tick, IMAGE_GC_TICKS);
export const isGcRound = (nodeName: string, tick: number): boolean => gcRoundFrom(nodeName, tick) === tick;
