/** The whole state for a component that shows much of it: drawn anew, at most once a frame, when the state changes. */
import { useMemo } from 'preact/hooks';
import type { Store } from '../../shared/store/store.ts';
import type { Game } from '../state/game.ts';

export function useStore(game: Game): Store | null {
  // A new wrapper each time: the store itself stays the same object while its content changes.
  const cell = useMemo(() => game.read<{ readonly store: Store } | null>((store) => ({ store }), null), [game]);
  return cell.value?.store ?? null;
}
