/** Taints, and cordoned nodes. */
import { nodeUnschedulable } from '../../../shared/cluster/scheduler/plugins/node-unschedulable.ts';
import { taintTolerationFilter } from '../../../shared/cluster/scheduler/plugins/taint-toleration.ts';
import type { FilterPlugin } from '../../../shared/cluster/scheduler/framework.ts';
import { cluster, pod, type NodeJson, type PodJson } from '../objects.ts';
import { statuses } from '../plugins.ts';

interface Input {
  readonly node: NodeJson;
  readonly pod: PodJson;
}

const filter = (plugin: FilterPlugin) => (input: Input) => ({
  status: statuses(plugin, pod(input.pod), cluster({ nodes: [input.node] }))[0],
});

export const adapters = {
  'TaintToleration.filter': filter(taintTolerationFilter),
  'NodeUnschedulable.filter': filter(nodeUnschedulable),
};

/** Tolerations that compare numbers: an alpha gate. */
export const leftOut = ['TaintTolerationComparisonOperators'];
