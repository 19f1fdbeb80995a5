/** What a pod can do for visitors, as a matter of fact: whoever knocks does not ask the API server. */
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { specOf } from './container-states.ts';
import { pacedRps } from './cpu.ts';

function capacityRps(view: View, sandbox: Sandbox, container: RuntimeContainer): number {
  if (container.imageDigest === null) return 0;
  const program = view.get('Image', container.imageDigest)?.config.program;
  return program ? pacedRps(program, specOf(sandbox, container.name)) : 0;
}

/** Its process exists, on a machine that has power. */
export function isRunning(view: View, sandbox: Sandbox): boolean {
  if (view.get('Machine', sandbox.nodeName)?.power !== 'on') return false;
  return sandbox.containers.some((container) => container.state.type === 'running');
}

/**
 * A process of it listens there. *Simplified*: on the ports that its image exposes, and on all where that says nothing.
 */
export function listensOn(view: View, { containers }: Sandbox, port: number | undefined): boolean {
  if (port === undefined) return true;
  return containers.some(({ role, state, imageDigest }) => {
    if (role === 'init' || state.type !== 'running') return false;
    const ports = view.get('Image', imageDigest ?? '')?.config.exposedPorts ?? [];
    return ports.length === 0 || ports.includes(port);
  });
}

/** Running, and past its program's start: running is not yet serving. */
export function isWarm(container: RuntimeContainer, tick: number): boolean {
  return container.state.type === 'running' && container.warmTick !== null && tick >= container.warmTick;
}

/** Requests per second that the pod serves now. 0 when nothing runs, and while what runs is still starting. */
export function servingCapacityRps(view: View, sandbox: Sandbox): number {
  if (view.get('Machine', sandbox.nodeName)?.power !== 'on') return 0;
  let capacity = 0;
  for (const container of sandbox.containers)
    // An init container works for its pod, not for visitors.
    if (container.role !== 'init' && isWarm(container, view.tick)) capacity += capacityRps(view, sandbox, container);
  return capacity;
}

/** A server of the pod answers. One that runs and does not answer yet gives visitors errors. */
export function isAnswering(view: View, sandbox: Sandbox): boolean {
  return servingCapacityRps(view, sandbox) > 0;
}

/** Ticks at which the answer changes without a write to the sandbox: its programs' ends of start. */
export function servingDeadlines(sandbox: Sandbox): readonly number[] {
  return sandbox.containers.flatMap(({ warmTick }) => (warmTick === null ? [] : [warmTick]));
}
