/**
 * What one look at a pod asks for: a new yard (sandbox), an end of all, containers to end, containers to begin.
 * Source: pkg/kubelet/kuberuntime/kuberuntime_manager.go, computePodActions, and computeInitContainerActions.
 */
import {
  containerShouldRestart,
  isSidecar,
  shouldContainerBeRestarted,
  type LatestContainer,
  type RestartPolicy,
  type RestartTerms,
} from './restart-policy.ts';

export interface ActionContainer extends RestartTerms {
  readonly name: string;
  /** The runtime's latest container of this name; null when there is none. */
  readonly latest: LatestContainer | null;
  /** Its definition is another one than it was made from. */
  readonly isChanged: boolean;
  readonly liveness: 'Success' | 'Failure' | 'Unknown';
  /** Success without a startup probe. */
  readonly startup: 'Success' | 'Failure' | 'Unknown';
}

export interface ActionSandbox {
  readonly ready: boolean;
  readonly hasAddress: boolean;
  /** How often it was made anew. */
  readonly attempt: number;
}

export interface ActionPod {
  readonly restartPolicy: RestartPolicy;
  readonly initContainers: readonly ActionContainer[];
  readonly containers: readonly ActionContainer[];
  /** The latest; null when there never was one. */
  readonly sandbox: ActionSandbox | null;
  readonly isDeleting: boolean;
}

/** Indexes count in the spec's lists. */
export interface PodActions {
  readonly killPod: boolean;
  readonly createSandbox: boolean;
  readonly attempt: number;
  readonly startInitContainers: readonly number[];
  readonly startContainers: readonly number[];
  readonly kill: readonly string[];
}

const NOTHING = { startInitContainers: [], startContainers: [], kill: [] } as const;

export function computePodActions(pod: ActionPod): PodActions {
  const { sandbox } = pod;
  const isLost = sandbox === null || !sandbox.ready || !sandbox.hasAddress;
  const attempt = sandbox === null ? 0 : sandbox.attempt + (isLost ? 1 : 0);
  return isLost ? beginAnew(pod, attempt) : { ...goOn(pod), createSandbox: false, attempt };
}

const hasSucceeded = ({ latest }: ActionContainer): boolean => latest?.state === 'exited' && latest.exitCode === 0;

/** Without its yard nothing of the pod can stay, and all that is not over begins once more. */
function beginAnew({ restartPolicy, initContainers, containers }: ActionPod, attempt: number): PodActions {
  const end: PodActions = { ...NOTHING, killPod: true, createSandbox: false, attempt };
  const known = [...initContainers, ...containers].some(({ latest }) => latest !== null);
  if (restartPolicy === 'Never' && attempt !== 0 && known) return end;
  const indexes = [...containers.keys()];
  const start = indexes.filter((index) => {
    const container = containers[index];
    const runsOnce = (container?.restartPolicy ?? restartPolicy) === 'OnFailure';
    return container !== undefined && !(runsOnce && hasSucceeded(container));
  });
  const hasBegun = containers.some(({ latest }) => latest !== null);
  if (start.length === 0 && hasBegun) return end;
  const begin = { ...end, createSandbox: true };
  return initContainers.length > 0 ? { ...begin, startInitContainers: [0] } : { ...begin, startContainers: start };
}

type Going = Pick<PodActions, 'killPod' | 'startInitContainers' | 'startContainers' | 'kill'>;

function goOn(pod: ActionPod): Going {
  const init = initActions(pod);
  const { start: startInitContainers, kill } = init;
  if (init.killPod) return { ...NOTHING, kill, killPod: true };
  if (!init.hasInitialized) return { killPod: false, startInitContainers, startContainers: [], kill };
  const startContainers: number[] = [];
  const kills = [...kill];
  let kept = 0;
  pod.containers.forEach((container, index) => {
    const { end, begin } = regularAction(container, pod);
    if (end) kills.push(container.name);
    if (begin) startContainers.push(index);
    if (!end && container.latest?.state === 'running') kept += 1;
  });
  const isOver = kept === 0 && startContainers.length === 0;
  // Sidecars must not keep alive what has nothing left to do.
  if (isOver) return { killPod: true, startInitContainers: [], startContainers: [], kill: kills };
  return { killPod: false, startInitContainers, startContainers, kill: kills };
}

