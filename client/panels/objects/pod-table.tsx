/** All pods, with the state as shape and words, those in trouble first; in the full view as `kubectl get pods -o wide` has them. */
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { BAD_STATES, shownState } from '../../state/pod-state.ts';
import { shortName } from '../describe-verb.ts';
import { fullView } from '../preferences.ts';
import { ObjectLink } from '../object-link.tsx';
import { StateLabel } from '../state-badge.tsx';
import { useTerm } from '../terms.ts';
import type { Look } from '../use-store.ts';
import { Why } from './why.tsx';

/** More rows than anybody reads make the page slow. */
const MOST_SHOWN = 200;

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly keys: readonly string[];
}

/** A beginner looks for what is wrong; `kubectl` lists by name. */
function inOrder(view: Look, keys: readonly string[]): readonly string[] {
  if (fullView.value) return keys;
  const isBad = (key: string) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && BAD_STATES.has(shownState(view, pod).state);
  };
  return [...keys.filter(isBad), ...keys.filter((key) => !isBad(key))];
}

export function PodTable({ game, view, keys }: Props) {
  const name = useTerm(game);
  const isFull = fullView.value;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={name('pods')}>
      <table class="objects" data-testid="pod-table">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.node')}</th>
            {isFull && (
              <th scope="col" class="number">
                {t('column.restarts')}
              </th>
            )}
            {isFull && (
              <th scope="col" class="number">
                {t('column.age')}
              </th>
            )}
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
          {inOrder(view, keys)
            .slice(0, MOST_SHOWN)
            .map((key) => (
              <PodRow key={key} game={game} view={view} podKey={key} isFull={isFull} />
            ))}
        </tbody>
      </table>
      {keys.length > MOST_SHOWN && <p class="soft">{t('scheduler.more', { count: keys.length - MOST_SHOWN })}</p>}
    </div>
  );
}

interface RowProps extends Omit<Props, 'keys'> {
  readonly podKey: string;
  readonly isFull: boolean;
}

function PodRow({ game, view, podKey, isFull }: RowProps) {
  const pod = view.get('Pod', podKey);
  if (!pod) return null;
  const shown = shownState(view, pod);
  const restarts = pod.status.containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
  return (
    <tr>
      <td>
        <ObjectLink game={game} kind="Pod" objectKey={podKey}>
          {shortName(podKey)}
        </ObjectLink>
      </td>
      <td>
        <StateLabel shown={shown} />
        {!isFull && BAD_STATES.has(shown.state) && <Why look={view} reference={`Pod/${podKey}`} />}
      </td>
      <td class="mono">{pod.spec.nodeName ?? '–'}</td>
      {isFull && <td class="number">{restarts}</td>}
      {isFull && <td class="number">{formatTicks(view.tick - pod.metadata.creationTick)}</td>}
    </tr>
  );
}
