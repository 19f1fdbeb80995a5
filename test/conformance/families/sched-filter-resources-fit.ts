/** Room for what a pod asks for. */
import { podRequests } from '../../../shared/api/pod-requests.ts';
import { nodeInfoWith } from '../../../shared/cluster/scheduler/node-info.ts';
import {
  insufficientResources,
  nodeResourcesFitFilter,
} from '../../../shared/cluster/scheduler/plugins/node-resources-fit.ts';
import { cluster, node, pod, type ClusterJson, type NodeJson, type PodJson } from '../objects.ts';
import { isSameStatus, preFilterStatus, statuses, type PluginStatus } from '../plugins.ts';

interface Ignored {
  readonly ignoredResources?: readonly string[];
  readonly ignoredResourceGroups?: readonly string[];
}

interface GoIgnored {
  readonly IgnoredResources?: readonly string[];
  readonly IgnoredResourceGroups?: readonly string[];
}

interface FilterInput extends Ignored {
  readonly args?: Ignored & GoIgnored;
  readonly node: { readonly node: NodeJson; readonly existingPods: readonly PodJson[] };
  readonly pod: PodJson;
}

interface Answer {
  readonly status: PluginStatus;
  readonly preFilterStatus?: PluginStatus;
  readonly insufficient?: readonly { readonly resource: string }[];
}

/** The plugin's arguments stand beside the rest, or by themselves. */
function ignoredBy({ args = {}, ignoredResources, ignoredResourceGroups }: FilterInput): Required<Ignored> {
  return {
    ignoredResources: ignoredResources ?? args.ignoredResources ?? args.IgnoredResources ?? [],
    ignoredResourceGroups: ignoredResourceGroups ?? args.ignoredResourceGroups ?? args.IgnoredResourceGroups ?? [],
  };
}

export const adapters = {
  'NodeResourcesFit.filter': (input: FilterInput) => {
    const info = nodeInfoWith(node(input.node.node), input.node.existingPods.map(pod));
    const whole = { ...cluster({}, ignoredBy(input)), nodes: [info] };
    const incoming = pod(input.pod);
    return {
      preFilterStatus: preFilterStatus(nodeResourcesFitFilter, incoming, whole),
      status: statuses(nodeResourcesFitFilter, incoming, whole)[0],
      insufficient: insufficientResources(podRequests(incoming.spec), info, whole.policy),
    };
  },
  isFit: (input: { readonly node?: NodeJson | null; readonly pod: PodJson }) => ({
    fits: input.node
      ? insufficientResources(podRequests(pod(input.pod).spec), nodeInfoWith(node(input.node), []), {}).length === 0
      : false,
  }),
  'NodeResourcesFit.filterNodes': (input: ClusterJson & { readonly pod: PodJson }) => {
    const whole = cluster(input);
    const answers = statuses(nodeResourcesFitFilter, pod(input.pod), whole);
    return {
      statusByNode: whole.nodes.map(({ node: it }, row) => ({ node: it.metadata.name, status: answers[row] })),
    };
  },
};

const byName = (list: Answer['insufficient']) =>
  JSON.stringify([...(list ?? [])].sort((a, b) => (a.resource < b.resource ? -1 : 1)).map(sortedEntries));
const sortedEntries = (value: object) => Object.entries(value).sort();

export const comparers = {
  /** What was not noted of a case is not compared. */
  'NodeResourcesFit.filter': (expected: Answer, got: Required<Answer>) =>
    isSameStatus(expected.status, got.status) &&
    (!expected.preFilterStatus || isSameStatus(expected.preFilterStatus, got.preFilterStatus)) &&
    (!expected.insufficient || byName(expected.insufficient) === byName(got.insufficient)),
};

/** Devices by resource claim: an alpha gate. */
export const leftOut = ['DRAExtendedResource'];
