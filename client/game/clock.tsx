/** Simulated time, and whether it passes. */
import type { View } from '../../shared/store/store.ts';
import { elapsedTicks } from '../../shared/cluster/score/elapsed.ts';
import type { Connection } from '../connection/connection.ts';
import { formatTicks, t } from '../i18n/i18n.ts';
import { Icon } from '../panels/icon.tsx';

export function GameClock({ view, pace, kind }: { view: View; pace: number; kind: Connection['kind'] }) {
  const phase = view.get('Clock', 'clock')?.phase ?? 'lobby';
  const isPaused = kind !== 'replay' && phase === 'running' && pace === 0;
  return (
    <p class="clock" data-testid="clock">
      <span class="mono">{formatTicks(elapsedTicks(view))}</span>
      <span class={isPaused ? 'pill paused' : 'pill'}>
        {isPaused && <Icon name="pause" />} {isPaused ? t('game.paused') : t(`phase.${phase}`)}
        {kind !== 'replay' && phase === 'running' && pace > 0 && ` · ${pace}×`}
      </span>
    </p>
  );
}
