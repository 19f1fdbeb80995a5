/** A panel that is fetched when it is first opened: the first picture of the town does not wait for it. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Game } from '../state/game.ts';

export type Panel = ComponentType<{ game: Game }>;

export function latePanel(load: () => Promise<Panel>): Panel {
  let known: Panel | null = null;
  return function LatePanel({ game }) {
    const [Body, setBody] = useState(() => known);
    useEffect(() => {
      if (known) return;
      void load().then((panel) => {
        known = panel;
        setBody(() => panel);
      });
    }, []);
    return Body && <Body game={game} />;
  };
}
