/** The beginner's view: one card a node, with its room, its one verdict, and a button. */
import type { NodeExplanation } from '../../../shared/cluster/scheduler/explain.ts';
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { NodeLabel } from '../node-label.tsx';
import { VerbButton } from '../verb-button.tsx';
import { dropTarget } from './drop-target.ts';
import { Icon } from '../icon.tsx';
import { NodeRoom } from '../node-room.tsx';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly podKey: string;
  readonly nodes: readonly NodeExplanation[];
}

export function NodeCards({ game, view, podKey, nodes }: Props) {
  return (
    <ul class="node-cards">
      {nodes.map((node) => (
        <NodeCard key={node.node} game={game} view={view} podKey={podKey} verdict={node} />
      ))}
    </ul>
  );
}

function NodeCard({ game, view, podKey, verdict }: Omit<Props, 'nodes'> & { verdict: NodeExplanation }) {
  const node = view.get('Node', verdict.node);
  if (!node) return null;
  const refusal = verdict.filters.find(({ code }) => code !== null);
  const isClosed = node.spec.unschedulable;
  return (
    <li
      class={`node-card ${verdict.fits ? 'fits' : 'refuses'}`}
      data-testid={`node-card-${verdict.node}`}
      {...dropTarget(game, verdict.node)}
    >
      <div class="node-card-head">
        <NodeLabel node={node} />
        {verdict.total !== null && (
          <span class="score">
            {verdict.best && <Icon name="star" />}
            {t(verdict.best ? 'scheduler.bestScore' : 'scheduler.score', { score: verdict.total })}
          </span>
        )}
      </div>
      <NodeRoom node={node} requested={verdict.requested} />
      {refusal && (
        <p class="verdict-no">
          <Icon name="cross" />
          {maybeT(`plugin.${refusal.plugin}.no`) ?? refusal.plugin} <code>{refusal.reasons.join(', ')}</code>
        </p>
      )}
      <div class="row">
        <VerbButton
          game={game}
          verb={{ verb: 'bind', pod: podKey, node: verdict.node }}
          primary={verdict.fits}
          blocked={verdict.fits ? undefined : t('scheduler.refuses')}
        >
          {t('scheduler.bindHere')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'cordon', node: verdict.node, unschedulable: !isClosed }}>
          {t(isClosed ? 'scheduler.uncordon' : 'scheduler.cordon')}
        </VerbButton>
      </div>
    </li>
  );
}
