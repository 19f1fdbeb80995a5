/** The top of every seat's panel: what it is, who sits there, and the last refusal. */
import type { View } from '../../shared/store/store.ts';
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
  readonly hasFullView?: boolean;
}

export function PanelHead({ game, view, title, hint, picture, seat, hasFullView = true }: Props) {
  return (
    <header class="panel-head">
      <Sprite frame={picture} size={2.6} />
      <div class="panel-title">
        <h2>{title}</h2>
        <p class="soft">{hint}</p>
      </div>
      {seat !== undefined && (
        <SeatLine game={game} view={view} seat={seat}>
          {hasFullView && <ViewToggle />}
        </SeatLine>
      )}
      {seat !== undefined && <SightNote game={game} view={view} seat={seat} />}
      <LastRefusal game={game} />
    </header>
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
