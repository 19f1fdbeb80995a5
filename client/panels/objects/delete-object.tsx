/** Takes an object down. It asks once more, and says what goes with it. */
import { useState } from 'preact/hooks';
import type { ApiKind, ApiKinds } from '../../../shared/api/kinds.ts';
import { VERBS, type VerbOf } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import { deleteNote, goesAlong } from './goes-along.ts';

type DeletedKind = VerbOf<'delete'>['kind'];

/** The rest belongs to others: nodes are given back, leases and address lists follow of themselves. */
export const DELETED_KINDS: readonly DeletedKind[] = VERBS.delete.schema.shape.kind.options;

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly object: ApiKinds[ApiKind];
  readonly objectKey: string;
}

export function DeleteObject({ game, view, object, objectKey: key }: Props) {
  const [isAsked, setAsked] = useState(false);
  const kind = DELETED_KINDS.find((one) => one === object.kind);
  if (kind === undefined) return null;
  if (!isAsked) {
    return (
      <div class="row">
        <button type="button" class="small danger" data-testid="delete" onClick={() => setAsked(true)}>
          {t('delete.ask')}
        </button>
      </div>
    );
  }
  const along = goesAlong(view, object);
  const note = deleteNote(view, object);
  return (
    <div class="delete-confirm" data-testid="delete-confirm">
      <p>
        {along.length === 0
          ? t('delete.alone')
          : t('delete.along', { list: along.map((one) => `${one.count} × ${one.kind}`).join(', ') })}
        {note !== null && ` ${t(`delete.${note}`)}`}
      </p>
      <div class="row">
        <VerbButton game={game} verb={{ verb: 'delete', kind, key }} danger>
          {t('delete.really')}
        </VerbButton>
        <button type="button" class="small" onClick={() => setAsked(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
