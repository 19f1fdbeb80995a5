/** Preemption: who must leave a node so that a pod that matters more fits there. Source: plugins/defaultpreemption. */
import { must } from '../../base/assert.ts';
import { byCodeUnit } from '../../base/order.ts';
import { isTerminating, podCondition, podPriority, type Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';
import { withNode, type ClusterInfo } from './cluster-info.ts';
import { violating, type Budget } from './disruption.ts';
import { judgeOf } from './evaluate.ts';
import type { FilterPlugin, Refusal } from './framework.ts';
import { nodeInfoWith, type NodeInfo } from './node-info.ts';
import { FILTERS } from './registry.ts';
import type { Diagnosis } from './schedule.ts';

/** Reason of the victims' condition DisruptionTarget. */
export const BY_SCHEDULER = 'PreemptionByScheduler';
/** Oracle: scheduler.preemptionMinCandidates. */
const MIN_CANDIDATES = { percent: 10, absolute: 100 };

export interface Candidate {
  readonly node: string;
  /** The most important first. */
  readonly victims: readonly Pod[];
  readonly violations: number;
}

/** Who has not begun yet has begun last. */
const startOf = ({ status: { startTick } }: Pod): number => startTick ?? Number.MAX_SAFE_INTEGER;

/** More important: of higher priority, else there for longer. */
export function byImportance(a: Pod, b: Pod): number {
  const byStart = startOf(a) - startOf(b);
  return podPriority(b) - podPriority(a) || byStart || byCodeUnit(a.metadata.name, b.metadata.name);
}

/** Everybody of lower priority leaves in thought; then who can stay stays, the most important first. */
export function selectVictims(
  pod: Pod,
  info: NodeInfo,
  cluster: ClusterInfo,
  budgets: readonly Budget[],
  filters: readonly FilterPlugin[] = FILTERS,
): Candidate | Refusal {
  const lower = info.pods().filter((other) => podPriority(other) < podPriority(pod));
  if (lower.length === 0) {
    return { code: 'UnschedulableAndUnresolvable', reasons: ['No preemption victims found for incoming pod'] };
  }
  let staying = info.pods().filter((other) => !lower.includes(other));
  const refusalWith = (pods: readonly Pod[]) => {
    const changed = nodeInfoWith(info.node, pods);
    return judgeOf(pod, withNode(cluster, changed), filters)(changed);
  };
  const refusal = refusalWith(staying);
  if (refusal) return refusal;
  lower.sort(byImportance);
  const violators = violating(lower, budgets);
  const victims: Pod[] = [];
  for (const other of [...lower.filter((it) => violators.has(it)), ...lower.filter((it) => !violators.has(it))]) {
    const kept = [...staying, other];
    if (refusalWith(kept) === null) staying = kept;
    else victims.push(other);
  }
  const violations = victims.filter((victim) => violators.has(victim)).length;
  return { node: info.node.metadata.name, victims: victims.sort(byImportance), violations };
}

export interface DryRun {
  readonly candidates: readonly Candidate[];
  /** Why not, for each node that was tried in vain. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

/** Tries nodes, from the one at `start` on, until there is enough to choose from. */
export function dryRun(
  pod: Pod,
  nodes: readonly NodeInfo[],
  cluster: ClusterInfo,
  budgets: readonly Budget[],
  { start = 0, enough = nodes.length, filters = FILTERS } = {},
): DryRun {
  const candidates: Candidate[] = [];
  const refusals = new Map<string, Refusal>();
  for (let step = 0; step < nodes.length; step += 1) {
    const info = nodes[(start + step) % nodes.length];
    if (!info || (candidates.length >= enough && candidates.some(({ violations }) => violations === 0))) break;
    const answer = selectVictims(pod, info, cluster, budgets, filters);
    if ('code' in answer) refusals.set(info.node.metadata.name, answer);
    else if (answer.victims.length > 0) candidates.push(answer);
  }
  return { candidates, refusals };
}

export function enoughCandidates(nodes: number, { percent, absolute } = MIN_CANDIDATES): number {
  return Math.min(Math.max(Math.floor((nodes * percent) / 100), absolute), nodes);
}

/** Of the highest victims' starts, the earliest. */
function highestStart({ victims }: Candidate): number {
  const highest = victims[0] ? podPriority(victims[0]) : 0;
  return Math.min(...victims.filter((victim) => podPriority(victim) === highest).map(startOf));
}

const sumOf = ({ victims }: Candidate) => victims.reduce((sum, victim) => sum + podPriority(victim) + 2 ** 31, 0);

/** Smallest is best; each rule is asked among those that the rules before left. */
const RULES: readonly ((candidate: Candidate) => number)[] = [
  ({ violations }) => violations,
  ({ victims: [first] }) => (first ? podPriority(first) : -Infinity),
  sumOf,
  ({ victims }) => victims.length,
  (candidate) => -highestStart(candidate),
];

/** Several where no rule tells them apart. */
export function bestCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  let best = candidates;
  for (const rule of RULES) {
    const least = Math.min(...best.map(rule));
    best = best.filter((candidate) => rule(candidate) === least);
  }
  return best;
}

/** Null: it may. Who is making room already waits for it, unless that node is lost to it anyhow. */
export function whyNotPreempt(pod: Pod, nominated: NodeInfo | undefined, refusal: Refusal | null): string | null {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  if (!nominated || refusal?.code === 'UnschedulableAndUnresolvable') return null;
  const isLeaving = whoLeaves(pod, nominated).some(
    (other) => podCondition(other, 'DisruptionTarget')?.reason === BY_SCHEDULER,
  );
  return isLeaving ? 'not eligible due to a terminating pod on the nominated node.' : null;
}

/** Who matters less than the pod, and leaves that node already, for whatever reason. */
function whoLeaves(pod: Pod, info: NodeInfo): readonly Pod[] {
  return info.pods().filter((other) => isTerminating(other) && podPriority(other) < podPriority(pod));
}

export type WayOut =
  | { readonly type: 'candidate'; readonly candidate: Candidate }
  /** Room is being made already, or the pod may make none. */
  | { readonly type: 'ineligible'; readonly why: string }
  | { readonly type: 'none'; readonly refusals: ReadonlyMap<string, Refusal> };

/** What is left for a pod that fits nowhere. */
export function wayOut(view: View, pod: Pod, cluster: ClusterInfo, diagnosis: Diagnosis): WayOut {
  const { nominatedNodeName = '' } = pod.status;
  const nominated = cluster.nodes.find(({ node }) => node.metadata.name === nominatedNodeName);
  const why = whyNotPreempt(pod, nominated, diagnosis.refusals.get(nominatedNodeName) ?? null);
  if (why !== null) return { type: 'ineligible', why };
  const nodes = cluster.nodes.filter(
    ({ node }) => diagnosis.refusals.get(node.metadata.name)?.code === 'Unschedulable',
  );
  const enough = enoughCandidates(nodes.length);
  const start = enough >= nodes.length ? 0 : draw(view, nodes.length, `scheduler/preempt/${pod.metadata.uid}`);
  const { candidates, refusals } = dryRun(pod, nodes, cluster, budgetsOf(view), { start, enough });
  const [candidate] = bestCandidates(candidates);
  return candidate ? { type: 'candidate', candidate } : { type: 'none', refusals };
}

/** Who was promised a node that somebody leaves waits for that, whoever sent him away. */
export function mayLookForRoom(pod: Pod, cluster: ClusterInfo): boolean {
  const { nominatedNodeName } = pod.status;
  const nominated = cluster.nodes.find(({ node }) => node.metadata.name === nominatedNodeName);
  const lost = nominated ? judgeOf(pod, cluster)(nominated) : null;
  if (whyNotPreempt(pod, nominated, lost) !== null) return false;
  return !nominated || lost?.code === 'UnschedulableAndUnresolvable' || whoLeaves(pod, nominated).length === 0;
}

/** Whether room could be made there, where that can help at all. Budgets only choose among nodes. */
export function couldMakeRoom(pod: Pod, info: NodeInfo, cluster: ClusterInfo): boolean {
  return !('code' in selectVictims(pod, info, cluster, []));
}

export function budgetsOf(view: View): readonly Budget[] {
  return view.keys('PodDisruptionBudget').map((key) => {
    const { metadata, spec, status } = must(view.get('PodDisruptionBudget', key), key);
    const { disruptionsAllowed } = status;
    return { namespace: metadata.namespace, selector: spec.selector, disruptionsAllowed, disruptedPods: [] };
  });
}
