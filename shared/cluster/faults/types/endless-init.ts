/** endless-init: an init container that never ends: the house behind it never begins. */
import { must } from '../../../base/assert.ts';
import type { Container } from '../../../api/container.ts';
import type { View } from '../../../store/store.ts';
import { programIn } from '../bad-delivery.ts';
import { carelessChange } from '../careless-change.ts';

const runsOn = (view: View, container: Container) => programIn(view, container)?.exit === null;

export const endlessInit = carelessChange({
  type: 'endless-init',
  component: 'workload',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'condition', kind: 'Pod', condition: 'Initialized', status: 'False' },
    { type: 'container', reason: 'PodInitializing' },
  ],
  strikes: (view, { spec }) => spec.template.spec.containers.slice(0, 1).every((one) => runsOn(view, one)),
  change: (spec) => ({
    ...spec,
    initContainers: [...spec.initContainers, { ...must(spec.containers[0], 'a container'), name: 'wait-for-permit' }],
  }),
  isFlawed: (view, { initContainers }) =>
    initContainers.some(
      (container) => container.restartPolicy !== 'Always' && (runsOn(view, container) || !programIn(view, container)),
    ),
});
