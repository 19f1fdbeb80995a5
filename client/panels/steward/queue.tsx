/** The work queue of one loop: what is due first, then what is in order. */
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { LoopSwitch } from '../loop-switch.tsx';
import { fullView } from '../preferences.ts';
import type { Look } from '../use-store.ts';
import { MachineVerbs } from './machine-verbs.tsx';
import type { WorkItem, WorkList } from './work-lists.ts';
import { WorkRow } from './work-row.tsx';

/** A loop that cares for hundreds shows what is due, and some of the rest. */
const MOST_SHOWN = 25;

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly list: WorkList;
  readonly items: readonly WorkItem[];
  /** Asked for by name: then also what is in order is shown. */
  readonly isChosen: boolean;
}

export function Queue({ game, view, list, items, isChosen }: Props) {
  const { id, switchId } = list;
  const due = items.filter(({ verbs }) => verbs.length > 0);
  const atRest = items.filter(({ verbs }) => verbs.length === 0);
  const showsAll = isChosen || fullView.value || list.isAlwaysShown === true;
  const all = showsAll ? [...due, ...atRest] : due;
  return (
    <section class="work-list" aria-labelledby={`work-${id}`} data-testid={`work-${id}`}>
      <div class="work-head">
        <h3 id={`work-${id}`}>
          {maybeT(`loop.${id}`)}{' '}
          <span class={due.length > 0 ? 'count due' : 'count'} data-testid={`due-${id}`}>
            {t('steward.due', { count: due.length })}
          </span>
        </h3>
        {switchId === null ? (
          <span class="soft">{t('steward.keepsItself')}</span>
        ) : (
          <LoopSwitch game={game} view={view} id={switchId} />
        )}
      </div>
      {(isChosen || fullView.value) && <p class="soft">{maybeT(`loop.${id}.about`)}</p>}
      {all.length > 0 && (
        <ul class="work-items">
          {all.slice(0, MOST_SHOWN).map((item) => (
            <WorkRow key={item.key} game={game} view={view} list={list} item={item} />
          ))}
        </ul>
      )}
      {all.length > MOST_SHOWN && <p class="soft">{t('scheduler.more', { count: all.length - MOST_SHOWN })}</p>}
      {all.length === 0 && showsAll && <p class="empty">{t('steward.atRest')}</p>}
      {id === 'provisioning' && showsAll && <MachineVerbs game={game} view={view} />}
    </section>
  );
}
