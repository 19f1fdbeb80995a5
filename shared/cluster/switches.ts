/** Who runs a loop now: a hand, or the autopilot. */
import type { View } from '../store/store.ts';

/** By hand only while its seat chose so and somebody connected holds that seat. */
export function isByHand(view: View, switchId: string): boolean {
  const loopSwitch = view.get('LoopSwitch', switchId);
  if (loopSwitch?.mode !== 'hand') return false;
  if (loopSwitch.seat === '') return true;
  const seat = view.get('Seat', loopSwitch.seat);
  return seat !== undefined && seat.holder !== null && seat.connected;
}
