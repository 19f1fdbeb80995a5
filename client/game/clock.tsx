/** Simulated time, and whether it passes. */
import type { Clock } from '../../shared/api/world/seat.ts';
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
        {isPaused && <Icon name="pause" />}
        {isPaused ? t('game.paused') : <Phase of={phase} pace={kind === 'replay' ? 0 : pace} />}
      </span>
    </p>
  );
}

/** How fast time goes says that it goes: a narrow screen leaves the word out. */
function Phase({ of, pace }: { of: Clock['phase']; pace: number }) {
  if (of !== 'running' || pace === 0) return t(`phase.${of}`);
  return (
    <>
      <span class="phase">{t('phase.running')} · </span>
      {pace}×
    </>
  );
}
