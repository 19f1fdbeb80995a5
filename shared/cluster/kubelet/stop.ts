/** Ending containers: the hook before the end, SIGTERM, the time of grace, SIGKILL. */
import type { Hook, Probe } from '../../api/container.ts';
import type { PlannedExit, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { awaitsOthers } from '../runtime/awaited-names.ts';
import { programOf } from '../runtime/container-program.ts';
import { specOf } from '../runtime/container-states.ts';
import { hookTicks, hookWorks } from '../runtime/hooks.ts';
import { SIGKILL_EXIT, SIGTERM_EXIT } from '../runtime/planned-exit.ts';
import { quietProbe } from '../runtime/probes.ts';
import { withContainer } from '../runtime/pull-results.ts';
import { draw, type World } from '../world.ts';
import { isUnhealthy } from './container-step.ts';
import { podOfSandbox, tellOfSandbox } from './kubelet-events.ts';

/** *Simplified*: a program tidies up within so many ticks of SIGTERM. */
const TIDY_TICKS_MAX = 2;
/** Oracle: pod.minimumGraceAfterPreStop. So much is left to every program, with or without a hook. */
const GRACE_MIN_TICKS = 2;

/** When the hook before the end is over, or is cut off. Null where there is none, or no time for it. */
function hookEndTick(tick: number, graceTicks: number, hook: Hook | undefined): number | null {
  return hook && graceTicks > 0 ? tick + Math.min(hookTicks(hook), graceTicks) : null;
}

const preStopOf = (sandbox: Sandbox, { name }: RuntimeContainer): Hook | undefined =>
  specOf(sandbox, name).lifecycle?.preStop;

/** SIGTERM after the hook, or now; SIGKILL when its time is over. */
function signalled(world: World, sandbox: Sandbox, container: RuntimeContainer, endTick: number): RuntimeContainer {
  const termTick = Math.max(world.tick, container.preStopTick ?? 0);
  const killTick = Math.max(endTick, termTick + GRACE_MIN_TICKS);
  const tidyTick = termTick + 1 + draw(world, TIDY_TICKS_MAX, `sigterm/${sandbox.key}/${container.name}`);
  const ignores = programOf(world, container)?.ignoresTerm === true;
  const exit: PlannedExit =
    tidyTick <= killTick && !ignores
      ? { tick: tidyTick, cause: 'signal', exitCode: SIGTERM_EXIT, message: '' }
      : { tick: killTick, cause: 'signal', exitCode: SIGKILL_EXIT, message: '' };
  const before = container.plannedExit;
  // Who waits for others has no end of its own in sight.
  const endsItself = before !== null && !(before.cause === 'program' && awaitsOthers(world, sandbox, container));
  return { ...container, plannedExit: endsItself && before.tick < exit.tick ? before : exit };
}

function tellOfKilling(world: World, sandbox: Sandbox, container: string, message: string): void {
  const details = { container };
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Killing', message, details });
}

/** A hook that takes longer than it may, or finds nobody. */
function tellOfFailedHook(world: World, sandbox: Sandbox, one: RuntimeContainer, graceTicks: number): void {
  const { name: container } = one;
  const spec = specOf(sandbox, container);
  const hook = spec.lifecycle?.preStop;
  if (!hook || graceTicks === 0 || (hookTicks(hook) <= graceTicks && hookWorks(world, one, spec, hook))) return;
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'FailedPreStopHook',
    message: 'PreStopHook failed',
    details: { container, seconds: graceTicks },
  });
}

/** Ends one running container; its restart policy decides what follows. */
export function killContainerNow(world: World, sandbox: Sandbox, container: RuntimeContainer): void {
  const { name } = container;
  const graceTicks = failedProbe(sandbox, container)?.terminationGracePeriodSeconds ?? graceOf(sandbox);
  const preStopTick = hookEndTick(world.tick, graceTicks, preStopOf(sandbox, container));
  const ended = signalled(world, sandbox, { ...container, preStopTick }, world.tick + graceTicks);
  world.put(withContainer(sandbox, asWanted(world, sandbox, ended)));
  tellOfKilling(world, sandbox, name, killingMessage(container));
  tellOfFailedHook(world, sandbox, container, graceTicks);
}

const graceOf = ({ spec }: Sandbox): number => spec.terminationGracePeriodSeconds;

/** The one that has it ended. */
function failedProbe(sandbox: Sandbox, { name, startup, liveness }: RuntimeContainer): Probe | undefined {
  const { startupProbe, livenessProbe } = specOf(sandbox, name);
  if (startup?.result === 'Failure') return startupProbe;
  return liveness?.result === 'Failure' ? livenessProbe : undefined;
}

function killingMessage(container: RuntimeContainer): string {
  const { name, startup } = container;
  if (!isUnhealthy(container)) return `Stopping container ${name}`;
  const probe = startup?.result === 'Failure' ? 'startup' : 'liveness';
  return `Container ${name} failed ${probe} probe, will be restarted`;
}

/** Whatever comes after it is made from the image that the pod names now. */
function asWanted(world: World, sandbox: Sandbox, container: RuntimeContainer): RuntimeContainer {
  const pod = podOfSandbox(world, sandbox);
  const wanted =
    pod && [...pod.spec.initContainers, ...pod.spec.containers].find(({ name }) => name === container.name);
  return wanted ? { ...container, image: wanted.image } : container;
}

/**
 * Begins the graceful end of all of a pod's containers. What has not begun to run never will. All hooks begin at once;
 * sidecars get their SIGTERM when the others are gone.
 */
export function stopSandbox(world: World, sandbox: Sandbox, graceTicks?: number): void {
  const asked = podOfSandbox(world, sandbox)?.metadata.deletionGracePeriodTicks;
  const grace = graceTicks ?? asked ?? graceOf(sandbox);
  const killTick = world.tick + grace;
  const containers = sandbox.containers.map((container) => {
    const spec = specOf(sandbox, container.name);
    const startup = quietProbe('Startup', container.startup, spec.startupProbe);
    const liveness = quietProbe('Liveness', container.liveness, spec.livenessProbe);
    const still = { ...container, pulling: false, createdTick: null, startup, liveness };
    if (container.state.type !== 'running') return still;
    const hooked = { ...still, preStopTick: hookEndTick(world.tick, grace, spec.lifecycle?.preStop) };
    return container.role === 'sidecar' && grace > 0 ? hooked : signalled(world, sandbox, hooked, killTick);
  });
  world.put({ ...sandbox, killTick, restartingAll: false, containers });
  for (const container of sandbox.containers) {
    const { name, state } = container;
    if (state.type !== 'running') continue;
    tellOfKilling(world, sandbox, name, `Stopping container ${name}`);
    tellOfFailedHook(world, sandbox, container, grace);
  }
}

/**
 * Once the rest is gone, sidecars go one after the other, the last one first; when the time is up, all at once. Source:
 * pkg/kubelet/kuberuntime, killContainer and terminationOrdering.
 */
export function stopNextSidecar(world: World, sandbox: Sandbox): Sandbox {
  const { killTick, containers } = sandbox;
  if (killTick === null) return sandbox;
  const running = containers.filter(({ state }) => state.type === 'running');
  const isUp = world.tick >= killTick;
  if (!isUp && running.some(({ role }) => role !== 'sidecar')) return sandbox;
  const next = isUp ? running : running.slice(-1);
  return next
    .filter(({ role, plannedExit }) => role === 'sidecar' && plannedExit?.cause !== 'signal')
    .reduce((stopped, one) => withContainer(stopped, signalled(world, stopped, one, killTick)), sandbox);
}
