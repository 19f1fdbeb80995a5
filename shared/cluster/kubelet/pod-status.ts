/** What a kubelet says of a pod: the API's status, read off the sandbox. */
import type { Condition } from '../../api/meta.ts';
import {
  isPodTerminal,
  type ContainerState,
  type ContainerStatus,
  type Pod,
  type PodConditionType,
  type PodStatus,
} from '../../api/pod.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { isFinished } from './lookup.ts';
import { phaseOf } from './pod-phase.ts';

/** Running, and, where a readiness probe asks, passing it. Without one it is ready at once, whatever it really does. */
export function isContainerReady({ state, readiness }: RuntimeContainer): boolean {
  return state.type === 'running' && (readiness === null || readiness.passing);
}

/** A container that waits out its back-off is shown as waiting, with its end as the last state. */
function shownState(sandbox: Sandbox, container: RuntimeContainer): Pick<ContainerStatus, 'state' | 'lastState'> {
  const { state, lastState, backoff } = container;
  if (state.type !== 'terminated' || backoff === null || sandbox.killTick !== null) return { state, lastState };
  const message = `back-off ${backoff.delayTicks}s restarting failed container=${container.name} pod=${podTitle(sandbox)}`;
  const waiting: ContainerState = { type: 'waiting', reason: 'CrashLoopBackOff', message };
  return { state: waiting, lastState: state };
}

/** `web-x7k2p_default(uid)`: how kubelets name a pod in their messages. */
export function podTitle({ podKey, key }: Sandbox): string {
  const [namespace = '', name = ''] = podKey.split('/');
  return `${name}_${namespace}(${key})`;
}

function containerStatus(sandbox: Sandbox, container: RuntimeContainer): ContainerStatus {
  const { name, image, imageDigest, restartCount } = container;
  const started = container.state.type === 'running';
  const ready = isContainerReady(container);
  return { name, image, imageId: imageDigest ?? '', ready, started, restartCount, ...shownState(sandbox, container) };
}

type Finding = Pick<Condition<PodConditionType>, 'status' | 'reason' | 'message'>;
const HOLDS: Finding = { status: 'True', reason: '', message: '' };

function readyFinding(phase: PodStatus['phase'], statuses: readonly ContainerStatus[]): Finding {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted', message: '' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed', message: '' };
  const unready = statuses.filter((status) => !status.ready).map((status) => status.name);
  if (unready.length === 0) return HOLDS;
  return {
    status: 'False',
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
}

/** Conditions that others set stay; the transition time of one that keeps its status stays too. */
function mergeConditions(
  before: PodStatus['conditions'],
  findings: Readonly<Partial<Record<PodConditionType, Finding>>>,
  tick: number,
): PodStatus['conditions'] {
  const merged = [...before];
  for (const [type, finding] of Object.entries(findings) as [PodConditionType, Finding][]) {
    const index = merged.findIndex((condition) => condition.type === type);
    const known = merged[index];
    const lastTransitionTick = known?.status === finding.status ? known.lastTransitionTick : tick;
    const condition = { type, ...finding, lastTransitionTick };
    if (known) merged[index] = condition;
    else merged.push(condition);
  }
  return merged;
}

export function podStatusOf(view: View, pod: Pod, sandbox: Sandbox): PodStatus {
  const before = pod.status;
  const containerStatuses = sandbox.containers.map((container) => containerStatus(sandbox, container));
  const isEnding = sandbox.killTick !== null && isFinished(sandbox);
  const phase = isPodTerminal(pod) ? before.phase : phaseOf(sandbox.spec.restartPolicy, containerStatuses, isEnding);
  const ready = readyFinding(phase, containerStatuses);
  const findings = { PodScheduled: HOLDS, Initialized: HOLDS, ContainersReady: ready, Ready: ready };
  return {
    phase,
    reason: before.reason,
    message: before.message,
    conditions: mergeConditions(before.conditions, findings, view.tick),
    containerStatuses,
    podIP: sandbox.address,
    hostIP: view.get('Node', sandbox.nodeName)?.status.address ?? '',
    startTick: sandbox.createdTick,
  };
}
