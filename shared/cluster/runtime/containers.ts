/** The container runtime of every node: what was asked for becomes real, what runs ends, and probes conclude, in their time. */
import type { Container } from '../../api/pod.ts';
import { isKubeletUp, isRuntimeUp } from '../../api/world/machine.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import { podTitle } from '../kubelet/pod-status.ts';
import { restartsAll } from '../kubelet/restart-policy.ts';
import { stopNextSidecar } from '../kubelet/stop.ts';
import { reflex, type Deadline } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { ASK_AGAIN_TICKS, awaitsOthers } from './awaited-names.ts';
import { stepProbe } from './container-probes.ts';
import { beginRun, endRun, specOf } from './container-states.ts';
import { hookWorks } from './hooks.ts';
import { SIGKILL_EXIT } from './planned-exit.ts';
import { waiting } from './pull-results.ts';

/** *Simplified*: how long the kubelet shows a pull's error before its next sync calls it a back-off. */
const PULL_ERROR_SHOWN_TICKS = 2;

function pullErrorFadesTick({ state, pullBackoff }: RuntimeContainer): number | null {
  if (state.type !== 'waiting' || state.reason !== 'ErrImagePull' || pullBackoff === null) return null;
  return pullBackoff.untilTick - pullBackoff.delayTicks + PULL_ERROR_SHOWN_TICKS;
}

/** Every tick at which something becomes of this container by itself. */
function duesOf(container: RuntimeContainer): readonly (number | null | undefined)[] {
  const { createdTick, plannedExit, postStartTick, startup, readiness, liveness } = container;
  return [
    createdTick,
    plannedExit?.tick,
    postStartTick,
    startup?.flipTick,
    startup?.failTick,
    readiness?.flipTick,
    readiness?.failTick,
    liveness?.flipTick,
    liveness?.failTick,
    pullErrorFadesTick(container),
  ];
}

export const containers = reflex({
  name: 'container-runtime',
  process: isPhysics,
  watches: {
    Sandbox: (change) => [change.key],
    Machine: (change, view) => view.by('sandboxesByNode', change.key),
  },
  deadlines: {
    Sandbox: ({ key, containers: all, killTick }) => {
      const deadlines: Deadline[] = killTick === null ? [] : [{ tick: killTick, key }];
      for (const container of all) {
        for (const tick of duesOf(container)) if (typeof tick === 'number') deadlines.push({ tick, key });
      }
      return deadlines;
    },
  },
  keys: (view) => view.keys('Sandbox'),
  run: (world, key) => {
    const sandbox = world.get('Sandbox', key);
    const machine = sandbox && world.get('Machine', sandbox.nodeName);
    if (!sandbox || machine?.power !== 'on') return;
    const runtimeUp = isRuntimeUp(machine);
    const kubeletUp = isKubeletUp(machine);
    const stepped = sandbox.containers.map((container) => {
      const ran = stepContainer(world, sandbox, container, runtimeUp);
      return kubeletUp ? stepKubeletsPart(world, sandbox, ran) : ran;
    });
    const changed = stepped.some((container, index) => container !== sandbox.containers[index]);
    const next = changed ? { ...sandbox, containers: stepped, restartingAll: startsOver(sandbox, stepped) } : sandbox;
    const settled = runtimeUp && kubeletUp ? stopNextSidecar(world, next) : next;
    if (settled !== sandbox) world.put(settled);
  },
});

/** A container has just ended with a code that has all of them begin once more. */
function startsOver(sandbox: Sandbox, stepped: readonly RuntimeContainer[]): boolean {
  if (sandbox.restartingAll || sandbox.killTick !== null) return sandbox.restartingAll;
  return stepped.some(({ name, state }, index) => {
    const isNew = state.type === 'terminated' && state !== sandbox.containers[index]?.state;
    return isNew && restartsAll(specOf(sandbox, name), state.exitCode);
  });
}

