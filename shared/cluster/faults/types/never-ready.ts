/** never-ready: a readiness probe asks at the wrong door. The new houses run well, and no visitor is ever sent there. */
import { EAGER, knocksInVain, knocksNowhere, WRONG_DOOR } from '../doors.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

export const neverReady = carelessChange({
  type: 'never-ready',
  component: 'probe',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'event', reason: 'Unhealthy' },
    { type: 'condition', kind: 'Pod', condition: 'Ready', status: 'False' },
  ],
  change: ofFirstContainer((container) => ({
    ...container,
    readinessProbe: { ...EAGER, httpGet: { path: '/ready', port: WRONG_DOOR } },
  })),
  isFlawed: (view, { containers }) =>
    containers.some(
      (container) =>
        knocksInVain(view, container, container.readinessProbe) || knocksNowhere(container, container.readinessProbe),
    ),
});
