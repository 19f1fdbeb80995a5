/** Where would you put it? The verdict is shown once the viewer has said so. */
import type { NodeExplanation, PodExplanation } from '../../../shared/cluster/scheduler/explain.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../icon.tsx';
import { NodeLabel } from '../node-label.tsx';
import { guess, guesses, guessesFirst, NOWHERE, tally } from './guesses.ts';
import { NodeRoom } from '../node-room.tsx';

export function GuessSwitch() {
  const { right, all } = tally.value;
  return (
    <div class="row guess-switch">
      <label class="view-toggle">
        <input
          type="checkbox"
          checked={guessesFirst.value}
          data-testid="guess-first"
          onChange={(event) => {
            guessesFirst.value = event.currentTarget.checked;
          }}
        />
        {t('guess.first')}
      </label>
      {all > 0 && (
        <span class="pill" data-testid="guess-tally">
          {t('guess.tally', { right, all })}
        </span>
      )}
    </div>
  );
}

export function GuessBox({ view, explanation }: { view: View; explanation: PodExplanation }) {
  return (
    <div class="stack" data-testid="guess-box">
      <p>{t('guess.ask')}</p>
      <ul class="node-cards">
        {explanation.nodes.map((node) => (
          <Choice key={node.node} view={view} explanation={explanation} verdict={node} />
        ))}
      </ul>
      <button type="button" data-testid="guess-nowhere" onClick={() => guess(explanation, NOWHERE)}>
        {t('guess.nowhere')}
      </button>
    </div>
  );
}

function Choice({ view, explanation, verdict }: { view: View; explanation: PodExplanation; verdict: NodeExplanation }) {
  const node = view.get('Node', verdict.node);
  if (!node) return null;
  return (
    <li class="node-card unknown">
      <div class="node-card-head">
        <NodeLabel node={node} />
        <button
          type="button"
          class="small primary"
          data-testid={`guess-${verdict.node}`}
          aria-label={t('guess.nodeNamed', { node: verdict.node })}
          onClick={() => guess(explanation, verdict.node)}
        >
          {t('guess.node')}
        </button>
      </div>
      <NodeRoom node={node} requested={verdict.requested} />
    </li>
  );
}

/** What came of the guess. */
export function GuessAnswer({ explanation }: { explanation: PodExplanation }) {
  const given = guesses.value.get(explanation.pod);
  if (!given) return null;
  const best = explanation.nodes.filter((node) => node.best).map(({ node }) => node);
  const answer = best.length === 0 ? t('guess.bestNowhere') : t('guess.best', { nodes: best.join(', ') });
  return (
    <p class={given.right ? 'empty' : 'warning'} role="status" data-testid="guess-answer">
      <Icon name={given.right ? 'check' : 'cross'} /> {t(given.right ? 'guess.right' : 'guess.wrong')} {answer}
    </p>
  );
}
