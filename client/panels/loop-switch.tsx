/** One loop's switch between hand and autopilot, with a line that says who runs it now. */
import type { LoopMode } from '../../shared/api/world/seat.ts';
import type { View } from '../../shared/store/store.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { deskOf } from './desk.ts';
import { nicknameOf } from './nickname.ts';
import { runnerOf } from './runner.ts';
import { Icon } from './icon.tsx';

function runnerText(view: View, switchId: string): string {
  const runner = runnerOf(view, switchId);
  if (runner.by === 'hand') {
    return runner.player === null
      ? t('switch.byAnyHand')
      : t('switch.byHand', { name: nicknameOf(view, runner.player) });
  }
  if (runner.because === 'away') return t('switch.autoAway', { name: nicknameOf(view, runner.player) });
  return t(runner.because === 'chosen' ? 'switch.auto' : 'switch.autoEmpty');
}

function mayTurn(game: Game, view: View, switchId: string): boolean {
  const { identity, kind } = game.connection;
  const { as, player } = identity.value;
  if (kind === 'replay' || as === 'projector') return false;
  const seat = view.get('LoopSwitch', switchId)?.seat ?? '';
  return as === 'teacher' || seat === '' || view.get('Seat', seat)?.holder === player;
}

export function LoopSwitch({ game, view, id }: { game: Game; view: View; id: string }) {
  const loopSwitch = view.get('LoopSwitch', id);
  if (!loopSwitch) return null;
  const isMine = mayTurn(game, view, id);
  const turn = (mode: LoopMode) => void deskOf(game).ask({ type: 'setLoopMode', switch: id, mode });
  const runner = runnerOf(view, id);
  const half = (mode: LoopMode, label: string) => (
    <button
      type="button"
      class="small"
      aria-pressed={loopSwitch.mode === mode}
      aria-disabled={!isMine}
      title={isMine ? undefined : t('switch.notYours')}
      data-testid={`switch-${id.replace('/', '-')}-${mode}`}
      onClick={() => isMine && turn(mode)}
    >
      {label}
    </button>
  );
  return (
    <div class="loop-switch">
      <span class={`runner runner-${runner.by}`}>
        <Icon name={runner.by === 'hand' ? 'hand' : 'gear'} /> {runnerText(view, id)}
      </span>
      <span class="halves" role="group" aria-label={t('switch.label', { loop: id })}>
        {half('hand', t('switch.hand'))}
        {half('auto', t('switch.autopilot'))}
      </span>
    </div>
  );
}
