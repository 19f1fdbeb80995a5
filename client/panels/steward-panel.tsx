/** The chief steward: one work queue for each control loop, wanted against observed, with the repair on a button. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { AdmissionForm } from './steward/admission-form.tsx';
import { deskOf } from './desk.ts';
import { planeAdvice } from './plane/plane-advice.ts';
import { More } from './more.tsx';
import { PanelHead } from './panel-head.tsx';
import { PlaneCard } from './plane/plane-card.tsx';
import { fullView } from './preferences.ts';
import { FreeVerbs } from './steward/free-verbs.tsx';
import { LoopBoard } from './steward/loop-board.tsx';
import { Queue } from './steward/queue.tsx';
import { WORK_LISTS, workItems, type WorkListId } from './steward/work-lists.ts';
import { useTerm } from './terms.ts';
import { useStore } from './use-store.ts';

export function StewardPanel({ game }: { game: Game }) {
  const store = useStore(game)?.asSeenBy(game, 'controller-manager');
  const name = useTerm(game);
  const [chosen, setChosen] = useState<WorkListId | null>(null);
  if (!store) return null;
  const queues = WORK_LISTS.map((list) => ({ list, items: workItems(store, list.id) }));
  const due = new Map(
    queues.map(({ list, items }) => [list.id, items.filter(({ verbs }) => verbs.length > 0).length] as const),
  );
  const shown = queues.filter(({ list, items }) => {
    if (chosen !== null) return list.id === chosen;
    if (list.isAlwaysShown === true || (due.get(list.id) ?? 0) > 0) return true;
    // Of loops that have nothing to compare the board alone tells.
    return fullView.value && (items.length > 0 || list.id === 'provisioning');
  });
  const isHallIll = planeAdvice(store) !== null;
  return (
    <div class="panel" data-testid="panel-steward">
      <PanelHead
        game={game}
        view={store}
        title={name('steward')}
        hint={t('steward.hint')}
        picture="landmark/lodge"
        seat="controller-manager"
        codex="cm"
      />
      {isHallIll && <PlaneCard game={game} view={store} />}
      <LoopBoard view={store} due={due} chosen={chosen} choose={setChosen} />
      {shown.map(({ list, items }) => (
        <Queue key={list.id} game={game} view={store} list={list} items={items} isChosen={chosen !== null} />
      ))}
      {!isHallIll && chosen === null && <PlaneCard game={game} view={store} />}
      {chosen === null && (
        <More name={name('steward')}>
          <FreeVerbs game={game} view={store} />
          <AdmissionForm view={store} desk={deskOf(game)} />
        </More>
      )}
    </div>
  );
}
