/** strict-anti-affinity: every house demands a village of its own kind for itself. There are not enough villages for one more during the roll-out. */
import { carelessChange } from '../careless-change.ts';

const HOST = 'kubernetes.io/hostname';

export const strictAntiAffinity = carelessChange({
  type: 'strict-anti-affinity',
  component: 'scheduler',
  difficulty: 3,
  seenFirstBy: 'scheduler',
  symptoms: [{ type: 'event', reason: 'FailedScheduling' }],
  strikes: (view, { spec }) => spec.replicas >= view.count('Node'),
  change: (spec, _view, { spec: { selector } }) => ({
    ...spec,
    affinity: {
      ...spec.affinity,
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: selector, topologyKey: HOST }],
        preferredDuringSchedulingIgnoredDuringExecution: [],
      },
    },
  }),
  isFlawed: (_view, { affinity }) =>
    (affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).some(
      ({ topologyKey }) => topologyKey === HOST,
    ),
});
