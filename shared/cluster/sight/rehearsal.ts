/** What a reflex would write, without a trace: whether it has anything to ask of the API server. */
import { isApiKind, keyOfObject, type AnyObject, type Kind } from '../../api/kinds.ts';
import type { ObjectMeta } from '../../api/meta.ts';
import { isEqual } from '../../base/equal.ts';
import { referenceTo } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { Drafted, type Writes } from './draft.ts';

export class Rehearsal extends Drafted implements World {
  readonly live: View;
  readonly #store: World;
  readonly #writes: Writes;
  #asks = false;

  /** `seen`: the store, or what its process last saw of it. */
  constructor(store: World, seen: View) {
    const writes: Writes = new Map();
    super(seen, writes);
    this.live = new Drafted(store, writes);
    this.#store = store;
    this.#writes = writes;
  }

  get asks(): boolean {
    return this.#asks;
  }

  get causes(): World['causes'] {
    return this.#store.causes;
  }

  get cause(): number {
    return this.#store.cause;
  }

  get sequence(): number {
    return this.#store.sequence;
  }

  put<T extends AnyObject>(object: T): T {
    const { kind } = object;
    const key = keyOfObject(object);
    this.#asks ||= isApiKind(kind) && !isSame(this.get(kind, key), object);
    this.#writes.set(referenceTo(kind, key), { kind, key, object });
    return object;
  }

  remove(kind: Kind, key: string): void {
    this.#asks ||= isApiKind(kind) && this.get(kind, key) !== undefined;
    this.#writes.set(referenceTo(kind, key), { kind, key, object: undefined });
  }
}

/** But for the version, which a write gives. */
function isSame(before: AnyObject | undefined, object: AnyObject): boolean {
  if (!before || !('metadata' in before) || !('metadata' in object)) return false;
  const { resourceVersion } = before.metadata;
  const metadata: ObjectMeta = { ...object.metadata, resourceVersion };
  return isEqual(before, { ...object, metadata });
}
