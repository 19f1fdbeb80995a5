/** Scores of wishes: taints, node affinity, affinity to pods, spread. */
import { isDeepStrictEqual } from 'node:util';
import type { NodeAffinity } from '../../../shared/api/affinity.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { interPodAffinityScore } from '../../../shared/cluster/scheduler/plugins/inter-pod-affinity.ts';
import { nodeAffinityScore } from '../../../shared/cluster/scheduler/plugins/node-affinity.ts';
import { podTopologySpreadScore } from '../../../shared/cluster/scheduler/plugins/pod-topology-spread.ts';
import { taintTolerationScore } from '../../../shared/cluster/scheduler/plugins/taint-toleration.ts';
import { cluster, pod, type ClusterJson, type NodeJson, type PodJson } from '../objects.ts';
import { scores, scoresOrZero, SUCCESS, type ScoreAnswer } from '../plugins.ts';

type Input = ClusterJson & { readonly pod: PodJson };

interface AffinityInput extends Input {
  readonly addedAffinity?: NodeAffinity;
  readonly runPreScore: boolean;
}

interface PodAffinityInput extends Input {
  readonly hardPodAffinityWeight?: number;
  readonly ignorePreferredTermsOfExistingPods?: boolean;
}

interface SpreadInput extends Input {
  /** Nodes that are there, and that the filters refused. */
  readonly filteredOutNodes?: readonly NodeJson[];
  /** Services, where they stand as objects of any kind. */
  readonly objects?: Input['services'];
  readonly objs?: Input['services'];
  readonly featureGates?: { readonly MatchLabelKeysInPodTopologySpread?: boolean };
}

/** A field whose gate is off is dropped by the API server. */
function spreadPod({ pod: json, featureGates }: SpreadInput): Pod {
  const incoming = pod(json);
  const { topologySpreadConstraints: constraints } = incoming.spec;
  if (!constraints || featureGates?.MatchLabelKeysInPodTopologySpread !== false) return incoming;
  const topologySpreadConstraints = constraints.map((constraint) => ({ ...constraint, matchLabelKeys: [] }));
  return { ...incoming, spec: { ...incoming.spec, topologySpreadConstraints } };
}

export const adapters = {
  'TaintToleration.score': (input: Input) => {
    const whole = cluster(input);
    return { scores: scoresOrZero(scores(taintTolerationScore, pod(input.pod), whole), whole.nodes) };
  },
  'NodeAffinity.score': (input: AffinityInput) => {
    const { addedAffinity } = input;
    const whole = cluster(input, addedAffinity === undefined ? {} : { addedAffinity });
    const answer = scores(nodeAffinityScore, pod(input.pod), whole);
    // Asked for scores alone, a plugin with nothing to say says nothing of each node.
    return input.runPreScore ? answer : { preScoreStatus: SUCCESS, scores: scoresOrZero(answer, whole.nodes) };
  },
  'InterPodAffinity.score': (input: PodAffinityInput) => {
    const { hardPodAffinityWeight = 0, ignorePreferredTermsOfExistingPods = false } = input;
    const whole = cluster(input, { hardPodAffinityWeight, ignorePreferredTermsOfExistingPods });
    return scores(interPodAffinityScore, pod(input.pod), whole);
  },
  'PodTopologySpread.score': (input: SpreadInput) => {
    const { filteredOutNodes = [], nodes = [] } = input;
    const services = input.services ?? input.objects ?? input.objs ?? [];
    const whole = cluster(
      { ...input, nodes: [...nodes, ...filteredOutNodes], services },
      { spreadDefaulting: 'System' },
    );
    const feasible = whole.nodes.slice(0, nodes.length);
    return { scores: scoresOrZero(scores(podTopologySpreadScore, spreadPod(input), whole, feasible), feasible) };
  },
};

export const comparers = {
  /** Of an error's words only the heart is noted. */
  'InterPodAffinity.score': (expected: ScoreAnswer, got: ScoreAnswer) =>
    isDeepStrictEqual(expected.scores, got.scores) &&
    expected.preScoreStatus.code === got.preScoreStatus.code &&
    expected.preScoreStatus.reasons.every((reason, index) => got.preScoreStatus.reasons[index]?.includes(reason)),
};

/** Tolerations that compare numbers: an alpha gate. */
export const leftOut = ['TaintTolerationComparisonOperators'];
