/** Keys for who likes them: digits open panels, P pauses. They can be switched off, and never reach into a text field. */
import { useEffect } from 'preact/hooks';
import { shortcutsOn } from '../panels/preferences.ts';
import type { Game } from '../state/game.ts';
import { togglePause } from './pace.tsx';
import type { Tab } from './tab-list.ts';

interface Options {
  readonly game: Game;
  readonly tabs: readonly Tab[];
  readonly show: (tab: Tab) => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

export function useShortcuts({ game, tabs, show }: Options): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!shortcutsOn.value || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      const tab = tabs[Number(event.key) - 1];
      if (tab !== undefined) show(tab);
      const leads = game.connection.kind === 'local' || game.connection.identity.value.as === 'teacher';
      if (event.key.toLowerCase() === 'p' && leads) togglePause(game);
      if (event.key === 'Escape') game.selection.value = null;
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [game, tabs, show]);
}
