/** What a player is called in this cluster. */
import type { View } from '../../shared/store/store.ts';

export function nicknameOf(view: View, player: string): string {
  return view.get('Player', player)?.nickname ?? player;
}
