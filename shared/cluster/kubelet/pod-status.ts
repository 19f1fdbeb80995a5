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
import type { RuntimeContainer, Sandbox, SentOff } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { finalPhase, finalStatus, heldPhase, isOver } from './final-status.ts';
import { phaseOf } from './pod-phase.ts';

/** Running, and, where a readiness probe asks, passing it. Without one it is ready at once, whatever it really does. */
export function isContainerReady(container: RuntimeContainer, tick: number): boolean {
  const { role, state, readiness } = container;
  if (role === 'init') return state.type === 'terminated' && state.exitCode === 0;
  return isContainerStarted(container, tick) && (readiness === null || readiness.result === 'Success');
}

/** Running, and past its startup probe and the hook after its start. */
export function isContainerStarted({ state, startedTick }: RuntimeContainer, tick: number): boolean {
  return state.type === 'running' && startedTick !== null && tick >= startedTick;
}

/** A container that waits out its back-off is shown as waiting, with its end as the last state; not where all are ended. */
function shownState(sandbox: Sandbox, container: RuntimeContainer): Pick<ContainerStatus, 'state' | 'lastState'> {
  const { state, lastState, backoff } = container;
  const areAllEnded = sandbox.killTick !== null || sandbox.restartingAll;
  if (state.type !== 'terminated' || backoff === null || areAllEnded) return { state, lastState };
  const message = `back-off ${backoff.delayTicks}s restarting failed container=${container.name} pod=${podTitle(sandbox)}`;
  const waiting: ContainerState = { type: 'waiting', reason: 'CrashLoopBackOff', message };
  return { state: waiting, lastState: state };
}

/** `web-x7k2p_default(uid)`: how kubelets name a pod in their messages. */
export function podTitle({ podKey, key }: Sandbox): string {
  const [namespace = '', name = ''] = podKey.split('/');
  return `${name}_${namespace}(${key})`;
}

function containerStatus(view: View, sandbox: Sandbox, container: RuntimeContainer): ContainerStatus {
  const { name, image, imageDigest, restartCount } = container;
  const started = isContainerStarted(container, view.tick);
  const ready = isContainerReady(container, view.tick);
  return { name, image, imageId: imageDigest ?? '', ready, started, restartCount, ...shownState(sandbox, container) };
}

type Finding = Pick<Condition<PodConditionType>, 'status' | 'reason' | 'message'>;
const HOLDS: Finding = { status: 'True', reason: '', message: '' };

function readyFinding(phase: PodStatus['phase'], { containers }: Sandbox, tick: number): Finding {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted', message: '' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed', message: '' };
  const unready = containers.filter((one) => one.role !== 'init' && !isContainerReady(one, tick));
  return unready.length === 0 ? HOLDS : lacking('ContainersNotReady', 'unready status', unready);
}

/** All that has to come before the rest has come. */
function initializedFinding(
  phase: PodStatus['phase'],
  hasInitialized: boolean,
  sandbox: Sandbox,
  tick: number,
): Finding {
  if (phase === 'Succeeded') return { status: 'True', reason: 'PodCompleted', message: '' };
  if (hasInitialized) return HOLDS;
  const begins = sandbox.containers.filter(({ role }) => role !== 'main');
  const incomplete = begins.filter((one) =>
    one.role === 'init' ? !isContainerReady(one, tick) : !isContainerStarted(one, tick),
  );
  if (incomplete.length === 0) return HOLDS;
  return lacking('ContainersNotInitialized', 'incomplete status', incomplete);
}

function lacking(reason: string, what: string, containers: readonly RuntimeContainer[]): Finding {
  return {
    status: 'False',
    reason,
    message: `containers with ${what}: [${containers.map(({ name }) => name).join(' ')}]`,
  };
}

/** Conditions that others set stay; the transition time of one that keeps its status stays too. The same list where all stay. */
function mergeConditions(
  before: PodStatus['conditions'],
  findings: Readonly<Partial<Record<PodConditionType, Finding>>>,
  tick: number,
): PodStatus['conditions'] {
  let merged: Condition<PodConditionType>[] | null = null;
  for (const type in findings) {
    const finding = findings[type as PodConditionType];
    if (!finding) continue;
    const index = (merged ?? before).findIndex((condition) => condition.type === type);
    const known = (merged ?? before)[index];
    if (known && isFound(known, finding)) continue;
    merged ??= [...before];
    const lastTransitionTick = known?.status === finding.status ? known.lastTransitionTick : tick;
    const condition = { type: type as PodConditionType, ...finding, lastTransitionTick };
    if (known) merged[index] = condition;
    else merged.push(condition);
  }
  return merged ?? before;
}

function isFound(known: Finding, { status, reason, message }: Finding): boolean {
  return known.status === status && known.reason === reason && known.message === message;
}

export function hostAddress(view: View, { nodeName }: Sandbox): string {
  return view.get('Node', nodeName)?.status.address ?? '';
}

const disruptedBy = ({ message }: SentOff): Finding => ({ status: 'True', reason: 'TerminationByKubelet', message });

export function podStatusOf(view: View, pod: Pod, sandbox: Sandbox): PodStatus {
  const before = pod.status;
  const statusesOf = (isMain: boolean) =>
    sandbox.containers
      .filter(({ role }) => (role === 'main') === isMain)
      .map((container) => containerStatus(view, sandbox, container));
  const shown = statusesOf(true);
  const initContainerStatuses = statusesOf(false);
  const hasInitialized = sandbox.containers.some(
    ({ role, exists, state }) => role === 'main' && exists && state.type !== 'waiting',
  );
  const phase = isPodTerminal(pod)
    ? before.phase
    : finalPhase(
        sandbox,
        phaseOf(sandbox.spec, new Map([...initContainerStatuses, ...shown].map((one) => [one.name, one])), {
          isTerminal: isOver(sandbox),
          hasInitialized,
        }),
      );
  const ready = readyFinding(phase, sandbox, view.tick);
  const initialized = initializedFinding(phase, hasInitialized, sandbox, view.tick);
  const containerStatuses = initialized.status === 'True' ? shown.map((one) => finalStatus(sandbox, one)) : shown;
  const sentOff = isPodTerminal(pod) || !isOver(sandbox) ? null : sandbox.sentOff;
  const findings = {
    ...(sentOff?.reason === 'Evicted' ? { DisruptionTarget: disruptedBy(sentOff) } : {}),
    PodScheduled: HOLDS,
    Initialized: initialized,
    ContainersReady: ready,
    Ready: ready,
  };
  return {
    ...before,
    ...sentOff,
    phase: heldPhase(sandbox, before.phase, phase),
    conditions: mergeConditions(before.conditions, findings, view.tick),
    ...(initContainerStatuses.length === 0 ? {} : { initContainerStatuses }),
    containerStatuses,
    podIP: sandbox.address,
    hostIP: hostAddress(view, sandbox),
    startTick: sandbox.createdTick,
  };
}
