/** `until nslookup NAME; do sleep 2; done`: programs that end only once somebody can be reached. */
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { calleeOf } from '../traffic/callee.ts';
import { programOf } from './container-program.ts';

/** How long it rests before it asks again. Source: the init containers of the Kubernetes documentation. */
export const ASK_AGAIN_TICKS = 2;

/** It asks anew each time, and remembers nothing. */
export function awaitsOthers(view: View, { podKey, nodeName }: Sandbox, container: RuntimeContainer): boolean {
  const { awaits = [] } = programOf(view, container) ?? {};
  const caller = { namespace: podKey.slice(0, podKey.indexOf('/')), nodeName, warmTick: view.tick };
  return awaits.some(({ service, isAnswered }) => {
    const callee = calleeOf(view, caller, service, new Set());
    return callee === null || (isAnswered && callee.length === 0);
  });
}
