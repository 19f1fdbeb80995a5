/** Which nodes a pod asks for: by label, field, name, and free port. */
import type { NodeAffinity } from '../../../shared/api/affinity.ts';
import { isRefusal } from '../../../shared/cluster/scheduler/framework.ts';
import { nodeAffinityFilter, nodeAffinityRefusal } from '../../../shared/cluster/scheduler/plugins/node-affinity.ts';
import { nodeName } from '../../../shared/cluster/scheduler/plugins/node-name.ts';
import { nodePorts } from '../../../shared/cluster/scheduler/plugins/node-ports.ts';
import { cluster, node, pod, type NodeJson, type PodJson } from '../objects.ts';
import { preFilterStatus, statuses, statusOf, SUCCESS } from '../plugins.ts';
import { nodeInfoWith } from '../../../shared/cluster/scheduler/node-info.ts';

interface Input {
  readonly node: NodeJson;
  readonly pod: PodJson;
}

interface AffinityInput extends Input {
  readonly addedAffinity?: NodeAffinity;
  readonly runPreFilter: boolean;
}

interface PortsInput {
  readonly node: { readonly existingPods: readonly PodJson[] };
  readonly pod: PodJson;
}

export const adapters = {
  'NodeAffinity.filter': ({ node: nodeJson, pod: podJson, addedAffinity, runPreFilter }: AffinityInput) => {
    const incoming = pod(podJson);
    const policy = addedAffinity === undefined ? {} : { addedAffinity };
    const whole = cluster({ nodes: [nodeJson] }, policy);
    const answer = nodeAffinityFilter.preFilter(incoming, whole);
    const only = answer && !isRefusal(answer) ? answer.only : undefined;
    const preFilter = preFilterStatus(nodeAffinityFilter, incoming, whole);
    return {
      preFilterResult: runPreFilter && only ? { nodeNames: [...only].sort() } : null,
      preFilterStatus: runPreFilter ? preFilter : SUCCESS,
      status: statusOf(nodeAffinityRefusal(incoming, node(nodeJson), addedAffinity)),
    };
  },
  'NodeName.filter': (input: Input) => ({
    status: statuses(nodeName, pod(input.pod), cluster({ nodes: [input.node] }))[0],
  }),
  'NodePorts.filter': (input: PortsInput) => {
    const whole = { ...cluster({ nodes: [] }), nodes: [nodeInfoWith(node({}), input.node.existingPods.map(pod))] };
    const incoming = pod(input.pod);
    return {
      preFilterStatus: preFilterStatus(nodePorts, incoming, whole),
      status: statuses(nodePorts, incoming, whole)[0],
    };
  },
};
