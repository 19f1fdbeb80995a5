/** impossible-selector: a node selector asks for villages with a label that none has. */
import { matchesLabels } from '../../../api/meta.ts';
import { carelessChange } from '../careless-change.ts';

export const impossibleSelector = carelessChange({
  type: 'impossible-selector',
  component: 'scheduler',
  difficulty: 1,
  seenFirstBy: 'scheduler',
  symptoms: [
    { type: 'event', reason: 'FailedScheduling' },
    { type: 'condition', kind: 'Pod', condition: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
  ],
  change: (spec) => ({ ...spec, nodeSelector: { ...spec.nodeSelector, disktype: 'gold' } }),
  isFlawed: (view, { nodeSelector }) =>
    ![...view.list('Node')].some(({ metadata }) => matchesLabels(nodeSelector, metadata.labels)),
  alsoHealedBy: ['Node'],
});
