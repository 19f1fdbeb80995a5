/**
 * The one table of reasons: why a request was lost, a wish refused, a container waits or ended, a pod had to leave, or
 * no node takes it. Whatever such a thing says of itself stands here, with Kubernetes' own word.
 */
import { LOSS_REASONS } from '../../api/world/network.ts';
import { REFUSALS } from './refusals.ts';

export type ReasonArea = 'loss' | 'refusal' | 'waiting' | 'ended' | 'eviction' | 'scheduling';

export interface Reason {
  /** `area/name` */
  readonly id: string;
  readonly area: ReasonArea;
  /** As the real component says it. */
  readonly word: string;
  /** Key of the sentence in both languages. */
  readonly text: string;
}

/** Why a container waits. Source: pkg/kubelet/images/types.go, pkg/kubelet/kuberuntime, container states. */
const WAITING = [
  'ContainerCreating',
  'PodInitializing',
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'ErrImagePull',
  'ErrImageNeverPull',
  'ImageInspectError',
  'ImagePullBackOff',
  'InvalidImageName',
  'RestartingAllContainers',
] as const;

/**
 * How a container ended, and with that why it begins again. Source: containerd; `Unknown` is what a power cut leaves, and
 * the kubelet's own `ContainerStatusUnknown` is said of one that never ran, once its pod is over.
 */
const ENDED = ['Completed', 'Error', 'OOMKilled', 'StartError', 'Unknown', 'ContainerStatusUnknown'] as const;

/** Why a pod had to leave, or was not taken in: condition DisruptionTarget, or the pod's own reason. */
const EVICTION = [
  'DeletionByTaintManager',
  'EvictionByEvictionAPI',
  'PreemptionByScheduler',
  'TerminationByKubelet',
  'Evicted',
  'DeadlineExceeded',
  'NodeAffinity',
  'OutOfcpu',
  'OutOfmemory',
  'OutOfpods',
] as const;

/** Why no node takes a pod: the words of FailedScheduling, by the name that the sentence is looked up by. */
const SCHEDULING: Readonly<Record<string, string>> = {
  affinity: "node(s) didn't match pod affinity rules",
  antiAffinity: "node(s) didn't match pod anti-affinity rules",
  affinityOfOthers: "node(s) didn't satisfy existing pods anti-affinity rules",
  enforcedAffinity: "node(s) didn't match scheduler-enforced node affinity",
  nodeAffinity: "node(s) didn't match Pod's node affinity/selector",
  affinityConflict: 'pod affinity terms conflict',
  nodeName: "node(s) didn't match the requested node name",
  ports: "node(s) didn't have free ports for the requested pod ports",
  spread: "node(s) didn't match pod topology spread constraints",
  spreadLabel: "node(s) didn't match pod topology spread constraints (missing required label)",
  taints: 'node(s) had untolerated taint(s)',
  unschedulable: 'node(s) were unschedulable',
  pods: 'Too many pods',
  cpu: 'Insufficient cpu',
  memory: 'Insufficient memory',
  other: 'Insufficient',
  noNodes: 'no nodes available to schedule pods',
  noVictims: 'No preemption victims found for incoming pod',
  preemptionInVain: 'Preemption is not helpful for scheduling',
  mayNotPreempt: 'not eligible due to preemptionPolicy=Never.',
  pluginError: 'running PreScore plugin',
  preemptsAlready: 'not eligible due to a terminating pod on the nominated node.',
};

const reason = (area: ReasonArea, name: string, word: string, text: string): Reason => ({
  id: `${area}/${name}`,
  area,
  word,
  text,
});

export const REASONS: readonly Reason[] = [
  ...LOSS_REASONS.map((word) => reason('loss', word, word, `loss.${word}`)),
  ...Object.entries(REFUSALS).map(([key, word]) => reason('refusal', key, word, `refusal.${key}`)),
  ...WAITING.map((word) => reason('waiting', word, word, `reason.waiting.${word}`)),
  ...ENDED.map((word) => reason('ended', word, word, `reason.ended.${word}`)),
  ...EVICTION.map((word) => reason('eviction', word, word, `reason.eviction.${word}`)),
  ...Object.entries(SCHEDULING).map(([name, word]) => reason('scheduling', name, word, `reason.scheduling.${name}`)),
];

const BY_ID: ReadonlyMap<string, Reason> = new Map(REASONS.map((item) => [item.id, item]));
const SCHEDULING_IDS: ReadonlyMap<string, string> = new Map(
  Object.entries(SCHEDULING).map(([name, word]) => [word, `scheduling/${name}`]),
);

export function reasonNamed(id: string): Reason | undefined {
  return BY_ID.get(id);
}

/** Words that go on with a name of their own: a resource, a plugin. */
const OPEN_ENDED = ['other', 'pluginError'] as const;

/** By the words of one node's refusal. */
export function schedulingReasonId(words: string): string {
  const known = SCHEDULING_IDS.get(words);
  const name = OPEN_ENDED.find((item) => words.startsWith(`${SCHEDULING[item]} `));
  return known ?? `scheduling/${name ?? words}`;
}
