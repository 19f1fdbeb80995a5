/** tight-memory: somebody saves memory: the limit is below what the program needs at its start, and the kernel kills it each time. */
import type { Container } from '../../../api/container.ts';
import { parseWhole } from '../../../api/quantity.ts';
import { programIn } from '../bad-delivery.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

function withoutMemory({ resources }: Container): Container['resources']['requests'] {
  const { memory: _memory, ...others } = resources.requests;
  return others;
}

export const tightMemory = carelessChange({
  type: 'tight-memory',
  component: 'workload',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'container', reason: 'OOMKilled', exitCode: 137 },
    { type: 'container', reason: 'CrashLoopBackOff' },
  ],
  harm: 'visitors',
  change: ofFirstContainer((container) => ({
    ...container,
    resources: { requests: withoutMemory(container), limits: { memory: '8Mi' } },
  })),
  isFlawed: (view, { containers }) =>
    containers.some((container) => {
      const { limits } = container.resources;
      // Of an image that nobody knows nobody can say that it is content with so little.
      const needed = programIn(view, container)?.memoryBytes ?? Infinity;
      return limits.memory !== undefined && parseWhole(limits.memory) < needed;
    }),
});
