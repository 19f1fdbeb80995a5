/** Who runs a loop now: a hand, or the autopilot, and why. */
import type { View } from '../../shared/store/store.ts';

export type Runner =
  | { readonly by: 'hand'; readonly player: string | null }
  | { readonly by: 'auto'; readonly because: 'chosen' | 'empty' }
  | { readonly by: 'auto'; readonly because: 'away'; readonly player: string };

export function runnerOf(view: View, switchId: string): Runner {
  const loopSwitch = view.get('LoopSwitch', switchId);
  if (loopSwitch?.mode !== 'hand') return { by: 'auto', because: 'chosen' };
  if (loopSwitch.seat === '') return { by: 'hand', player: null };
  const seat = view.get('Seat', loopSwitch.seat);
  if (!seat || seat.holder === null) return { by: 'auto', because: 'empty' };
  return seat.connected ? { by: 'hand', player: seat.holder } : { by: 'auto', because: 'away', player: seat.holder };
}
