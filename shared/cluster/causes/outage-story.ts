/** The story of one outage: what began it, when its sign could be seen, and who did what about it when. Explanation only. */
import type { Outage } from '../../api/world/network.ts';
import type { Role } from '../../api/world/seat.ts';

export interface OutageStory {
  /** Key of the outage. */
  readonly outage: string;
  /** The input at the end of its chain of causes; null when that is not remembered. */
  readonly rootInput: number | null;
  /** The fault that this input began; null for an outage that a command or the visitors themselves began. */
  readonly fault: string | null;
  /** Who could see the first sign, and when; null while nobody could. */
  readonly seenBy: Role;
  readonly signTick: number | null;
  /** The first and the last verb against it, by whom. */
  readonly firstAct: Act | null;
  readonly lastAct: Act | null;
}

export interface Act {
  readonly tick: number;
  readonly role: Role;
  /** A player's or the teacher's hand, not the autopilot. */
  readonly byHand: boolean;
}

export const PHASES = ['detect', 'decide', 'act', 'start'] as const;
export type PhaseName = (typeof PHASES)[number];

export interface Phase {
  readonly name: PhaseName;
  readonly role: Role;
  readonly ticks: number;
}

/**
 * Four stretches that make up the outage exactly: until the first sign could be seen, until the first verb against it,
 * until the last one, and until visitors were served again. What lies before its beginning takes no time of it.
 */
export function phasesOf(story: OutageStory, outage: Outage, now: number): readonly Phase[] {
  const { beganTick, endedTick, quietSinceTick } = outage;
  const end = endedTick ?? quietSinceTick ?? now;
  const within = (tick: number | undefined | null, from: number) => Math.min(Math.max(tick ?? end, from), end);
  const seen = within(story.signTick, beganTick);
  const decided = within(story.firstAct?.tick, seen);
  const done = within(story.lastAct?.tick, decided);
  return [
    { name: 'detect', role: story.seenBy, ticks: seen - beganTick },
    { name: 'decide', role: story.firstAct?.role ?? story.seenBy, ticks: decided - seen },
    { name: 'act', role: story.lastAct?.role ?? story.seenBy, ticks: done - decided },
    // Pull, boot, program, probe: whatever it was, it was the villages' time.
    { name: 'start', role: 'kubelet', ticks: end - done },
  ];
}
