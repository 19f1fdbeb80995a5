/** Near to some pods, away from others. */
import { interPodAffinityFilter } from '../../../shared/cluster/scheduler/plugins/inter-pod-affinity.ts';
import { cluster, pod, type ClusterJson, type PodJson } from '../objects.ts';
import { preFilterStatus, statuses, SUCCESS } from '../plugins.ts';

export const adapters = {
  'InterPodAffinity.filter': (input: ClusterJson & { readonly pod: PodJson }) => {
    const whole = cluster(input);
    const incoming = pod(input.pod);
    const before = preFilterStatus(interPodAffinityFilter, incoming, whole);
    // After a refusal by the whole cluster no node is asked.
    const isAsked = before.code === 'Success' || before.code === 'Skip';
    return {
      preFilterStatus: before,
      statuses: isAsked ? statuses(interPodAffinityFilter, incoming, whole) : whole.nodes.map(() => SUCCESS),
    };
  },
};
