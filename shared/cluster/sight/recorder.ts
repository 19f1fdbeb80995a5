/** Keeps what processes see in step with each write, at once: a command between two ticks is news that may be missed. */
import { isApiKind } from '../../api/kinds.ts';
import type { Change } from '../../store/change.ts';
import type { Store } from '../../store/store.ts';
import { kubeletOf } from '../processes.ts';
import { cutOff, forgetSeen, isWatched, noteSeen, reconnect } from './sight.ts';

export function recordSights(store: Store): void {
  store.listen((change) => {
    if (change.kind === 'Machine') followLink(store, change as Change<'Machine'>);
    else if (isApiKind(change.kind) && store.count('Sight') > 0) {
      for (const process of store.keys('Sight')) if (isWatched(process, change)) noteSeen(store, process, change);
    }
  });
}

function followLink(store: Store, { key, before, after }: Change<'Machine'>): void {
  const process = kubeletOf(key);
  if (!after) {
    forgetSeen(store, process);
    store.remove('Sight', process);
  } else if (after.link !== before?.link) {
    if (after.link === 'cut') cutOff(store, process);
    else reconnect(store, process);
  }
}
