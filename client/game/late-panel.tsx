/** A panel that is fetched, with its words, when it is first opened, and not before the first picture of the town: the line is that one's. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lateTextsLoaded } from '../i18n/i18n.ts';
import { firstPicture } from '../state/first-picture.ts';
import type { Game } from '../state/game.ts';

export type Panel = ComponentType<{ game: Game }>;

export function latePanel(load: () => Promise<Panel>): Panel {
  let known: Panel | null = null;
  return function LatePanel({ game }) {
    const [Body, setBody] = useState(() => known);
    useEffect(() => {
      if (known) return;
      void firstPicture()
        .then(() => Promise.all([load(), lateTextsLoaded()]))
        .then(([panel]) => {
          known = panel;
          setBody(() => panel);
        });
    }, []);
    return Body && <Body game={game} />;
  };
}
