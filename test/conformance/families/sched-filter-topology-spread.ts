/** Evenly over zones and nodes. */
import { podTopologySpreadFilter } from '../../../shared/cluster/scheduler/plugins/pod-topology-spread.ts';
import { cluster, pod, type ClusterJson, type PodJson } from '../objects.ts';
import { statuses } from '../plugins.ts';

export const adapters = {
  'PodTopologySpread.filter': (input: ClusterJson & { readonly pod: PodJson }) => {
    const whole = cluster(input);
    const answers = statuses(podTopologySpreadFilter, pod(input.pod), whole);
    const codes = whole.nodes.map(({ node }, row) => [node.metadata.name, answers[row]?.code]);
    return { statusCodeByNode: Object.fromEntries(codes) as object };
  },
};
