/** huge-request: a slip of the pen asks for 64 cores. No village has so much room, and the dispatcher cannot place one house. */
import { podRequests } from '../../../api/pod-requests.ts';
import type { View } from '../../../store/store.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

const HUGE_CORES = 64;

function largestCpuMilli(view: View): number {
  let most = 0;
  for (const { status } of view.list('Node')) most = Math.max(most, status.allocatable.cpuMilli);
  return most;
}

export const hugeRequest = carelessChange({
  type: 'huge-request',
  component: 'scheduler',
  difficulty: 1,
  seenFirstBy: 'scheduler',
  symptoms: [
    { type: 'event', reason: 'FailedScheduling' },
    { type: 'condition', kind: 'Pod', condition: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
  ],
  strikes: (view) => largestCpuMilli(view) < HUGE_CORES * 1000,
  change: ofFirstContainer((container) => ({
    ...container,
    resources: { ...container.resources, requests: { ...container.resources.requests, cpu: String(HUGE_CORES) } },
  })),
  isFlawed: (view, spec) => podRequests(spec).cpuMilli > largestCpuMilli(view),
  alsoHealedBy: ['Node'],
});
