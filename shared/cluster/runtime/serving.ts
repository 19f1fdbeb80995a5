/** What a pod can do for visitors, as a matter of fact: whoever knocks does not ask the API server. */
import type { Program } from '../../api/world/image.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { programOf } from './container-program.ts';
import { specOf } from './container-states.ts';
import { pacedRps } from './cpu.ts';

/** A running container that works for visitors; an init container works for its pod. */
export interface Server {
  readonly container: RuntimeContainer;
  /** Undefined where its image is not known. */
  readonly program: Program | undefined;
  readonly ports: readonly number[];
}

/** Images never change, and a changed sandbox is another object: what was found for one holds for ever. */
const known = new WeakMap<Sandbox, readonly Server[]>();

export function serversOf(view: View, sandbox: Sandbox): readonly Server[] {
  let servers = known.get(sandbox);
  if (!servers) {
    servers = sandbox.containers
      .filter(({ role, state }) => role !== 'init' && state.type === 'running')
      .map((container) => serverOf(view, container));
    known.set(sandbox, servers);
  }
  return servers;
}

function serverOf(view: View, container: RuntimeContainer): Server {
  const ports = view.get('Image', container.imageDigest ?? '')?.config.exposedPorts ?? [];
  return { container, program: programOf(view, container), ports };
}

/** Its process exists, on a machine that has power. */
export function isRunning(view: View, sandbox: Sandbox): boolean {
  return view.get('Machine', sandbox.nodeName)?.power === 'on' && hasProcess(sandbox);
}

/** The same on a machine that is known to have power. */
export function hasProcess({ containers }: Sandbox): boolean {
  return containers.some(({ state }) => state.type === 'running');
}

/**
 * A process of it listens there. *Simplified*: on the ports that its image exposes, and on all where that says nothing.
 */
export function listensOn(view: View, sandbox: Sandbox, port: number | undefined): boolean {
  if (port === undefined) return true;
  return serversOf(view, sandbox).some(
    ({ container, ports }) => container.program?.capacityRps !== 0 && (ports.length === 0 || ports.includes(port)),
  );
}

/** Running, and past its program's start: running is not yet serving. */
export function isWarm(container: RuntimeContainer, tick: number): boolean {
  return container.state.type === 'running' && container.warmTick !== null && tick >= container.warmTick;
}

/** Requests per second that the pod serves now. 0 when nothing runs, and while what runs is still starting. */
export function servingCapacityRps(view: View, sandbox: Sandbox): number {
  return view.get('Machine', sandbox.nodeName)?.power === 'on' ? poweredCapacityRps(view, sandbox) : 0;
}

/** The same on a machine that is known to have power. */
export function poweredCapacityRps(view: View, sandbox: Sandbox): number {
  let capacity = 0;
  for (const { container, program } of serversOf(view, sandbox)) {
    if (program && isWarm(container, view.tick)) capacity += pacedRps(program, specOf(sandbox, container.name));
  }
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
