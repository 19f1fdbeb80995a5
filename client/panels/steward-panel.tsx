/** The chief steward: one work list for each control loop, wanted against observed, with the repair on a button. */
import { AdmissionForm } from './builder/admission-form.tsx';
import { deskOf } from './desk.ts';
import type { View } from '../../shared/store/store.ts';
import { maybeT, t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { isPlaneWhole } from '../../shared/cluster/plane/gate.ts';
import { LoopSwitch } from './loop-switch.tsx';
import { PanelHead } from './panel-head.tsx';
import { PlaneCard } from './plane/plane-card.tsx';
import { fullView } from './preferences.ts';
import { FreeVerbs } from './steward/free-verbs.tsx';
import { WorkRow } from './steward/work-row.tsx';
import { WORK_LISTS, workItems, type WorkListId } from './steward/work-lists.ts';
import { useTerm } from './terms.ts';
import { useStore } from './use-store.ts';

export function StewardPanel({ game }: { game: Game }) {
  const store = useStore(game)?.asSeenBy(game, 'controller-manager');
  const name = useTerm(game);
  if (!store) return null;
  return (
    <div class="panel" data-testid="panel-steward">
      <PanelHead
        game={game}
        view={store}
        title={name('steward')}
        hint={t('steward.hint')}
        picture="landmark/lodge"
        seat="controller-manager"
      />
      {WORK_LISTS.map(({ id }) => (
        <WorkList key={id} game={game} view={store} id={id} />
      ))}
      {(fullView.value || !isPlaneWhole(store)) && <PlaneCard game={game} view={store} />}
      {fullView.value && <FreeVerbs game={game} view={store} />}
      {fullView.value && <AdmissionForm view={store} ask={(verb) => void deskOf(game).verb(verb)} />}
    </div>
  );
}

function WorkList({ game, view, id }: { game: Game; view: View; id: WorkListId }) {
  const items = workItems(view, id);
  const due = items.filter(({ verbs }) => verbs.length > 0);
  const shown = fullView.value ? items : items.filter(({ verbs }) => verbs.length > 0 || isAlwaysShown(id));
  return (
    <section class="work-list" aria-labelledby={`work-${id}`} data-testid={`work-${id}`}>
      <div class="work-head">
        <h3 id={`work-${id}`}>
          {maybeT(`loop.${id}`)}{' '}
          <span class={due.length > 0 ? 'count due' : 'count'} data-testid={`due-${id}`}>
            {t('steward.due', { count: due.length })}
          </span>
        </h3>
        <LoopSwitch game={game} view={view} id={id} />
      </div>
      {fullView.value && <p class="soft">{maybeT(`loop.${id}.about`)}</p>}
      {shown.length > 0 && (
        <ul class="work-items">
          {shown.map((item) => (
            <WorkRow key={item.key} game={game} view={view} list={id} item={item} />
          ))}
        </ul>
      )}
      {shown.length === 0 && fullView.value && <p class="empty">{t('steward.atRest')}</p>}
    </section>
  );
}

/** Wanted against observed is the lesson, so it stays in sight where there is always something to compare. */
function isAlwaysShown(id: WorkListId): boolean {
  return id === 'deployment' || id === 'replicaset';
}
