/**
 * The kubelet's mind: for each pod of a node, what is to be done now, or what is being waited for. The autopilot does
 * it; a player at this seat reads it and does it by hand.
 */
import { must } from '../../base/assert.ts';
import { byCodeUnit } from '../../base/order.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../api/pod.ts';
import { isKubeletUp, isManaged, isRuntimeUp } from '../../api/world/machine.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { isUncounted } from '../api-server/uncounted-pods.ts';
import { kubeletOf } from '../processes.ts';
import { viewOf } from '../sight/stale-view.ts';
import { isFileless } from './static-cleanup.ts';
import { isStatic } from './static-pods.ts';
import type { Verb } from '../verbs/table.ts';
import { isPastDeadline } from './active-deadline.ts';
import { actionsOfSandbox, noticedTick } from './actions-of-sandbox.ts';
import { stepOfContainer } from './container-step.ts';
import { reliefOf } from './eviction/eviction-loop.ts';
import { podOfSandbox } from './kubelet-events.ts';
import { sandboxOf } from './lookup.ts';

/** Why this is the next step, or why there is none now. Texts: client `step.<reason>`. */
export type StepReason =
  | 'admit'
  | 'pull'
  | 'start'
  | 'restart'
  | 'unhealthy'
  | 'changed'
  | 'restartAll'
  | 'renew'
  | 'stopOver'
  | 'deadline'
  | 'evict'
  | 'collectImages'
  | 'stop'
  | 'remove'
  | 'nodeOff'
  | 'nodeBooting'
  | 'nodeCutOff'
  | 'kubeletDown'
  | 'runtimeDown'
  | 'running'
  | 'starting'
  | 'startupProbe'
  | 'postStart'
  | 'initFirst'
  | 'creating'
  | 'pulling'
  | 'pullQueued'
  | 'noticing'
  | 'crashLoopBackOff'
  | 'imagePullBackOff'
  | 'configMissing'
  | 'stopping'
  | 'reporting'
  | 'ended';

export interface Step {
  readonly podKey: string;
  /** Empty when the step is about the whole pod. */
  readonly container: string;
  /** To be asked for now; null while there is nothing to do but wait. */
  readonly verb: Verb | null;
  readonly reason: StepReason;
  /** When the wait ends; null when nobody knows, or there is none. */
  readonly untilTick: number | null;
  readonly details: Readonly<Record<string, string | number>>;
}

/** All that a node's kubelet has to do with pods of this name. */
export function stepsOfPod(view: View, nodeName: string, podKey: string): readonly Step[] {
  const bound = view.get('Pod', podKey);
  const pod = bound?.spec.nodeName === nodeName ? bound : undefined;
  const own = sandboxOf(view, pod);
  const sandboxes = view
    .by('sandboxesByPod', podKey)
    .map((key) => must(view.get('Sandbox', key), `sandbox ${key}`))
    .filter((sandbox) => sandbox.nodeName === nodeName);
  const steps = sandboxes.flatMap((sandbox) => stepsOfSandbox(view, sandbox));
  // A mirror is a picture of what a file asks for, and no order.
  const isOrder = pod !== undefined && !own && !isStatic({ key: pod.metadata.uid });
  return isOrder ? [...steps, ...stepsOfNewPod(view, nodeName, podKey, pod)] : steps;
}

const podStep = (
  podKey: string,
  reason: StepReason,
  verb: Verb | null = null,
  untilTick: number | null = null,
): Step => ({
  podKey,
  container: '',
  verb,
  reason,
  untilTick,
  details: { name: podKey },
});

/** A kubelet that does not run does nothing at all. */
function idleStep(view: View, nodeName: string, podKey: string): Step | null {
  const machine = view.get('Machine', nodeName);
  if (isKubeletUp(machine)) return null;
  if (machine?.power === 'on') return podStep(podKey, 'kubeletDown');
  return machine?.power === 'booting'
    ? podStep(podKey, 'nodeBooting', null, machine.bootDoneTick)
    : podStep(podKey, 'nodeOff');
}

function stepsOfNewPod(view: View, nodeName: string, podKey: string, pod: Pod): readonly Step[] {
  const idle = idleStep(view, nodeName, podKey);
  if (idle) return [idle];
  if (!isRuntimeUp(view.get('Machine', nodeName))) return [podStep(podKey, 'runtimeDown')];
  if (isTerminating(pod) && !isUncounted(view, pod)) return [removal(view, nodeName, podKey)];
  if (isPodTerminal(pod)) return [podStep(podKey, 'ended')];
  return [podStep(podKey, 'admit', { verb: 'admitPod', pod: podKey })];
}

