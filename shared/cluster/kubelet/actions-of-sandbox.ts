/** What a real pod's sandbox asks for now: its records, read as the kubelet's books. */
import type { Container } from '../../api/pod.ts';
import { isFinished, type RuntimeContainer, type Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { specOf } from '../runtime/container-states.ts';
import { podOfSandbox } from './kubelet-events.ts';
import { computePodActions, type ActionContainer, type PodActions } from './pod-actions.ts';
import type { LatestContainer } from './restart-policy.ts';

/** Oracle: kubelet.plegRelistPeriod. So long after an end the autopilot sees it. */
const RELIST_TICKS = 1;

export function noticedTick({ state }: RuntimeContainer): number | null {
  return state.type === 'terminated' ? state.finishedTick + RELIST_TICKS : null;
}

/** The runtime's latest container of this name. One that waits to be made again has ended before. */
function latestRun(container: RuntimeContainer, seenTick: number): LatestContainer | null {
  const { exists, state, lastState, createdTick } = container;
  if (!exists) return null;
  if (state.type === 'running' || createdTick !== null) return { state: 'running' };
  if (state.type === 'terminated' && state.finishedTick > seenTick) return { state: 'running' };
  const end = state.type === 'terminated' ? state : lastState;
  return end?.type === 'terminated' ? { state: 'exited', exitCode: end.exitCode } : null;
}

function actionContainer(
  sandbox: Sandbox,
  container: RuntimeContainer,
  wanted: readonly Container[],
  seenTick: number,
): ActionContainer {
  const spec = specOf(sandbox, container.name);
  const image = wanted.find(({ name }) => name === container.name)?.image ?? container.image;
  const { restartPolicy, restartPolicyRules } = spec;
  // A hook after the start holds up the next one as a startup probe does.
  const startup = container.postStartTick === null ? (container.startup?.result ?? 'Success') : 'Unknown';
  return {
    name: container.name,
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
    ...(restartPolicyRules === undefined ? {} : { restartPolicyRules }),
    latest: latestRun(container, seenTick),
    isChanged: image !== container.image,
    liveness: container.liveness?.result ?? 'Success',
    startup,
  };
}

/** As it is; `asSeen` as the kubelet sees it, who notices an end a moment later. */
export function actionsOfSandbox(view: View, sandbox: Sandbox, asSeen = false): PodActions {
  const seenTick = asSeen ? view.tick - RELIST_TICKS : view.tick;
  const pod = podOfSandbox(view, sandbox);
  const wanted = pod ? [...pod.spec.initContainers, ...pod.spec.containers] : [];
  const containers = (isInit: boolean) =>
    sandbox.containers
      .filter(({ role }) => (role === 'main') !== isInit)
      .map((container) => actionContainer(sandbox, container, wanted, seenTick));
  return computePodActions({
    restartPolicy: sandbox.spec.restartPolicy,
    initContainers: containers(true),
    containers: containers(false),
    sandbox: { ready: sandbox.ready, hasAddress: sandbox.address !== '', attempt: sandbox.attempt },
    isDeleting: sandbox.killTick !== null,
  });
}

/** Names of the containers that are to begin. */
export function startsOf({ containers }: Sandbox, actions: PodActions): ReadonlySet<string> {
  const begins = containers.filter(({ role }) => role !== 'main');
  const mains = containers.filter(({ role }) => role === 'main');
  return new Set([
    ...actions.startInitContainers.flatMap((index) => begins[index]?.name ?? []),
    ...actions.startContainers.flatMap((index) => mains[index]?.name ?? []),
  ]);
}

/** Nothing of it runs, and nothing will: it keeps its place in the list, and nothing of the node. */
export function isOver(view: View, sandbox: Sandbox): boolean {
  if (!isFinished(sandbox)) return false;
  if (sandbox.killTick !== null) return true;
  const { killPod, createSandbox } = actionsOfSandbox(view, sandbox);
  return killPod && !createSandbox && !sandbox.restartingAll;
}
