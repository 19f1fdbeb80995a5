/**
 * Calls from one service to another: by name, through the name server, over the rules of the caller's own node, to a
 * pod that must answer, and that may have to call others itself.
 */
import { ceilDiv, splitEvenly } from '../../base/integers.ts';
import type { Backend } from '../../api/world/network.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { calleeOf, OUTSIDE } from './callee.ts';
import { isAnswering, isWarm, listensOn, serversOf } from '../runtime/serving.ts';

export type CallFailure = 'NameNotFound' | 'DependencyFailed';
export type CallFailures = Partial<Record<CallFailure, number>>;

/** Of who calls nobody. */
export const NO_FAILURES: CallFailures = {};

/** What an answer hangs on beside the pod that gives it: whoever waits for it looks again when one of these changes. */
export interface Reach {
  readonly services: Set<string>;
  readonly pods: Set<string>;
}

/** A chain of calls longer than this has lost its way: whoever waits at its end gives up. Ours. */
const MOST_HOPS = 5;

/** Of so many requests that reach the pod's programs, those that fail because of what they must call. */
export function failedCalls(view: View, sandbox: Sandbox, requests: number, reach: Reach, hops = 0): CallFailures {
  const servers = serversOf(view, sandbox);
  if (!servers.some(({ program }) => program?.calls)) return NO_FAILURES;
  const namespace = sandbox.podKey.slice(0, sandbox.podKey.indexOf('/'));
  const failures: CallFailures = {};
  let left = requests;
  for (const { container, program } of servers) {
    const { warmTick } = container;
    if (!program?.calls || warmTick === null || !isWarm(container, view.tick)) continue;
    for (const { service, sharePercent } of program.calls) {
      const calls = ceilDiv(left * sharePercent, 100);
      const callee = calleeOf(view, { namespace, nodeName: sandbox.nodeName, warmTick }, service, reach.services);
      const failure = callee === null ? 'NameNotFound' : 'DependencyFailed';
      const answered = callee === null ? 0 : answeredCalls(view, callee, calls, reach, hops);
      if (calls > answered) failures[failure] = (failures[failure] ?? 0) + calls - answered;
      left -= calls - answered;
    }
  }
  return failures;
}

function answeredCalls(
  view: View,
  backends: readonly Backend[] | typeof OUTSIDE,
  calls: number,
  reach: Reach,
  hops: number,
): number {
  if (backends === OUTSIDE) return calls;
  if (backends.length === 0 || hops >= MOST_HOPS) return 0;
  return splitEvenly(calls, backends.length).reduce((sum, share, index) => {
    const backend = backends[index];
    return backend ? sum + answeredBy(view, backend, share, reach, hops) : sum;
  }, 0);
}

function answeredBy(view: View, { podUid, port }: Backend, calls: number, reach: Reach, hops: number): number {
  reach.pods.add(podUid);
  const sandbox = view.get('Sandbox', podUid);
  if (!sandbox || !isAnswering(view, sandbox) || !listensOn(view, sandbox, port)) return 0;
  const failures = failedCalls(view, sandbox, calls, reach, hops + 1);
  return calls - (failures.NameNotFound ?? 0) - (failures.DependencyFailed ?? 0);
}
