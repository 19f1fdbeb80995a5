/** tight-cpu-limit: somebody saves CPU by a limit far below what the program needs. Nobody is killed; everybody is slow. */
import { parseMilli } from '../../../api/quantity.ts';
import type { Container } from '../../../api/container.ts';
import { neededMilli, tightLimitMilli } from '../../runtime/cpu.ts';
import { throttledPods } from '../../runtime/throttling.ts';
import { programIn } from '../bad-delivery.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

/** So little of a core. Ours. */
const TIGHT = '50m';

function withTightLimit(container: Container): Container {
  const { requests, limits } = container.resources;
  const asksMore = requests.cpu !== undefined && parseMilli(requests.cpu) > parseMilli(TIGHT);
  const resources = { requests: asksMore ? { ...requests, cpu: TIGHT } : requests, limits: { ...limits, cpu: TIGHT } };
  return { ...container, resources };
}

export const tightCpuLimit = carelessChange({
  type: 'tight-cpu-limit',
  component: 'workload',
  difficulty: 3,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'gauge', name: 'cpuThrottled', shows: (view) => throttledPods(view).length > 0 },
    { type: 'loss', reason: 'Overloaded' },
  ],
  harm: 'visitors',
  strikes: (view, { spec }) => {
    const [container] = spec.template.spec.containers;
    const program = container && programIn(view, container);
    return program !== undefined && neededMilli(program) > parseMilli(TIGHT);
  },
  change: ofFirstContainer(withTightLimit),
  isFlawed: (view, { containers }) =>
    containers.some((container) => {
      const program = programIn(view, container);
      // Of an image that nobody knows nobody can say that it is content with so little.
      if (!program) return container.resources.limits.cpu !== undefined;
      return tightLimitMilli(program, container) !== null;
    }),
});