/** Lets everything happen to a container that is due by now. The same object when nothing is. */
function stepContainer(
  world: World,
  sandbox: Sandbox,
  container: RuntimeContainer,
  runtimeUp: boolean,
): RuntimeContainer {
  let current = container;
  if (runtimeUp && current.createdTick !== null && world.tick >= current.createdTick) {
    current = beginRun(world, sandbox, current);
    tellOfStart(world, sandbox, current);
  }
  if (current.plannedExit !== null && world.tick >= current.plannedExit.tick) {
    const exit = current.plannedExit;
    if (exit.cause === 'program' && awaitsOthers(world, sandbox, current)) {
      return { ...current, plannedExit: { ...exit, tick: world.tick + ASK_AGAIN_TICKS } };
    }
    current = endRun(world, sandbox, current, exit);
    tellOfExit(world, sandbox, current, exit.cause === 'memory');
  }
  return current;
}

/** What the kubelet does beside the runtime: it calls hooks, probes, and what is shown of a failed pull. */
function stepKubeletsPart(world: World, sandbox: Sandbox, container: RuntimeContainer): RuntimeContainer {
  let current = container;
  const fades = pullErrorFadesTick(current);
  if (fades !== null && world.tick >= fades) current = showPullBackoff(world, sandbox, current);
  if (current.state.type !== 'running') return current;
  const spec = specOf(sandbox, current.name);
  if (current.postStartTick !== null && world.tick >= current.postStartTick) {
    current = endPostStart(world, sandbox, current, spec);
  }
  const startup = stepProbe(world, sandbox, current, 'Startup', spec.startupProbe, current.startup);
  const readiness = stepProbe(world, sandbox, current, 'Readiness', spec.readinessProbe, current.readiness);
  const liveness = stepProbe(world, sandbox, current, 'Liveness', spec.livenessProbe, current.liveness);
  const isSame = startup === current.startup && readiness === current.readiness && liveness === current.liveness;
  return isSame ? current : { ...current, startup, readiness, liveness };
}

/** A hook that failed has its container killed. */
function endPostStart(world: World, sandbox: Sandbox, container: RuntimeContainer, spec: Container): RuntimeContainer {
  const done = { ...container, postStartTick: null };
  const hook = spec.lifecycle?.postStart;
  if (!hook || hookWorks(world, container, spec, hook)) return done;
  const details = { container: container.name };
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'FailedPostStartHook',
    message: 'PostStartHook failed',
    details,
  });
  return { ...done, plannedExit: { tick: world.tick + 1, cause: 'signal', exitCode: SIGKILL_EXIT, message: '' } };
}

function showPullBackoff(world: World, sandbox: Sandbox, container: RuntimeContainer): RuntimeContainer {
  const { name, image } = container;
  const message = `Back-off pulling image "${image}"`;
  const details = { container: name, image };
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'BackOff', message, details });
  tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff', details });
  return waiting(container, 'ImagePullBackOff', message);
}

function tellOfStart(world: World, sandbox: Sandbox, { name, plannedExit }: RuntimeContainer): void {
  const details = { container: name };
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Created', message: `Created container: ${name}`, details });
  if (plannedExit?.cause === 'start') {
    const message = `Error: ${plannedExit.message}`;
    tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message, details });
    return;
  }
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Started', message: `Started container ${name}`, details });
}

function tellOfExit(world: World, sandbox: Sandbox, container: RuntimeContainer, isOutOfMemory: boolean): void {
  const { name, backoff, state } = container;
  const details = { container: name };
  if (isOutOfMemory) {
    const message = `Container ${name} was killed: out of memory within its limit`;
    tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'OOMKilled', message, details });
  }
  if (backoff === null || state.type !== 'terminated') return;
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'BackOff',
    message: `Back-off restarting failed container ${name} in pod ${podTitle(sandbox)}`,
    details: { ...details, seconds: backoff.delayTicks, exitCode: state.exitCode, lastWords: state.message ?? '' },
  });
}
