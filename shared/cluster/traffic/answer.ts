/** How a pod answers the visitors who reach for it, and what they hear when it does not. */
import type { Backend, LossReason } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { isAnswering, isRunning, servingCapacityRps } from '../runtime/serving.ts';

export interface Answer {
  readonly served: number;
  /** Why the others were lost. */
  readonly reason: LossReason;
}

export function answerOf(view: View, { podUid, nodeName }: Backend, rps: number): Answer {
  if (view.get('Machine', nodeName)?.power !== 'on') return { served: 0, reason: 'NoRouteToHost' };
  const sandbox = view.get('Sandbox', podUid);
  if (!sandbox || !isRunning(view, sandbox)) return { served: 0, reason: 'ConnectionRefused' };
  if (!isAnswering(view, sandbox)) return { served: 0, reason: 'ServerError' };
  return { served: Math.min(rps, servingCapacityRps(view, sandbox)), reason: 'Overloaded' };
}
