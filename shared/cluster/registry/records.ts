/** The book of pulls: what each asked for, and what came of it. A limit on pulls counts in it. */
import type { HostContainer } from '../../api/world/host.ts';
import type { ImagePull } from '../../api/world/node-store.ts';
import type { PullOutcome, PullRecord } from '../../api/world/trace.ts';
import type { View } from '../../store/store.ts';
import { settingsOf, type World } from '../world.ts';
import { registryOf } from './availability.ts';

/** Kept at most, beside those that a limit still counts. Ours. */
const PULLS_KEPT = 1000;
/** Oracle: dockerHub.personalAccount. */
const ACCOUNT_LIMIT = { pulls: 200, windowTicks: 21_600 } as const;
const KEY_DIGITS = 8;

/** Sorts as its number does. */
export function tickKey(tick: number): string {
  return String(tick).padStart(KEY_DIGITS, '0');
}

/** Of a node's kubelet, or of a host's daemon. */
type Puller = Pick<ImagePull, 'nodeName' | 'reference'>;

function recordKey({ nodeName, reference }: Puller, tick: number): string {
  return `${tickKey(tick)}|${nodeName}|${reference}`;
}

/** A manifest was asked for. */
export function recordPullBegin(world: World, pull: Puller, digest: string): void {
  world.put<PullRecord>({
    kind: 'PullRecord',
    key: recordKey(pull, world.tick),
    nodeName: pull.nodeName,
    reference: pull.reference,
    digest,
    startedTick: world.tick,
    endedTick: null,
    outcome: 'pulling',
    pods: [],
  });
  const { registryPullLimit } = settingsOf(world);
  const most = Math.max(PULLS_KEPT, registryPullLimit?.pulls ?? 0);
  if (world.count('PullRecord') > most) {
    const [oldest] = world.keys('PullRecord');
    if (oldest !== undefined) world.remove('PullRecord', oldest);
  }
}

/** It came, or did not. A pull that never got as far as the registry has no record. */
export function recordPullEnd(
  world: World,
  pull: Puller & { readonly startedTick?: number | null },
  outcome: PullOutcome,
  pods: readonly string[],
): void {
  const record = world.get('PullRecord', recordKey(pull, pull.startedTick ?? world.tick));
  if (record) world.put({ ...record, endedTick: world.tick, outcome, pods });
}

/** Those that hosts' daemons made for their containers: the first of an order made it, if somebody had to. */
export function recordHostPullEnds(
  world: World,
  containers: readonly Pick<HostContainer, 'host' | 'image' | 'orderedTick'>[],
  outcome: PullOutcome,
): void {
  for (const { host, image, orderedTick } of containers) {
    const key = recordKey({ nodeName: host, reference: image }, orderedTick);
    if (world.get('PullRecord', key)?.outcome !== 'pulling') continue;
    recordPullEnd(world, { nodeName: host, reference: image, startedTick: orderedTick }, outcome, []);
  }
}

/** Docker Hub counts manifests asked for, in a window that slides: by account, or else by address. */
export function isPullLimitReached(view: View): boolean {
  const { accountSinceTick, strangersUntilTick = 0 } = registryOf(view);
  if (accountSinceTick === undefined && view.tick < strangersUntilTick) return true;
  const limit = settingsOf(view).registryPullLimit ?? (accountSinceTick === undefined ? null : ACCOUNT_LIMIT);
  if (limit === null || view.count('PullRecord') < limit.pulls) return false;
  const key = view.keys('PullRecord').at(-limit.pulls);
  const record = key === undefined ? undefined : view.get('PullRecord', key);
  const sinceTick = Math.max(view.tick - limit.windowTicks, accountSinceTick ?? -1);
  return record !== undefined && record.startedTick > sinceTick;
}