function regularAction(container: ActionContainer, pod: ActionPod): { readonly end: boolean; readonly begin: boolean } {
  const { latest, isChanged, liveness, startup } = container;
  if (latest?.state !== 'running') {
    const begin = shouldContainerBeRestarted(container, pod.restartPolicy, latest, pod.isDeleting);
    // Of a container in no known state it is not even sure that it is gone.
    return { begin, end: begin && latest?.state === 'unknown' };
  }
  if (isChanged) return { end: true, begin: true };
  if (liveness !== 'Failure' && startup !== 'Failure') return { end: false, begin: false };
  return { end: true, begin: (container.restartPolicy ?? pod.restartPolicy) !== 'Never' };
}

interface InitActions {
  readonly killPod: boolean;
  readonly hasInitialized: boolean;
  readonly start: readonly number[];
  readonly kill: readonly string[];
}

/** Looks from the last one back: whoever has begun proves that all before it were done. */
function initActions(pod: ActionPod): InitActions {
  const { initContainers, containers } = pod;
  const hasBegun = containers.some(({ latest }) => latest?.state === 'running' || latest?.state === 'created');
  let hasInitialized = initContainers.length === 0 || hasBegun;
  let isPast = hasInitialized;
  const start: number[] = [];
  const kill: string[] = [];
  for (let index = initContainers.length - 1; index >= 0; index -= 1) {
    const container = initContainers[index];
    if (!container) continue;
    if (isPast && !isSidecar(container)) continue;
    if (container.latest === null) {
      if (isPast) start.push(index);
      continue;
    }
    const step = isSidecar(container) ? sidecarStep(container) : initStep(container, pod);
    if (step === 'fail') return { killPod: true, hasInitialized: false, start: [], kill: [] };
    if (step.kill) kill.push(container.name);
    if (step.isDone && index === initContainers.length - 1) hasInitialized = true;
    else if (step.isDone && !isPast) start.push(index + 1);
    if (step.start) start.push(index);
    isPast = true;
  }
  if (!isPast) start.push(0);
  return { killPod: false, hasInitialized, start: start.reverse(), kill };
}

interface InitStep {
  readonly start: boolean;
  readonly kill: boolean;
  /** The next one may begin. */
  readonly isDone: boolean;
}

const WAIT: InitStep = { start: false, kill: false, isDone: false };
const START: InitStep = { ...WAIT, start: true };
const RENEW: InitStep = { ...START, kill: true };
const DONE: InitStep = { ...WAIT, isDone: true };

function initStep(container: ActionContainer, { restartPolicy }: ActionPod): InitStep | 'fail' {
  const { latest } = container;
  if (latest?.state === 'created') return START;
  if (latest?.state === 'running') return WAIT;
  if (hasSucceeded(container)) return DONE;
  const exitCode = latest?.state === 'exited' ? latest.exitCode : null;
  // The pod's OnFailure and Always are one here: a beginning that went well is not begun again.
  // Rules speak of exit codes: of a container in no known state there is none.
  const mayRestart =
    container.restartPolicy === undefined || exitCode === null
      ? (container.restartPolicy ?? restartPolicy) !== 'Never'
      : containerShouldRestart(container, restartPolicy, exitCode);
  if (!mayRestart) return 'fail';
  return exitCode === null ? RENEW : START;
}

function sidecarStep({ latest, startup, liveness, isChanged }: ActionContainer): InitStep {
  if (latest?.state === 'unknown') return RENEW;
  if (latest?.state !== 'running') return START;
  if (startup === 'Failure') return RENEW;
  if (startup !== 'Success') return WAIT;
  return isChanged || liveness === 'Failure' ? { ...RENEW, isDone: true } : DONE;
}
