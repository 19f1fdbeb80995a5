/** One pod against every node: who takes it, who refuses it and why, and how well it would stand there. */
import { useMemo } from 'preact/hooks';
import { podRequests } from '../../../shared/api/pod-requests.ts';
import { explainPod, type PodExplanation } from '../../../shared/cluster/scheduler/explain.ts';
import { formatBytes, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { fullView } from '../preferences.ts';
import { useTerm } from '../terms.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { GuessAnswer, GuessBox, GuessSwitch } from './guess-box.tsx';
import { guesses, guessesFirst } from './guesses.ts';
import { NodeCards } from './node-cards.tsx';
import type { QueueRow } from './queue-order.ts';
import { VerdictTable } from './verdict-table.tsx';

export function Verdicts({ game, view, row }: { game: Game; view: Look; row: QueueRow }) {
  // Asked again when anything was written: the answer depends on all pods and nodes.
  const explanation = useMemo(() => explainPod(view, row.key), [view.revision, row.key]);
  if (!explanation) return null;
  const isBlind = guessesFirst.value && !guesses.value.has(row.key);
  const { cpuMilli, memoryBytes } = podRequests(row.pod.spec);
  return (
    <section aria-labelledby="verdict-title" class="verdicts">
      <h3 id="verdict-title">{t('scheduler.where', { name: shortName(row.key) })}</h3>
      <p class="soft">
        {t('scheduler.asks', { cpu: `${cpuMilli}m`, memory: formatBytes(memoryBytes) })}
        {row.pod.spec.containers.map((container) => (
          <code key={container.name}> {container.image}</code>
        ))}
      </p>
      <GuessSwitch />
      {isBlind ? (
        <GuessBox view={view} explanation={explanation} />
      ) : (
        <Revealed game={game} view={view} row={row} explanation={explanation} />
      )}
    </section>
  );
}

interface RevealedProps {
  readonly game: Game;
  readonly view: Look;
  readonly row: QueueRow;
  readonly explanation: PodExplanation;
}

function Revealed({ game, view, row, explanation }: RevealedProps) {
  const name = useTerm(game);
  const { preemption } = explanation;
  return (
    <>
      <GuessAnswer explanation={explanation} />
      {explanation.message !== null && (
        <p class="warning" data-testid="fit-error">
          <strong>{t('scheduler.fitsNowhere')}</strong> <code>{explanation.message}</code>
        </p>
      )}
      {explanation.message !== null && <Why look={view} reference={`Pod/${row.key}`} />}
      {preemption !== null && (
        <div class="row">
          <span>{t('scheduler.preemption', { node: preemption.node, victims: preemption.victims.join(', ') })}</span>
          <VerbButton game={game} verb={{ verb: 'preempt', pod: row.key, node: preemption.node }} danger>
            {maybeT('verbName.preempt')}
          </VerbButton>
        </div>
      )}
      {fullView.value ? (
        <VerdictTable game={game} view={view} podKey={row.key} nodes={explanation.nodes} />
      ) : (
        <NodeCards game={game} view={view} podKey={row.key} nodes={explanation.nodes} />
      )}
      <div class="row">
        <VerbButton
          game={game}
          verb={{ verb: 'reportUnschedulable', pod: row.key }}
          blocked={explanation.message === null ? t('scheduler.holdBlocked') : undefined}
        />
        <span class="soft">{t('scheduler.cordonHint', { node: name('node') })}</span>
      </div>
    </>
  );
}
