/** strict-liveness: a liveness probe knocks at a door where nobody listens, and healthy houses are torn down for it, again and again. A startup probe there does the same. */
import { EAGER, knocksInVain, WRONG_DOOR } from '../doors.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

export const strictLiveness = carelessChange({
  type: 'strict-liveness',
  component: 'probe',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'event', reason: 'Unhealthy' },
    { type: 'event', reason: 'Killing' },
  ],
  harm: 'visitors',
  change: ofFirstContainer((container) => ({
    ...container,
    livenessProbe: { ...EAGER, httpGet: { path: '/healthz', port: WRONG_DOOR } },
  })),
  isFlawed: (view, { containers }) =>
    containers.some(
      (container) =>
        knocksInVain(view, container, container.livenessProbe) || knocksInVain(view, container, container.startupProbe),
    ),
});
