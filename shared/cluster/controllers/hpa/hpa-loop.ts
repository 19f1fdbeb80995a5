/** The horizontal pod autoscaler: every 15 s it looks at what its pods serve, and asks for more or fewer. */
import { keyOf } from '../../../api/meta.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';

export const hpaLoop = controlLoop({
  name: 'hpa',
  process: inControllerManager,
  component: 'horizontal-pod-autoscaler',
  switchOf: () => 'hpa',
  keys: (view) => view.keys('HorizontalPodAutoscaler'),
  watches: { HorizontalPodAutoscaler: (change) => [change.key] },
  deadlines: {
    HorizontalPodAutoscaler: ({ metadata, status }) => [{ tick: status.nextSyncTick, key: keyOf(metadata) }],
  },
  plan: (view, key) => {
    const autoscaler = view.get('HorizontalPodAutoscaler', key);
    const isDue = autoscaler !== undefined && view.tick >= autoscaler.status.nextSyncTick;
    return isDue ? [{ verb: 'autoscale', autoscaler: key }] : [];
  },
});
