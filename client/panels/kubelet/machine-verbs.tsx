/** What can be done to a machine and to what runs on it beside pods. What is broken says so, with what mends it. */
import { isKubeletUp, isRuntimeUp, type Machine } from '../../../shared/api/world/machine.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly machine: Machine;
}

/** Power, and the road to the town hall. */
export function GroundVerbs({ game, machine }: Omit<Props, 'view'>) {
  const { key: node, power, link } = machine;
  return (
    <div class="row">
      <VerbButton game={game} verb={{ verb: 'reboot', node }} primary={power === 'off'}>
        {t('machine.reboot')}
      </VerbButton>
      <VerbButton
        game={game}
        verb={{ verb: 'repairLink', node }}
        primary={link === 'cut'}
        blocked={link === 'up' ? t('machine.linkFine') : undefined}
      >
        {t('machine.repair')}
      </VerbButton>
    </div>
  );
}

/** The services of its system. */
export function ServiceVerbs({ game, view, machine }: Props) {
  const { key: node, runtimeStartTick } = machine;
  const process = `kubelet/${node}`;
  const isLate = (view.get('Sight', process)?.lateTicks ?? 0) > 0;
  const isWell = isKubeletUp(machine) && !isLate;
  return (
    <div class="row">
      <VerbButton
        game={game}
        verb={{ verb: 'restartKubelet', node }}
        blocked={isWell ? t('refusal.watchIsWell', { process }) : undefined}
      >
        {t('machine.restartKubelet')}
      </VerbButton>
      <VerbButton
        game={game}
        verb={{ verb: 'restartRuntime', node }}
        blocked={
          isRuntimeUp(machine)
            ? t('refusal.runtimeIsUp', { node })
            : runtimeStartTick === undefined
              ? undefined
              : t('refusal.runtimeStarting', { node, seconds: runtimeStartTick - view.tick })
        }
      >
        {t('machine.restartRuntime')}
      </VerbButton>
      <VerbButton
        game={game}
        verb={{ verb: 'sweepNode', node }}
        blocked={machine.stray === undefined ? t('refusal.nodeIsSwept', { node }) : undefined}
      >
        {t('machine.sweep')}
      </VerbButton>
    </div>
  );
}

/** One line for each service that is down, and for what strays there. */
export function MachineTroubles({ game, view, machine }: Props) {
  const { key: node, proxyDownTick, kubeletDownTick, runtimeDownTick, runtimeStartTick, stray } = machine;
  const line = (testId: string, sentence: string, verb: Verb | null, label: string) => (
    <div class="registry-line broken" data-testid={testId}>
      {sentence}
      {verb !== null && (
        <VerbButton game={game} verb={verb} primary>
          {label}
        </VerbButton>
      )}
      <Why look={view} reference={`Machine/${node}`} />
    </div>
  );
  const since = (tick: number) => ({ seconds: view.tick - tick });
  return (
    <>
      {proxyDownTick !== undefined &&
        line(
          'proxy-down',
          t('machine.proxyDown', since(proxyDownTick)),
          { verb: 'restartProxy', node },
          t('machine.restartProxy'),
        )}
      {kubeletDownTick !== undefined &&
        line(
          'kubelet-down',
          t('machine.kubeletDown', since(kubeletDownTick)),
          { verb: 'restartKubelet', node },
          t('machine.restartKubelet'),
        )}
      {runtimeDownTick !== undefined &&
        line(
          'runtime-down',
          runtimeStartTick === undefined
            ? t('machine.runtimeDown', since(runtimeDownTick))
            : t('refusal.runtimeStarting', { node, seconds: runtimeStartTick - view.tick }),
          runtimeStartTick === undefined ? { verb: 'restartRuntime', node } : null,
          t('machine.restartRuntime'),
        )}
      {stray !== undefined &&
        line(
          'stray',
          t('machine.stray', {
            memory: formatBytes(stray.memory),
            disk: formatBytes(stray.disk),
            processes: stray.processes,
          }),
          { verb: 'sweepNode', node },
          t('machine.sweep'),
        )}
    </>
  );
}
