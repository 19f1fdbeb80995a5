/** Simulated time, and whether it passes. */
import type { Store } from '../../shared/store/store.ts';
import { elapsedTicks } from '../../shared/cluster/score/elapsed.ts';
import type { Connection } from '../connection/connection.ts';
import { formatTicks, t } from '../i18n/i18n.ts';

export function GameClock({ store, pace, kind }: { store: Store; pace: number; kind: Connection['kind'] }) {
  const phase = store.get('Clock', 'clock')?.phase ?? 'lobby';
  const isPaused = kind !== 'replay' && phase === 'running' && pace === 0;
  return (
    <p class="clock" data-testid="clock">
      <span class="mono">{formatTicks(elapsedTicks(store))}</span>
      <span class={isPaused ? 'pill paused' : 'pill'}>
        {isPaused ? `⏸ ${t('game.paused')}` : t(`phase.${phase}`)}
        {kind !== 'replay' && phase === 'running' && pace > 0 && ` · ${pace}×`}
      </span>
    </p>
  );
}
