/** All loops at a glance: who runs each, and how much it has to do. Pressed, one stands alone. */
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import { Icon } from '../icon.tsx';
import { runnerOf } from '../runner.ts';
import { WORK_LISTS, type WorkListId } from './work-lists.ts';

interface Props {
  readonly view: View;
  readonly due: ReadonlyMap<WorkListId, number>;
  readonly chosen: WorkListId | null;
  readonly choose: (id: WorkListId | null) => void;
}

export function LoopBoard({ view, due, chosen, choose }: Props) {
  return (
    <div class="loop-board" role="group" aria-label={t('steward.loops')}>
      {WORK_LISTS.map(({ id, switchId }) => {
        const count = due.get(id) ?? 0;
        const isByHand = switchId !== null && runnerOf(view, switchId).by === 'hand';
        return (
          <button
            key={id}
            type="button"
            class="small loop-chip"
            aria-pressed={id === chosen}
            data-testid={`loop-${id}`}
            onClick={() => choose(id === chosen ? null : id)}
            // The strip is longer than a phone is wide: who comes by key sees the whole word.
            onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
          >
            <Icon name={isByHand ? 'hand' : 'gear'} />
            {isByHand && <span class="visually-hidden">{t('switch.hand')} </span>}
            {maybeT(`loop.${id}`)}
            {count > 0 && <span class="count due">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
