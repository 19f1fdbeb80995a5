/** The pods that may be tried now, kept in the order in which the scheduler takes them. Derived from the store. */
import type { QueuedPod } from '../../api/world/seat.ts';
import { byCodeUnit } from '../../base/order.ts';
import { SortedKeys } from '../../store/sorted-keys.ts';
import { Store, type View } from '../../store/store.ts';

/** A pod's place as text, so that the order of places is that of texts: the higher priority, the longer wait, the name. */
function placeOf(view: View, { key, sinceTick }: QueuedPod): string {
  const behind = HIGHEST_PRIORITY - (view.get('Pod', key)?.spec.priority ?? 0);
  return `${digits(behind)}${digits(sinceTick)}${key}`;
}

const HIGHEST_PRIORITY = 2 ** 31;
const DIGITS = 16;
const digits = (count: number): string => String(count).padStart(DIGITS, '0');
const keyAt = (place: string): string => place.slice(2 * DIGITS);

class ActiveQueue {
  readonly #store: Store;
  readonly #line = new SortedKeys();
  readonly #places = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
    for (const key of store.by('queuedPodsByState', 'active')) this.#follow(key);
    store.listen(({ key }) => this.#follow(key), ['QueuedPod']);
    store.listen(
      ({ key }) => {
        if (this.#places.has(key)) this.#follow(key);
      },
      ['Pod'],
    );
  }

  #follow(key: string): void {
    const queued = this.#store.get('QueuedPod', key);
    const place = queued?.state === 'active' ? placeOf(this.#store, queued) : undefined;
    const before = this.#places.get(key);
    if (place === before) return;
    if (before !== undefined) this.#line.delete(before);
    this.#places.delete(key);
    if (place === undefined) return;
    this.#places.set(key, place);
    this.#line.add(place);
  }

  first(most: number): readonly string[] {
    return this.#line.list().slice(0, most).map(keyAt);
  }
}

const queues = new WeakMap<Store, ActiveQueue>();

/** Keys of the first so many: higher priority before lower, then who is longest in the queue, then by name. */
export function activeQueue(view: View, most = Number.POSITIVE_INFINITY): readonly string[] {
  if (!(view instanceof Store)) return sortedQueue(view).slice(0, most);
  let queue = queues.get(view);
  if (!queue) queues.set(view, (queue = new ActiveQueue(view)));
  return queue.first(most);
}

/** The same, read from the entries alone. */
export function sortedQueue(view: View): readonly string[] {
  const places = view.by('queuedPodsByState', 'active').flatMap((key) => {
    const queued = view.get('QueuedPod', key);
    return queued ? [placeOf(view, queued)] : [];
  });
  return places.sort(byCodeUnit).map(keyAt);
}
