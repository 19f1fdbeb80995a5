/** The dispatch room: the queue of pods without a node, and for one of them every node's verdict. */
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { LoopSwitch } from './loop-switch.tsx';
import { PanelHead } from './panel-head.tsx';
import { QueueList } from './scheduler/queue-list.tsx';
import { queueRows } from './scheduler/queue-order.ts';
import { Verdicts } from './scheduler/verdicts.tsx';
import { useTerm } from './terms.ts';
import { useStore } from './use-store.ts';

export function SchedulerPanel({ game }: { game: Game }) {
  const store = useStore(game)?.asSeenBy(game, 'scheduler');
  const name = useTerm(game);
  if (!store) return null;
  const rows = queueRows(store);
  const selected = game.selection.value;
  const row = rows.find(({ key }) => selected?.kind === 'Pod' && key === selected.key) ?? rows[0];
  return (
    <div class="panel" data-testid="panel-scheduler">
      <PanelHead
        game={game}
        view={store}
        title={name('scheduler')}
        hint={t('scheduler.hint')}
        picture="landmark/dispatch"
        seat="scheduler"
      />
      <LoopSwitch game={game} view={store} id="scheduler" />
      <section aria-labelledby="queue-title">
        <h3 id="queue-title">
          {t('scheduler.queue')} <span class="count">{rows.length}</span>
        </h3>
        {rows.length === 0 ? (
          <p class="empty">{t('scheduler.emptyQueue')}</p>
        ) : (
          <QueueList game={game} view={store} rows={rows} selected={row?.key} />
        )}
      </section>
      {row && <Verdicts game={game} view={store} row={row} />}
    </div>
  );
}
