/** How a pod answers the visitors who reach for it, and what they hear when it does not. */
import type { Backend, LossCounts, LossReason } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { hasProcess, listensOn, poweredCapacityRps } from '../runtime/serving.ts';
import { failedCalls, NO_FAILURES, type Reach } from './calls.ts';

export interface Answer {
  readonly served: number;
  /** Why the others were lost: as many as were not served. */
  readonly lost: LossCounts;
}

const lostAll = (reason: LossReason, rps: number): Answer => ({ served: 0, lost: { [reason]: rps } });

export function answerOf(view: View, { podUid, nodeName, port }: Backend, rps: number, reach: Reach): Answer {
  if (view.get('Machine', nodeName)?.power !== 'on') return lostAll('NoRouteToHost', rps);
  const sandbox = view.get('Sandbox', podUid);
  if (!sandbox || !hasProcess(sandbox)) return lostAll('ConnectionRefused', rps);
  if (!listensOn(view, sandbox, port)) return lostAll('ConnectionRefused', rps);
  const capacity = poweredCapacityRps(view, sandbox);
  if (capacity === 0) return lostAll('ServerError', rps);
  const admitted = Math.min(rps, capacity);
  const failures = failedCalls(view, sandbox, admitted, reach);
  if (admitted === rps && failures === NO_FAILURES) return { served: rps, lost: NO_FAILURES };
  const failed = (failures.NameNotFound ?? 0) + (failures.DependencyFailed ?? 0);
  return { served: admitted - failed, lost: { ...failures, Overloaded: rps - admitted } };
}
