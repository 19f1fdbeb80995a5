/** Ending containers: SIGTERM, the time of grace, SIGKILL. */
import type { PlannedExit, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { SIGKILL_EXIT, SIGTERM_EXIT } from '../runtime/planned-exit.ts';
import { withContainer } from '../runtime/pull-results.ts';
import { draw, type World } from '../world.ts';
import { podOfSandbox, tellOfSandbox } from './kubelet-events.ts';

/** *Simplified*: a program tidies up within so many ticks of SIGTERM. */
const TIDY_TICKS_MAX = 2;
/** Even without grace the runtime needs a moment to kill. */
const KILL_TICKS_MIN = 1;

function signalledExit(world: World, sandbox: Sandbox, container: RuntimeContainer, killTick: number): PlannedExit {
  const tidyTick = world.tick + 1 + draw(world, TIDY_TICKS_MAX, `sigterm/${sandbox.key}/${container.name}`);
  const exit: PlannedExit =
    tidyTick <= killTick
      ? { tick: tidyTick, cause: 'signal', exitCode: SIGTERM_EXIT, message: '' }
      : { tick: killTick, cause: 'signal', exitCode: SIGKILL_EXIT, message: '' };
  const before = container.plannedExit;
  return before !== null && before.tick < exit.tick ? before : exit;
}

function tellOfKilling(world: World, sandbox: Sandbox, container: string, message: string): void {
  const details = { container };
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Killing', message, details });
}

/** Ends one running container; its restart policy decides what follows. */
export function killContainerNow(world: World, sandbox: Sandbox, container: RuntimeContainer): void {
  const { name, liveness } = container;
  const killTick = world.tick + Math.max(KILL_TICKS_MIN, sandbox.spec.terminationGracePeriodSeconds);
  const plannedExit = signalledExit(world, sandbox, container, killTick);
  world.put(withContainer(sandbox, { ...container, plannedExit }));
  const isUnhealthy = liveness !== null && !liveness.passing;
  const message = isUnhealthy
    ? `Container ${name} failed liveness probe, will be restarted`
    : `Stopping container ${name}`;
  tellOfKilling(world, sandbox, name, message);
}

/** Begins the graceful end of all of a pod's containers. What has not begun to run never will. */
export function stopSandbox(world: World, sandbox: Sandbox): void {
  const grace = podOfSandbox(world, sandbox)?.metadata.deletionGracePeriodTicks;
  const killTick = world.tick + Math.max(KILL_TICKS_MIN, grace ?? sandbox.spec.terminationGracePeriodSeconds);
  const containers = sandbox.containers.map((container) => {
    const still = { ...container, pulling: false, createdTick: null };
    if (container.state.type !== 'running') return still;
    return { ...still, plannedExit: signalledExit(world, sandbox, container, killTick) };
  });
  world.put({ ...sandbox, killTick, containers });
  for (const { name, state } of sandbox.containers) {
    if (state.type === 'running') tellOfKilling(world, sandbox, name, `Stopping container ${name}`);
  }
}
