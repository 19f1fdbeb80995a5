/** Who must leave for a pod that matters more. */
import { isDeepStrictEqual } from 'node:util';
import type { FilterPlugin, Refusal } from '../../../shared/cluster/scheduler/framework.ts';
import { refuse } from '../../../shared/cluster/scheduler/framework.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import type { FullLabelSelector } from '../../../shared/api/selectors.ts';
import { nodeInfoWith } from '../../../shared/cluster/scheduler/node-info.ts';
import {
  bestCandidates,
  dryRun,
  enoughCandidates,
  whyNotPreempt,
} from '../../../shared/cluster/scheduler/preemption.ts';
import { FILTERS } from '../../../shared/cluster/scheduler/registry.ts';
import { cluster, node, pod, type PodJson } from '../objects.ts';
import type { Namespaced } from '../shapes.ts';

interface World {
  readonly nodeNames: readonly string[];
  readonly nodeCapacity: Readonly<Record<string, string>>;
  readonly existingPods: readonly PodJson[];
  readonly filterPlugins: readonly string[];
}

interface BudgetJson extends Namespaced {
  readonly spec?: { readonly selector?: FullLabelSelector };
  readonly status?: { readonly disruptionsAllowed?: number; readonly disruptedPods?: object };
}

interface DryRunInput extends World {
  readonly preemptors: readonly PodJson[];
  readonly pdbs?: readonly BudgetJson[];
  readonly fakeFilterReturnsForEveryNode: string;
  readonly args: { readonly MinCandidateNodesPercentage: number; readonly MinCandidateNodesAbsolute: number };
}

/** Stand-ins of the vectors' own tests. */
const STAND_INS: Readonly<Record<string, FilterPlugin>> = {
  TrueFilter: { isLocal: false, name: 'TrueFilter', preFilter: () => null },
  FalseFilter: { isLocal: false, name: 'FalseFilter', preFilter: () => refuse('Unschedulable', 'false') },
  MatchFilter: {
    isLocal: false,
    name: 'MatchFilter',
    preFilter: (incoming: Pod) => ({
      judge: ({ node: { metadata } }) =>
        metadata.name === incoming.metadata.name ? null : refuse('Unschedulable', 'another name'),
    }),
  },
};

function filtersOf(names: readonly string[], fake = 'Success'): readonly FilterPlugin[] {
  const chosen = names.map((name) => STAND_INS[name] ?? FILTERS.find((plugin) => plugin.name === name));
  const always: readonly (FilterPlugin | undefined)[] =
    fake === 'Success' ? [] : [{ isLocal: false, name: 'fake', preFilter: () => refuse('Unschedulable', fake) }];
  return [...always, ...chosen].map((plugin, index) => {
    if (!plugin) throw new Error(`no filter ${names[index]}`);
    return plugin;
  });
}

/** A name of the form `a/b/c` tells the node's host, which is its name, its zone and its region. */
function nodeJson(name: string, allocatable: World['nodeCapacity']) {
  const [hostname = '', zone, region] = name.split('/');
  const labels = { hostname, ...(zone ? { zone } : {}), ...(region ? { region } : {}) };
  return { metadata: { name: hostname, labels }, status: { allocatable } };
}

function worldOf({ nodeNames, nodeCapacity, existingPods }: World) {
  return cluster({ nodes: nodeNames.map((name) => nodeJson(name, nodeCapacity)), existingPods });
}

const budget = ({ metadata, spec, status }: BudgetJson) => ({
  namespace: metadata?.namespace ?? '',
  selector: spec?.selector ?? null,
  disruptionsAllowed: status?.disruptionsAllowed ?? 0,
  disruptedPods: Object.keys(status?.disruptedPods ?? {}),
});

const byName = (a: string, b: string) => (a < b ? -1 : 1);

/** All of a pod but its names. */
function likeness({ metadata, spec, status }: PodJson): string {
  return JSON.stringify([{ ...metadata, name: '', uid: '' }, spec, status]);
}

