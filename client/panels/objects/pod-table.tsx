/** All pods, as `kubectl get pods -o wide` has them, with the state as shape and words. */
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shownState } from '../../state/pod-state.ts';
import { shortName } from '../describe-verb.ts';
import { ObjectLink } from '../object-link.tsx';
import { StateLabel } from '../state-badge.tsx';
import { useTerm } from '../terms.ts';

/** More rows than anybody reads make the page slow. */
const MOST_SHOWN = 200;

export function PodTable({ game, view, keys }: { game: Game; view: View; keys: readonly string[] }) {
  const name = useTerm(game);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={name('pods')}>
      <table class="objects" data-testid="pod-table">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.node')}</th>
            <th scope="col" class="number">
              {t('column.restarts')}
            </th>
            <th scope="col" class="number">
              {t('column.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.length === 0 && (
            <tr>
              <td colSpan={5} class="soft">
                {t('objects.none')}
              </td>
            </tr>
          )}
          {keys.slice(0, MOST_SHOWN).map((key) => {
            const pod = view.get('Pod', key);
            if (!pod) return null;
            const restarts = pod.status.containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
            return (
              <tr key={key}>
                <td>
                  <ObjectLink game={game} kind="Pod" objectKey={key}>
                    {shortName(key)}
                  </ObjectLink>
                </td>
                <td>
                  <StateLabel shown={shownState(view, pod)} />
                </td>
                <td class="mono">{pod.spec.nodeName ?? '–'}</td>
                <td class="number">{restarts}</td>
                <td class="number">{formatTicks(view.tick - pod.metadata.creationTick)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {keys.length > MOST_SHOWN && <p class="soft">{t('scheduler.more', { count: keys.length - MOST_SHOWN })}</p>}
    </div>
  );
}
