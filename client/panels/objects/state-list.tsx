/** The beginner's list of a kind: what each is called, how it fares in words, and why, where it fares badly. These come first. */
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { ObjectLink } from '../object-link.tsx';
import { Badge } from '../state-badge.tsx';
import type { Look } from '../use-store.ts';
import { stateWords, type WordedKind } from './state-words.ts';
import { Why } from './why.tsx';

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly kind: WordedKind;
  readonly keys: readonly string[];
}

export function StateList({ game, view, kind, keys }: Props) {
  const rows = keys.flatMap((key) => {
    const words = stateWords(view, kind, key);
    return words === null ? [] : [{ key, ...words }];
  });
  const sorted = [...rows.filter(({ isBad }) => isBad), ...rows.filter(({ isBad }) => !isBad)];
  if (rows.length === 0) return <p class="soft">{t('objects.none')}</p>;
  return (
    <ul class="state-list" aria-label={t(`kind.${kind}`)} data-testid="state-list">
      {sorted.map(({ key, text, isBad }) => (
        <li key={key} class={isBad ? 'broken row' : 'row'}>
          <Badge name={isBad ? 'notready' : 'ready'} />
          <ObjectLink game={game} kind={kind} objectKey={key}>
            {shortName(key)}
          </ObjectLink>
          <span>{text}</span>
          <span class="spread" />
          <span class="soft number">{ageOf(view, kind, key)}</span>
          {isBad && <Why look={view} reference={`${kind}/${key}`} />}
        </li>
      ))}
    </ul>
  );
}

function ageOf(view: Look, kind: WordedKind, key: string): string {
  const object = view.get(kind, key);
  return object === undefined ? '' : formatTicks(view.tick - object.metadata.creationTick);
}