/** Who is cut off can take a pod down, but tell nobody that it is gone. */
function removal(view: View, nodeName: string, podKey: string): Step {
  return isManaged(view.get('Machine', nodeName))
    ? podStep(podKey, 'remove', { verb: 'removePod', pod: podKey, node: nodeName })
    : podStep(podKey, 'nodeCutOff');
}

function stepsOfSandbox(view: View, sandbox: Sandbox): readonly Step[] {
  const steps = stepsWithRuntime(view, sandbox);
  if (isRuntimeUp(view.get('Machine', sandbox.nodeName))) return steps;
  // To ask for an image is all that can be tried, and it fails.
  return steps.map((step) =>
    step.verb === null || step.verb.verb === 'pullImage'
      ? step
      : { ...step, verb: null, reason: 'runtimeDown' as const },
  );
}

function stepsWithRuntime(view: View, sandbox: Sandbox): readonly Step[] {
  const { podKey, nodeName, killTick } = sandbox;
  const idle = idleStep(view, nodeName, podKey);
  if (idle) return [idle];
  const pod = podOfSandbox(view, sandbox);
  if (killTick !== null) {
    if (!isFinished(sandbox)) return [podStep(podKey, 'stopping', null, killTick)];
    // What ended by itself, or was evicted, stays to be read until somebody deletes it.
    if (pod && !isTerminating(pod)) return [podStep(podKey, 'ended')];
    // First it is told how it ended.
    if (pod && !isPodTerminal(pod)) return [podStep(podKey, 'reporting')];
    return [removal(view, nodeName, podKey)];
  }
  const isUnwanted = isStatic(sandbox) ? isFileless(view, sandbox) : pod === undefined || isTerminating(pod);
  if (isUnwanted) return [podStep(podKey, 'stop', { verb: 'stopPod', pod: podKey, node: nodeName })];
  return stepsOfWanted(view, sandbox);
}

/** A pod that is to be here: its yard, then its containers. */
function stepsOfWanted(view: View, sandbox: Sandbox): readonly Step[] {
  const { podKey, nodeName, containers, restartingAll } = sandbox;
  if (isPastDeadline(view, sandbox)) {
    return [podStep(podKey, 'deadline', { verb: 'stopPod', pod: podKey, node: nodeName })];
  }
  const actions = actionsOfSandbox(view, sandbox, true);
  const isQuiet = isFinished(sandbox) && containers.every((one) => (noticedTick(one) ?? 0) <= view.tick);
  if (actions.createSandbox || (restartingAll && isQuiet)) {
    return [podStep(podKey, 'renew', { verb: 'renewPod', pod: podKey })];
  }
  if (actions.killPod && !restartingAll && !isFinished(sandbox)) {
    return [podStep(podKey, 'stopOver', { verb: 'stopPod', pod: podKey, node: nodeName })];
  }
  return containers.map((container) => stepOfContainer(view, sandbox, container, actions));
}

/** The whole plan of one village, pod by pod, by what its kubelet sees. */
export function nextSteps(truth: View, nodeName: string): readonly Step[] {
  const view = viewOf(truth, kubeletOf(nodeName));
  const steps = podKeysOn(view, nodeName).flatMap((podKey) => stepsOfPod(view, nodeName, podKey));
  return [...nodeSteps(view, nodeName), ...steps];
}

/** What the node itself needs. Its pod key is empty where no pod is meant. */
function nodeSteps(view: View, nodeName: string): readonly Step[] {
  const relief = reliefOf(view, nodeName);
  if (!relief) return [];
  return relief.verb === 'evictForPressure'
    ? [podStep(relief.pod, 'evict', relief)]
    : [{ ...podStep('', 'collectImages', relief), details: { name: nodeName } }];
}

/** Pods that are bound to a node, and those that still have a sandbox there. */
export function podKeysOn(view: View, nodeName: string): readonly string[] {
  const sandboxed = view.by('sandboxesByNode', nodeName).map((key) => view.get('Sandbox', key)?.podKey ?? '');
  return [...new Set([...view.by('podsByNode', nodeName), ...sandboxed])].sort(byCodeUnit);
}
