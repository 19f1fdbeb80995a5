/** PodTopologySpread: the pods of a group evenly over nodes, zones or whatever a node label tells apart. */
import type { TopologySpreadConstraint } from '../../../api/affinity.ts';
import type { Node } from '../../../api/node.ts';
import { isTerminating, type Pod } from '../../../api/pod.ts';
import { isEmptySelector, matchesSelector } from '../../../api/selectors.ts';
import { isTolerated } from '../../../api/toleration.ts';
import { ZONE_LABEL } from '../../../api/world/zone.ts';
import { naturalLogarithm } from '../../../base/logarithm.ts';
import type { ClusterInfo } from '../cluster-info.ts';
import { MAX_NODE_SCORE, refuse, type FilterPlugin, type Nodes, type ScorePlugin } from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';
import { isWantedNode } from '../../../api/node-selector.ts';

const NAME = 'PodTopologySpread';
/** Each node is a topology of its own: counted where it stands. */
const HOSTNAME = 'kubernetes.io/hostname';

type Constraint = TopologySpreadConstraint;

const constraintsOf = (pod: Pod, when: Constraint['whenUnsatisfiable']): readonly Constraint[] =>
  pod.spec.topologySpreadConstraints?.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === when) ?? [];

/** What a pod that states nothing is spread by. Source: podtopologyspread/plugin.go, systemDefaultConstraints. */
const SYSTEM_DEFAULTS = [
  { topologyKey: HOSTNAME, maxSkew: 3 },
  { topologyKey: ZONE_LABEL, maxSkew: 5 },
] as const;

const statesSome = ({ spec }: Pod): boolean => (spec.topologySpreadConstraints ?? []).length > 0;

function wishesOf(pod: Pod, cluster: ClusterInfo): readonly Constraint[] {
  if (statesSome(pod) || cluster.policy.spreadDefaulting !== 'System') return constraintsOf(pod, 'ScheduleAnyway');
  const labelSelector = cluster.groupOf(pod);
  if (isEmptySelector(labelSelector)) return [];
  return SYSTEM_DEFAULTS.map((it) => ({ ...it, whenUnsatisfiable: 'ScheduleAnyway', labelSelector }));
}

const valueOf = ({ metadata }: Node, { topologyKey }: Constraint): string | undefined => metadata.labels[topologyKey];

function hasAllTopologies(node: Node, constraints: readonly Constraint[]): boolean {
  return constraints.every((constraint) => valueOf(node, constraint) !== undefined);
}

/** A node that the pod could never get does not count, unless the constraint says so. */
function counts(constraint: Constraint, pod: Pod, node: Node): boolean {
  if (constraint.nodeAffinityPolicy !== 'Ignore' && !isWantedNode(pod.spec, node)) return false;
  if (constraint.nodeTaintsPolicy !== 'Honor') return true;
  return node.spec.taints.every(
    (taint) => taint.effect === 'PreferNoSchedule' || isTolerated(pod.spec.tolerations, taint),
  );
}

/** Is it one of the group, as the pod's constraint means it? */
function isMember(constraint: Constraint, pod: Pod, other: Pod): boolean {
  const { labels } = other.metadata;
  const isLike = (constraint.matchLabelKeys ?? []).every(
    (key) => pod.metadata.labels[key] === undefined || pod.metadata.labels[key] === labels[key],
  );
  return isLike && matchesSelector(constraint.labelSelector, labels);
}

/** A selector that means everybody means no group. */
function hasGroup({ labelSelector, matchLabelKeys = [] }: Constraint, { metadata }: Pod): boolean {
  const isEmpty = labelSelector === undefined || isEmptySelector(labelSelector);
  return !isEmpty || matchLabelKeys.some((key) => metadata.labels[key] !== undefined);
}

function membersOn(node: NodeInfo, constraint: Constraint, pod: Pod): number {
  let members = 0;
  if (!hasGroup(constraint, pod)) return members;
  for (const other of node.pods()) {
    if (other.metadata.namespace !== pod.metadata.namespace || isTerminating(other)) continue;
    if (isMember(constraint, pod, other)) members += 1;
  }
  return members;
}

