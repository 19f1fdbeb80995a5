/** Who runs a loop now: a hand, or the autopilot. */
import { isSystemKey } from '../api/system.ts';
import type { View } from '../store/store.ts';

/**
 * By hand only while its seat chose so and somebody connected holds that seat. What no seat owns (building) any player
 * may do, so there one connected player is enough.
 */
export function isByHand(view: View, switchId: string): boolean {
  const loopSwitch = view.get('LoopSwitch', switchId);
  if (loopSwitch?.mode !== 'hand') return false;
  if (loopSwitch.seat === '') return view.by('connectedPlayers', '').length > 0;
  const seat = view.get('Seat', loopSwitch.seat);
  return seat !== undefined && seat.holder !== null && seat.connected;
}

/** *Simplified*: the cluster looks after its own district by itself, whoever plays the seat. */
export function switchUnlessSystem(id: string): (key: string) => string | null {
  return (key) => (isSystemKey(key) ? null : id);
}
