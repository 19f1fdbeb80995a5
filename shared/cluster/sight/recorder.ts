/** Keeps what processes see in step with each write, at once: a command between two ticks is news that may be missed. */
import { isApiKind } from '../../api/kinds.ts';
import type { Change } from '../../store/change.ts';
import type { Store } from '../../store/store.ts';
import { kubeletOf } from '../processes.ts';
import { cutOff, endSight, isWatched, noteSeen, reconnect, sightOf, watchAnew } from './sight.ts';

export function recordSights(store: Store): void {
  store.listen((change) => {
    if (change.kind === 'Machine') followMachine(store, change as Change<'Machine'>);
    else if (store.count('Sight') === 0) return;
    else if (change.kind === 'PlaneProcess') followLeader(store, change as Change<'PlaneProcess'>);
    else if (isApiKind(change.kind)) {
      for (const watcher of store.keys('Sight')) if (isWatched(watcher, change)) noteSeen(store, watcher, change);
    }
  });
}

function followMachine(store: Store, { key, before, after }: Change<'Machine'>): void {
  const kubelet = kubeletOf(key);
  if (!after) {
    endSight(store, kubelet);
    return;
  }
  if (after.link !== before?.link) {
    if (after.link === 'cut') cutOff(store, kubelet);
    else reconnect(store, kubelet);
  }
  // It ends, and what it saw with it; who is cut off stays so.
  const hasStopped = after.kubeletDownTick !== undefined && before?.kubeletDownTick === undefined;
  if (hasStopped && sightOf(store, kubelet)?.cut === false) endSight(store, kubelet);
  // With the machine its kubelet starts anew.
  const isBooted = before !== undefined && before.power !== 'on' && after.power === 'on';
  if (isBooted && (sightOf(store, kubelet)?.lateTicks ?? 0) > 0) watchAnew(store, kubelet, 0);
}

/** Who led has ended, and what it saw and counted on with it. Whoever leads next has listed everything. */
function followLeader(store: Store, { before, after }: Change<'PlaneProcess'>): void {
  if (before && before.leadingSinceTick !== null && (after?.leadingSinceTick ?? null) === null) {
    endSight(store, before.component);
  }
}
