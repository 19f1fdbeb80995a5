/** All objects of one kind, with what is worth knowing of each in a word or two. */
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { ObjectLink } from '../object-link.tsx';
import { summaryOf, type SummedUpKind } from './summaries.ts';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly kind: SummedUpKind;
  readonly keys: readonly string[];
}

export function ObjectTable({ game, view, kind, keys }: Props) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t(`kind.${kind}`)}>
      <table class="objects">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.summary')}</th>
            <th scope="col" class="number">
              {t('column.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.length === 0 && (
            <tr>
              <td colSpan={3} class="soft">
                {t('objects.none')}
              </td>
            </tr>
          )}
          {keys.map((key) => {
            const object = view.get(kind, key);
            if (!object) return null;
            return (
              <tr key={key}>
                <td>
                  <ObjectLink game={game} kind={kind} objectKey={key}>
                    {shortName(key)}
                  </ObjectLink>
                </td>
                <td class="mono">{summaryOf(object, view.tick)}</td>
                <td class="number">{formatTicks(view.tick - object.metadata.creationTick)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
