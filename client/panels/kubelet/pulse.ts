/** A probe's pulse: a beat for each time that it asked, up where it was answered, down where it was not. Pure but for what this screen has seen. */
import type { ProbeResult, ProbeState } from '../../../shared/api/world/sandbox.ts';

export interface Flip {
  readonly tick: number;
  readonly result: ProbeResult;
}

/** What this screen saw of each probe, the oldest first. Long enough for a line, and no longer. */
const seen = new Map<string, readonly Flip[]>();
const MOST_FLIPS = 12;
const MOST_PROBES = 500;

/** The flips of a probe so far. A belief that went back in time (a replay that is sought) begins anew. */
export function flipsOf(id: string, { result }: Pick<ProbeState, 'result'>, tick: number): readonly Flip[] {
  const before = (seen.get(id) ?? []).filter((flip) => flip.tick <= tick);
  const flips = before.at(-1)?.result === result ? before : [...before, { tick, result }].slice(-MOST_FLIPS);
  if (seen.size > MOST_PROBES) seen.clear();
  seen.set(id, flips);
  return flips;
}

export interface Beats {
  readonly startTick: number;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
}

/** Points `x,y` of the line over the last `windowTicks`; y is 0 (answered) to 2 (refused), 1 in between. */
export function pulsePoints(flips: readonly Flip[], beats: Beats, now: number, windowTicks: number): string {
  const points: string[] = ['0,1'];
  const from = now - windowTicks;
  const first = beats.startTick + Math.max(1, beats.initialDelaySeconds);
  for (let tick = Math.max(first, from); tick <= now; tick += 1) {
    if ((tick - first) % beats.periodSeconds !== 0) continue;
    const belief = flips.findLast((flip) => flip.tick <= tick) ?? flips[0];
    const x = tick - from;
    const peak = belief?.result === 'Success' ? 0 : 2;
    points.push(`${x - 0.5},1`, `${x},${peak}`, `${x + 0.5},1`);
  }
  return [...points, `${windowTicks},1`].join(' ');
}
