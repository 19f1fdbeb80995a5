/** The API server's seats: how many requests it takes in a tick, for whom, and who is turned away with 429. */
import { ceilDiv, floorDiv } from '../../base/integers.ts';
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { draw, settingsOf } from '../world.ts';

/** *Simplified*: a request holds its seat for 10 ms. */
const REQUESTS_PER_SEAT = 100;
/** Shares of seats by priority level. Source: apiserver/pkg/apis/flowcontrol/bootstrap/default.go. */
const SHARES = { system: 30, nodeHigh: 40, leaderElection: 10, workloadHigh: 40, workloadLow: 100, global: 20, all: 5 };
const ALL_SHARES = Object.values(SHARES).reduce((sum, share) => sum + share, 0);

/** `people` ask with kubectl and scripts; `system` is the town hall and the villages. */
export type Caller = 'people' | 'system';

/** Requests that fit into a tick. */
export function placesFor(view: View, caller: Caller): number {
  const { maxRequestsInFlight, maxMutatingRequestsInFlight, priorityAndFairness } = settingsOf(view).plane;
  const servers = view.by('runningProcesses', 'api-server').length;
  // Only writes ask for a seat here: reading is done by watches.
  if (!priorityAndFairness) return maxMutatingRequestsInFlight * servers * REQUESTS_PER_SEAT;
  const share = caller === 'people' ? SHARES.global : ALL_SHARES - SHARES.global - SHARES.all;
  const seats = (maxRequestsInFlight + maxMutatingRequestsInFlight) * servers;
  return floorDiv(seats * share * REQUESTS_PER_SEAT, ALL_SHARES);
}

/** With fairness, a crowd of people takes people's seats only. */
function crowdOf(view: View, caller: Caller): number {
  if (view.count('NoisyClient') === 0) return 0;
  if (caller === 'system' && settingsOf(view).plane.priorityAndFairness) return 0;
  return [...view.list('NoisyClient')].reduce((sum, { requestsPerTick }) => sum + requestsPerTick, 0);
}

/** Whether this request finds every seat taken. `asked`: requests of its kind in this tick so far. */
export function isTurnedAway(view: View, caller: Caller, asked: number, name: string): boolean {
  const left = placesFor(view, caller) - asked;
  if (left <= 0) return true;
  const crowd = crowdOf(view, caller);
  return crowd > 0 && draw(view, crowd + 1, `seat/${name}`) >= left;
}

/** A component may be turned away for the crowd. */
export function isCrowded(view: View): boolean {
  return crowdOf(view, 'system') > 0;
}

/** Somebody asks so often that people's requests are turned away. */
export function arePeopleCrowdedOut(view: View): boolean {
  return crowdOf(view, 'people') >= placesFor(view, 'people');
}

/** Source: apiserver/pkg/server/filters, tooManyRequests. */
export function tooManyRequests(): Status {
  const message = 'Too many requests, please try again later.';
  return failure('TooManyRequests', 'noSeatLeft', message, { retryAfterSeconds: 1 });
}

const FIRST_WAIT_MS = 640;
const LONGEST_WAIT_MS = 1_000_000;

/** client-go's queues (DefaultTypedControllerRateLimiter) wait 5 ms, twice as long each time, 1000 s at most; what falls into one tick is one try. */
export function retryTicks(failures: number): number {
  let waitMs = FIRST_WAIT_MS;
  for (let count = 1; count < failures && waitMs < LONGEST_WAIT_MS; count += 1) waitMs *= 2;
  return ceilDiv(Math.min(waitMs, LONGEST_WAIT_MS), 1000);
}
