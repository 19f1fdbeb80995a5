/** The queue in its order. A pod is chosen by click or key, or dragged onto a node. */
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { styleOfPod } from '../image-style.ts';
import { Badge } from '../state-badge.tsx';
import { Sprite } from '../sprite.tsx';
import type { QueueRow } from './queue-order.ts';

/** What a drag from the queue carries. */
export const POD_DRAG = 'text/x-podville-pod';

function stateText({ entry, waitTicks }: QueueRow): string {
  if (entry.state === 'active') return t('scheduler.active');
  const time = formatTicks(Math.max(0, waitTicks ?? 0));
  return t(entry.state === 'backoff' ? 'scheduler.backoff' : 'scheduler.unschedulable', { time });
}

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly rows: readonly QueueRow[];
  readonly selected: string | undefined;
}

/** A long queue is cut: what lies behind comes forward by itself. */
const MOST_SHOWN = 40;

export function QueueList({ game, view, rows, selected }: Props) {
  return (
    <>
      <ol class="queue">
        {rows.slice(0, MOST_SHOWN).map((row, index) => (
          <li key={row.key}>
            <button
              type="button"
              class={`queue-item queue-${row.entry.state}`}
              aria-pressed={row.key === selected}
              draggable
              data-testid="queue-item"
              onDragStart={(event) => {
                event.dataTransfer?.setData(POD_DRAG, row.key);
                game.selection.value = { kind: 'Pod', key: row.key };
              }}
              onClick={() => {
                game.selection.value = { kind: 'Pod', key: row.key };
              }}
            >
              <span class="queue-place">{index + 1}</span>
              <Sprite frame={`house/${styleOfPod(view, row.pod)}/pending`} size={2.4} />
              <span class="queue-name">
                <strong class="mono">{shortName(row.key)}</strong>
                <span class="soft">
                  <Badge name={row.entry.state === 'unschedulable' ? 'evicted' : 'pending'} /> {stateText(row)}
                </span>
              </span>
              <span class="queue-facts">
                <span>{t('scheduler.age', { time: formatTicks(row.ageTicks) })}</span>
                <span class="soft">{t('scheduler.attempts', { count: row.entry.attempts })}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {rows.length > MOST_SHOWN && <p class="soft">{t('scheduler.more', { count: rows.length - MOST_SHOWN })}</p>}
    </>
  );
}
