/** Who is held back by its CPU limit now. */
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { programOf } from './container-program.ts';
import { specOf } from './container-states.ts';
import { pacedRps, tightLimitMilli } from './cpu.ts';
import { isWarm } from './serving.ts';

/** Visitors that the pod serves now, of all services together. */
export function servedRps(view: View, podUid: string): number {
  return view
    .by('trafficByPod', podUid)
    .reduce((sum, service) => sum + (view.get('Traffic', service)?.byPod[podUid] ?? 0), 0);
}

/** It runs into its limit: while it starts, and when as many ask as it can still serve. */
function isThrottled(view: View, sandbox: Sandbox, container: RuntimeContainer): boolean {
  const program = programOf(view, container);
  if (!program || container.state.type !== 'running') return false;
  const spec = specOf(sandbox, container.name);
  if (tightLimitMilli(program, spec) === null) return false;
  return !isWarm(container, view.tick) || servedRps(view, sandbox.key) >= pacedRps(program, spec);
}

/** Keys of the pods with a container that is held back. */
export function throttledPods(view: View): readonly string[] {
  return [...view.list('Sandbox')]
    .filter((sandbox) => sandbox.containers.some((container) => isThrottled(view, sandbox, container)))
    .map(({ podKey }) => podKey);
}
