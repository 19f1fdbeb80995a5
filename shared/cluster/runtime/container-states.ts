/** A container's life in the runtime: made, run, ended, lost. Pure: each answers with the container as it is then. */
import { must } from '../../base/assert.ts';
import type { Container, ContainerState, PodSpec, Probe } from '../../api/pod.ts';
import type { Image } from '../../api/world/image.ts';
import type { ContainerRole, PlannedExit, ProbeState, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { containerShouldRestart, isSidecar, restartsAll } from '../kubelet/restart-policy.ts';
import { backoffAfterExit, crashLoopLimits } from './backoff.ts';
import { pacedStartTicks } from './cpu.ts';
import { programFor } from './container-program.ts';
import { environmentOf, furnishedEnvironment, runtimesEnvironment } from './environment.ts';
import { hookTicks } from './hooks.ts';
import { plannedExit } from './planned-exit.ts';
import type { ProbeType } from './probe-worker.ts';
import { probedRun } from './probed-run.ts';
import { passesTick, restProbe, startProbe } from './probes.ts';

export const CREATING: ContainerState = { type: 'waiting', reason: 'ContainerCreating', message: '' };
const INITIALISING = { type: 'waiting', reason: 'PodInitializing', message: '' } as const satisfies ContainerState;

/** What a container that was never made waits for. */
export function firstState({ initContainers }: Pick<PodSpec, 'initContainers'>, role: ContainerRole): ContainerState {
  return role === 'main' && initContainers.length > 0 ? INITIALISING : CREATING;
}

function newContainer(pod: PodSpec, { name, image }: Container, role: ContainerRole): RuntimeContainer {
  return {
    name,
    role,
    image,
    imageDigest: null,
    exists: false,
    state: firstState(pod, role),
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
    postStartTick: null,
    preStopTick: null,
    startedTick: null,
    startup: null,
    readiness: null,
    liveness: null,
  };
}

/** All of a pod's containers, as they stand before the first of them begins. */
export function newContainers(pod: PodSpec): readonly RuntimeContainer[] {
  return [
    ...pod.initContainers.map((container) => newContainer(pod, container, isSidecar(container) ? 'sidecar' : 'init')),
    ...pod.containers.map((container) => newContainer(pod, container, 'main')),
  ];
}

export function specOf({ spec, podKey }: Pick<Sandbox, 'spec' | 'podKey'>, name: string): Container {
  const named = (container: Container) => container.name === name;
  return must(spec.containers.find(named) ?? spec.initContainers.find(named), `container ${name} of ${podKey}`);
}

export function imageOf(view: View, container: RuntimeContainer): Image {
  return must(view.get('Image', container.imageDigest ?? ''), `image of container ${container.name}`);
}

/** The runtime has made the container: its process starts now. */
export function beginRun(view: View, sandbox: Sandbox, container: RuntimeContainer): RuntimeContainer {
  const spec = specOf(sandbox, container.name);
  const image = imageOf(view, container);
  const environment = environmentOf(view, sandbox.podKey, spec, image);
  const furnished = furnishedEnvironment(view, sandbox.podKey, spec);
  const program = programFor(image, spec, furnished, runtimesEnvironment(sandbox.podKey));
  const isImagesOwn = program === image.config.program && container.program === undefined;
  const beganTick = view.tick;
  const postStart = spec.lifecycle?.postStart;
  const postStartTick = postStart ? beganTick + hookTicks(postStart) : null;
  const running: RuntimeContainer = {
    ...container,
    ...(isImagesOwn ? {} : { program }),
    state: { type: 'running', startedTick: beganTick },
    createdTick: null,
    warmTick: beganTick + pacedStartTicks(program, spec),
    plannedExit: plannedExit(program, spec, environment, beganTick),
    postStartTick,
    startedTick: postStartTick ?? beganTick,
  };
  return withProbes(view, withStartupProbe(view, running, spec), spec);
}

/** Until its startup probe has passed, a container does not count as started. */
function withStartupProbe(view: View, container: RuntimeContainer, spec: Container): RuntimeContainer {
  const probe = spec.startupProbe;
  if (!probe) return { ...container, startup: null };
  const run = probedRun(view, container, spec, probe);
  const startup = startProbe('Startup', probe, container.startup?.worker ?? null, run);
  const passed = passesTick(probe, startup, run);
  const startedTick = passed === null ? null : Math.max(passed, container.startedTick ?? passed);
  return { ...container, startup, startedTick };
}

function withProbes(view: View, container: RuntimeContainer, spec: Container): RuntimeContainer {
  const begin = (type: ProbeType, probe: Probe | undefined, before: ProbeState | null) =>
    probe && startProbe(type, probe, before?.worker ?? null, probedRun(view, container, spec, probe));
  return {
    ...container,
    readiness: begin('Readiness', spec.readinessProbe, container.readiness) ?? null,
    liveness: begin('Liveness', spec.livenessProbe, container.liveness) ?? null,
  };
}

/** Its probes between two runs. */
function resting(view: View, container: RuntimeContainer, spec: Container) {
  const rest = (type: ProbeType, probe: Probe | undefined, state: ProbeState | null) =>
    probe && state ? restProbe(type, state, probe, probedRun(view, container, spec, probe), view.tick) : null;
  return {
    startup: rest('Startup', spec.startupProbe, container.startup),
    readiness: rest('Readiness', spec.readinessProbe, container.readiness),
    liveness: rest('Liveness', spec.livenessProbe, container.liveness),
  };
}

/** Whether a container that ends with this code begins once more. */
function beginsAgain(sandbox: Sandbox, { name, role }: RuntimeContainer, exitCode: number): boolean {
  if (sandbox.killTick !== null) return false;
  const spec = specOf(sandbox, name);
  if (restartsAll(spec, exitCode)) return true;
  if (role === 'init' && exitCode === 0) return false;
  if (role === 'init' && spec.restartPolicy === undefined) return sandbox.spec.restartPolicy !== 'Never';
  return containerShouldRestart(spec, sandbox.spec.restartPolicy, exitCode);
}

const NO_RUN = {
  warmTick: null,
  plannedExit: null,
  postStartTick: null,
  preStopTick: null,
  startedTick: null,
} as const;

const NAMED_ENDS: { readonly [Cause in PlannedExit['cause']]?: string } = { memory: 'OOMKilled', start: 'StartError' };

/** The process of a running container has ended. */
export function endRun(view: View, sandbox: Sandbox, container: RuntimeContainer, exit: PlannedExit): RuntimeContainer {
  const { exitCode, message } = exit;
  const reason = NAMED_ENDS[exit.cause] ?? (exitCode === 0 ? 'Completed' : 'Error');
  const state: ContainerState = {
    type: 'terminated',
    reason,
    exitCode,
    ...(message === '' ? {} : { message }),
    startedTick: container.state.type === 'running' ? container.state.startedTick : view.tick,
    finishedTick: view.tick,
  };
  const again = beginsAgain(sandbox, container, exitCode);
  return {
    ...container,
    ...resting(view, container, specOf(sandbox, container.name)),
    ...NO_RUN,
    state,
    backoff: again ? backoffAfterExit(container.backoff, view.tick, crashLoopLimits(view, sandbox.nodeName)) : null,
  };
}

/** What containerd says of a process that a power cut ended. */
const LOST_EXIT = 255;

/** The machine lost its power: the process is gone, and all that the kubelet had in its head. */
export function loseContainer(container: RuntimeContainer, tick: number): RuntimeContainer {
  const { state, createdTick } = container;
  const isRunning = state.type === 'running';
  const lost: ContainerState =
    // There is something, too, of one that was being made.
    isRunning || createdTick !== null
      ? {
          type: 'terminated',
          reason: 'Unknown',
          exitCode: LOST_EXIT,
          startedTick: isRunning ? state.startedTick : tick,
          finishedTick: tick,
        }
      : state.type === 'waiting' && state.reason !== INITIALISING.reason
        ? CREATING
        : state;
  return {
    ...container,
    ...NO_RUN,
    state: lost,
    pulling: false,
    pulledDigest: null,
    createdTick: null,
    backoff: null,
    pullBackoff: null,
    configRetryTick: null,
    startup: null,
    readiness: null,
    liveness: null,
  };
}

/** Cleared away, so that it begins as if it never had; what it was stays to be read. */
export function clearContainer(container: RuntimeContainer, state: ContainerState): RuntimeContainer {
  const ended = container.state.type === 'terminated' ? container.state : container.lastState;
  return { ...container, exists: false, state, lastState: ended, pulling: false, pulledDigest: null };
}
