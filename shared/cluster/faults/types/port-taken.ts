/** port-taken: every house wants the same door of the village itself (hostPort). Each village has it once; the next house finds it taken. */
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

export const portTaken = carelessChange({
  type: 'port-taken',
  component: 'scheduler',
  difficulty: 2,
  seenFirstBy: 'scheduler',
  symptoms: [{ type: 'event', reason: 'FailedScheduling' }],
  strikes: (view, { spec }) => spec.replicas > view.count('Node'),
  change: ofFirstContainer((container) => ({ ...container, ports: [{ containerPort: 8080, hostPort: 8080 }] })),
  isFlawed: (_view, { containers }) =>
    containers.some(({ ports }) => ports.some(({ hostPort }) => hostPort !== undefined)),
});