export const adapters = {
  'DefaultPreemption.dryRun': (input: DryRunInput) => {
    const whole = worldOf(input);
    const filters = filtersOf(input.filterPlugins, input.fakeFilterReturnsForEveryNode);
    const { MinCandidateNodesPercentage: percent, MinCandidateNodesAbsolute: absolute } = input.args;
    const enough = enoughCandidates(whole.nodes.length, { percent, absolute });
    const budgets = (input.pdbs ?? []).map(budget);
    return {
      enough,
      likeness: Object.fromEntries(input.existingPods.map((it) => [it.metadata?.name ?? '', likeness(it)])) as object,
      candidatesPerPreemptor: input.preemptors.map((preemptor) =>
        dryRun(pod(preemptor), whole.nodes, whole, budgets, { filters })
          .candidates.map(({ node: name, victims, violations }) => ({
            node: name,
            numPDBViolations: violations,
            victims: victims.map(({ metadata }) => metadata.name).sort(byName),
          }))
          .sort((a, b) => byName(a.node, b.node)),
      ),
    };
  },
  'DefaultPreemption.selectBestCandidate': (input: World & { readonly preemptor: PodJson }) => {
    const whole = worldOf(input);
    const filters = filtersOf(input.filterPlugins);
    const { candidates } = dryRun(pod(input.preemptor), whole.nodes, whole, [], { filters });
    return { nodes: bestCandidates(candidates).map(({ node: name }) => name) };
  },
  'DefaultPreemption.podEligibleToPreemptOthers': (input: {
    readonly preemptor: PodJson;
    readonly existingPods: readonly PodJson[];
    readonly nodeNames: readonly string[];
    readonly nominatedNodeStatus?: { readonly code: string; readonly reasons: readonly string[] } | null;
  }) => {
    const { preemptor, existingPods, nodeNames, nominatedNodeStatus: status } = input;
    const name = preemptor.status?.nominatedNodeName;
    const isThere = name !== undefined && nodeNames.includes(name);
    const pods = existingPods.map(pod).filter(({ spec }) => spec.nodeName === name);
    const nominated = isThere ? nodeInfoWith(node({ metadata: { name } }), pods) : undefined;
    const refusal = !status || status.code === 'Success' ? null : (status as Refusal);
    return { eligible: whyNotPreempt(pod(preemptor), nominated, refusal) === null };
  },
};

interface CandidateAnswer {
  readonly node: string;
  readonly numPDBViolations: number;
  readonly victims: readonly string[];
}

interface DryRunAnswer {
  readonly candidatesPerPreemptor: readonly (readonly CandidateAnswer[])[];
}

/**
 * The search goes through the nodes in an order of chance and stops when it has enough, one of which breaks no budget.
 * Right is what some order finds among all candidates there are.
 */
function isPossible(found: readonly CandidateAnswer[], all: readonly CandidateAnswer[], enough: number): boolean {
  const isThere = found.every((candidate) => all.some((other) => isDeepStrictEqual(candidate, other)));
  const harmless = found.filter(({ numPDBViolations }) => numPDBViolations === 0).length;
  const isStopped = harmless > 0 && (found.length === enough || (found.length > enough && harmless === 1));
  return isThere && (found.length === all.length || isStopped);
}

interface Got extends DryRunAnswer {
  readonly enough: number;
  readonly likeness: Readonly<Record<string, string>>;
}

/** Starts less than a second apart are one in the vectors: pods that differ in name alone may stand for each other. */
function nameless(candidates: readonly CandidateAnswer[], likenessOf: Got['likeness']): readonly CandidateAnswer[] {
  return candidates.map((it) => ({ ...it, victims: it.victims.map((name) => likenessOf[name] ?? name).sort(byName) }));
}

export const comparers = {
  'DefaultPreemption.dryRun': (expected: DryRunAnswer, got: Got) =>
    expected.candidatesPerPreemptor.every((candidates, index) =>
      isPossible(
        nameless(candidates, got.likeness),
        nameless(got.candidatesPerPreemptor[index] ?? [], got.likeness),
        got.enough,
      ),
    ),
  /** Starts less than a second apart are one to us: then several are best. */
  'DefaultPreemption.selectBestCandidate': (
    expected: { readonly nodeIsOneOf: readonly string[] },
    got: { readonly nodes: readonly string[] },
  ) => got.nodes.some((name) => expected.nodeIsOneOf.includes(name)),
};
