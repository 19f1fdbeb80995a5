/** What can be done with a village as the town hall sees it: close it, empty it; its signs (taints) and its labels. */
import { isDraining } from '../../../shared/cluster/controllers/disruption/drain-loop.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { More } from '../more.tsx';
import { VerbButton } from '../verb-button.tsx';
import { NodeLabels } from './node-labels.tsx';
import { NodeTaints } from './node-taints.tsx';

export function NodeVerbs({ game, view, node: name }: { game: Game; view: View; node: string }) {
  const node = view.get('Node', name);
  if (!node) return null;
  const isEmptying = isDraining(node);
  return (
    <div class="stack" data-testid="node-verbs">
      <div class="row">
        {!isEmptying && (
          <VerbButton game={game} verb={{ verb: 'cordon', node: name, unschedulable: !node.spec.unschedulable }}>
            {t(node.spec.unschedulable ? 'scheduler.uncordon' : 'scheduler.cordon')}
          </VerbButton>
        )}
        <VerbButton game={game} verb={{ verb: 'drain', node: name, drain: !isEmptying }} primary={isEmptying}>
          {t(isEmptying ? 'node.undrain' : 'node.drain')}
        </VerbButton>
      </div>
      <More name={t('node.signs')}>
        <NodeTaints game={game} node={node} />
        <NodeLabels game={game} view={view} node={node} />
      </More>
    </div>
  );
}
