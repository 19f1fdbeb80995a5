/** A container's life in the runtime: made, run, ended, lost. Pure: each answers with the container as it is then. */
import { must } from '../../base/assert.ts';
import type { Container, ContainerState } from '../../api/pod.ts';
import type { Image } from '../../api/world/image.ts';
import type { PlannedExit, ProbeState, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { latestOf, shouldContainerBeRestarted } from '../kubelet/restart-policy.ts';
import { backoffAfterExit } from './backoff.ts';
import { environmentOf } from './environment.ts';
import { plannedExit } from './planned-exit.ts';
import type { ProbeType } from './probe-worker.ts';
import { startProbe, workerAt, type ProbedRun } from './probes.ts';

export const CREATING: ContainerState = { type: 'waiting', reason: 'ContainerCreating', message: '' };

export function newContainer({ name, image }: Container): RuntimeContainer {
  return {
    name,
    image,
    imageDigest: null,
    state: CREATING,
    lastState: null,
    restartCount: 0,
    pulling: false,
    pulledDigest: null,
    createdTick: null,
    warmTick: null,
    plannedExit: null,
    backoff: null,
    pullBackoff: null,
    configRetryTick: null,
    readiness: null,
    liveness: null,
  };
}

export function specOf(sandbox: Sandbox, name: string): Container {
  return must(
    sandbox.spec.containers.find((container) => container.name === name),
    `container ${name} of ${sandbox.podKey}`,
  );
}

export function imageOf(view: View, container: RuntimeContainer): Image {
  return must(view.get('Image', container.imageDigest ?? ''), `image of container ${container.name}`);
}

/** The run as a probe sees it: it finds health where the program listens, once that answers. */
export function probedRun(view: View, container: RuntimeContainer, port: number): ProbedRun {
  const startedTick = container.state.type === 'running' ? container.state.startedTick : view.tick;
  const ports = imageOf(view, container).config.exposedPorts;
  const listens = ports.length === 0 || ports.includes(port);
  return { startedTick, healthyTick: listens ? container.warmTick : null };
}

/** The runtime has made the container: its process starts now. */
export function beginRun(view: View, sandbox: Sandbox, container: RuntimeContainer): RuntimeContainer {
  const spec = specOf(sandbox, container.name);
  const image = imageOf(view, container);
  const environment = environmentOf(view, sandbox.podKey, spec, image);
  const startedTick = view.tick;
  const running: RuntimeContainer = {
    ...container,
    state: { type: 'running', startedTick },
    createdTick: null,
    warmTick: startedTick + image.config.program.startTicks,
    plannedExit: plannedExit(image.config.program, spec, environment, startedTick),
  };
  const probe = (type: ProbeType, definition: Container['readinessProbe'], before: ProbeState | null) =>
    definition === undefined
      ? null
      : startProbe(type, definition, before?.worker ?? null, probedRun(view, running, definition.httpGet.port));
  return {
    ...running,
    readiness: probe('Readiness', spec.readinessProbe, container.readiness),
    liveness: probe('Liveness', spec.livenessProbe, container.liveness),
  };
}

/** A probe between two runs: its worker keeps its count, its belief is gone. */
function restingProbe(
  view: View,
  container: RuntimeContainer,
  type: ProbeType,
  definition: Container['readinessProbe'],
  state: ProbeState | null,
): ProbeState | null {
  if (definition === undefined || state === null) return null;
  const run = probedRun(view, container, definition.httpGet.port);
  const worker = workerAt(type, state.worker, definition, run, view.tick);
  return { worker, passing: false, flipTick: null, failTick: null };
}

/** The process of a running container has ended. */
export function endRun(view: View, sandbox: Sandbox, container: RuntimeContainer, exit: PlannedExit): RuntimeContainer {
  const spec = specOf(sandbox, container.name);
  const { exitCode, message } = exit;
  const reason = exit.cause === 'memory' ? 'OOMKilled' : exitCode === 0 ? 'Completed' : 'Error';
  const state: ContainerState = {
    type: 'terminated',
    reason,
    exitCode,
    ...(message === '' ? {} : { message }),
    startedTick: container.state.type === 'running' ? container.state.startedTick : view.tick,
    finishedTick: view.tick,
  };
  const restarts = shouldContainerBeRestarted(sandbox.spec.restartPolicy, latestOf(state), sandbox.killTick !== null);
  return {
    ...container,
    state,
    warmTick: null,
    plannedExit: null,
    backoff: restarts ? backoffAfterExit(container.backoff, view.tick) : null,
    readiness: restingProbe(view, container, 'Readiness', spec.readinessProbe, container.readiness),
    liveness: restingProbe(view, container, 'Liveness', spec.livenessProbe, container.liveness),
  };
}

/** What containerd says of a process that a power cut ended. */
const LOST_EXIT = 255;

/** The machine lost its power: the process is gone, and all that the kubelet had in its head. */
export function loseContainer(container: RuntimeContainer, tick: number): RuntimeContainer {
  const { state } = container;
  const lost: ContainerState =
    state.type === 'running'
      ? {
          type: 'terminated',
          reason: 'Unknown',
          exitCode: LOST_EXIT,
          startedTick: state.startedTick,
          finishedTick: tick,
        }
      : state.type === 'waiting'
        ? CREATING
        : state;
  return {
    ...container,
    state: lost,
    pulling: false,
    pulledDigest: null,
    createdTick: null,
    warmTick: null,
    plannedExit: null,
    backoff: null,
    pullBackoff: null,
    configRetryTick: null,
    readiness: null,
    liveness: null,
  };
}
