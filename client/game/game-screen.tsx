/** The game: the town behind, and around it what everybody needs, the seats' panels, and what the cluster says. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '../styles/game.css';
import '../styles/panels.css';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { historyOf } from '../state/history.ts';
import { TownView } from '../town/town-view.tsx';
import { CodexDialog } from './codex/codex-dialog.tsx';
import { EventFeed } from './event-feed.tsx';
import { FaultCards } from './fault-cards.tsx';
import { Gauges } from './gauges.tsx';
import { GameHeader } from './header.tsx';
import { PanelArea } from './panel-area.tsx';
import { ProjectorScreen } from './projector-screen.tsx';
import { SelectionCard } from './selection-card.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useSounds } from './sounds.ts';
import { TownBoundary } from './town-boundary.tsx';
import { firstTab, tabOfSelection, tabsFor, type Tab } from './tab-list.ts';

/** Where the panel lies over the town (styles/game.css). */
const DRAWER = '(max-width: 68.75rem)';

export function GameScreen({ game, children }: { game: Game; children?: ComponentChildren }) {
  const isProjector = game.connection.kind === 'server' && game.connection.identity.value.as === 'projector';
  return isProjector ? <ProjectorScreen game={game} /> : <PlayScreen game={game}>{children}</PlayScreen>;
}

function PlayScreen({ game, children }: { game: Game; children?: ComponentChildren }) {
  const { identity } = game.connection;
  const [chosen, setChosen] = useState<Tab | null>(null);
  const [isOpen, setOpen] = useState(true);
  const [isTall, setTall] = useState(false);
  const hasPlots = useMemo(() => game.read((store) => store.count('Host') > 0, false), [game]);
  const tabs = tabsFor(identity.value, game.connection.kind, hasPlots.value);
  // Until the viewer chooses, the panel follows their seat: one may sit down after the start.
  const seatTab = useMemo(
    () => game.read<Tab>((store) => firstTab(store, identity.value), 'objects'),
    [game, identity],
  );
  const shown = chosen ?? seatTab.value;
  const choose = (tab: Tab) => {
    // On a small screen the tab of the open panel closes it, so that the town can be seen.
    setOpen(tab !== shown || !isOpen || !matchMedia(DRAWER).matches);
    setChosen(tab);
  };
  const show = (tab: Tab) => {
    setOpen(true);
    setChosen(tab);
  };
  const selection = game.selection.value;
  useEffect(() => {
    const led = tabOfSelection(selection);
    if (led !== null) show(led);
  }, [selection]);
  useShortcuts({ game, tabs, show });
  useSounds(game);
  // From now on: what comes before the screen is not in its charts.
  useMemo(() => historyOf(game), [game]);
  return (
    <div
      class={classNames({ game: true, 'panel-open': isOpen, 'panel-tall': isTall, 'with-bar': children !== undefined })}
    >
      <a class="skip" href="#panel" onClick={(event) => skipToPanel(event)}>
        {t('game.skip')}
      </a>
      <GameHeader game={game} />
      <main class="game-main">
        <div class="town-layer">
          <TownBoundary>
            <TownView game={game} />
          </TownBoundary>
        </div>
        <aside class="side" aria-label={t('game.gauges')}>
          <Gauges game={game} />
          <FaultCards game={game} />
          <SelectionCard game={game} show={show} />
        </aside>
        <PanelArea
          game={game}
          tabs={tabs}
          shown={shown}
          isOpen={isOpen}
          isTall={isTall}
          choose={choose}
          close={() => setOpen(false)}
          grow={setTall}
        />
        <div class="bottom">
          <EventFeed game={game} />
          {children}
        </div>
      </main>
      <CodexDialog />
    </div>
  );
}

function classNames(names: Readonly<Record<string, boolean>>): string {
  return Object.keys(names)
    .filter((name) => names[name])
    .join(' ');
}

function skipToPanel(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#panel')?.focus();
}
