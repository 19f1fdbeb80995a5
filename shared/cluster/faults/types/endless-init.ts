/** endless-init: an init container that never ends: the house behind it never begins. */
import { must } from '../../../base/assert.ts';
import { imageOf } from '../bad-delivery.ts';
import { carelessChange } from '../careless-change.ts';

export const endlessInit = carelessChange({
  type: 'endless-init',
  component: 'workload',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'condition', kind: 'Pod', condition: 'Initialized', status: 'False' },
    { type: 'container', reason: 'PodInitializing' },
  ],
  change: (spec) => ({
    ...spec,
    initContainers: [...spec.initContainers, { ...must(spec.containers[0], 'a container'), name: 'wait-for-permit' }],
  }),
  isFlawed: (view, { initContainers }) =>
    initContainers.some(
      ({ image, restartPolicy }) => restartPolicy !== 'Always' && imageOf(view, image)?.config.program.exit === null,
    ),
});
