/** The top of every panel: what it is, who sits there, how much of it is shown, and the last refusal. */
import type { View } from '../../shared/store/store.ts';
import { Ask } from '../game/codex/ask.tsx';
import type { EntryId } from '../game/codex/entries.ts';
import { t } from '../i18n/i18n.ts';
import { Refusal } from '../pages/page.tsx';
import type { Game } from '../state/game.ts';
import { deskOf } from './desk.ts';
import { SeatLine } from './seat-line.tsx';
import { SightNote } from './sight-note.tsx';
import { Sprite } from './sprite.tsx';
import { ViewToggle } from './view-toggle.tsx';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly title: string;
  readonly hint: string;
  readonly picture: string;
  readonly seat?: string;
  /** What the codex says of it. */
  readonly codex: EntryId;
}

export function PanelHead({ game, view, title, hint, picture, seat, codex }: Props) {
  return (
    <header class="panel-head">
      <Sprite frame={picture} size={2.6} />
      <div class="panel-title">
        <h2>
          {title} <Ask entry={codex} word={title} />
        </h2>
        <p class="soft">{hint}</p>
      </div>
      {seat === undefined ? (
        <ViewLine />
      ) : (
        <SeatLine game={game} view={view} seat={seat}>
          <ViewToggle />
        </SeatLine>
      )}
      {seat !== undefined && <SightNote game={game} view={view} seat={seat} />}
      <LastRefusal game={game} />
    </header>
  );
}

/** Where no seat is to be taken, the choice of the view stands alone. */
export function ViewLine() {
  return (
    <div class="seat-line">
      <span class="spread" />
      <ViewToggle />
    </div>
  );
}

export function LastRefusal({ game }: { game: Game }) {
  const desk = deskOf(game);
  if (desk.refusal.value === null) return null;
  return (
    <div class="last-refusal" data-testid="refusal">
      <Refusal status={desk.refusal.value} />
      <button
        type="button"
        class="small"
        aria-label={t('common.close')}
        onClick={() => {
          desk.refusal.value = null;
        }}
      >
        ×
      </button>
    </div>
  );
}