/** Members by topology, over the nodes that have all topologies. */
function membersByTopology(constraint: Constraint, pod: Pod, nodes: Nodes): Map<string, number> {
  const members = new Map<string, number>();
  for (const info of nodes) {
    const value = valueOf(info.node, constraint);
    if (value === undefined || !counts(constraint, pod, info.node)) continue;
    members.set(value, (members.get(value) ?? 0) + membersOn(info, constraint, pod));
  }
  return members;
}

/** With fewer topologies than asked for, the emptiest is one that is not there. */
function fewest(members: ReadonlyMap<string, number>, minDomains = 1): number {
  return members.size < minDomains ? 0 : Math.min(...members.values());
}

export const podTopologySpreadFilter: FilterPlugin = {
  name: NAME,
  isLocal: false,
  preFilter: (pod, cluster) => {
    const constraints = constraintsOf(pod, 'DoNotSchedule');
    if (constraints.length === 0) return null;
    const complete = cluster.nodes.filter(({ node }) => hasAllTopologies(node, constraints));
    const rules = constraints.map((constraint) => {
      const members = membersByTopology(constraint, pod, complete);
      const self = isMember(constraint, pod, pod) ? 1 : 0;
      return { constraint, members, self, least: fewest(members, constraint.minDomains) };
    });
    return {
      judge: ({ node }) => {
        for (const { constraint, members, self, least } of rules) {
          const value = valueOf(node, constraint);
          if (value === undefined) {
            const why = "node(s) didn't match pod topology spread constraints (missing required label)";
            return refuse('UnschedulableAndUnresolvable', why);
          }
          if ((members.get(value) ?? 0) + self - least > constraint.maxSkew) {
            return refuse('Unschedulable', "node(s) didn't match pod topology spread constraints");
          }
        }
        return null;
      },
    };
  },
};

interface SpreadRule {
  readonly constraint: Constraint;
  /** Few topologies differ much, many little: each counts by the logarithm of how many there are. */
  readonly weight: number;
  readonly members: ReadonlyMap<string, number>;
}

function spreadRule(constraint: Constraint, pod: Pod, scored: Nodes, complete: Nodes): SpreadRule {
  const values = new Set(scored.map(({ node }) => valueOf(node, constraint)));
  const isHost = constraint.topologyKey === HOSTNAME;
  return {
    constraint,
    weight: naturalLogarithm((isHost ? scored.length : values.size) + 2),
    members: isHost ? new Map() : membersByTopology(constraint, pod, complete),
  };
}

export const podTopologySpreadScore: ScorePlugin = {
  name: NAME,
  isLocal: false,
  preScore: (pod, cluster, feasible) => {
    const constraints = wishesOf(pod, cluster);
    if (constraints.length === 0) return null;
    // By the defaults a node without a zone is scored all the same.
    const isDefault = !statesSome(pod);
    const isComplete = ({ node }: NodeInfo) => isDefault || hasAllTopologies(node, constraints);
    const complete = cluster.nodes.filter(isComplete);
    const scored = feasible.filter(isComplete);
    const rules = constraints.map((constraint) => spreadRule(constraint, pod, scored, complete));
    const ignored = feasible.map((info) => !isComplete(info));
    return {
      score: (info) => {
        if (!isComplete(info)) return 0;
        let sum = 0;
        for (const { constraint, weight, members } of rules) {
          const value = valueOf(info.node, constraint);
          if (value === undefined) continue;
          const isHost = constraint.topologyKey === HOSTNAME;
          const count = isHost ? membersOn(info, constraint, pod) : (members.get(value) ?? 0);
          sum += count * weight + (constraint.maxSkew - 1);
        }
        return Math.round(sum);
      },
      normalize: (scores) => reversed(scores, ignored),
    };
  },
};

/** Fewer members are better. A node without the topologies gets nothing. */
function reversed(scores: readonly number[], ignored: readonly boolean[]): readonly number[] {
  const asked = scores.filter((_, row) => ignored[row] !== true);
  const least = Math.min(...asked);
  const most = Math.max(0, ...asked);
  return scores.map((score, row) => {
    if (ignored[row] === true) return 0;
    return most === 0 ? MAX_NODE_SCORE : Math.floor((MAX_NODE_SCORE * (most + least - score)) / most);
  });
}
