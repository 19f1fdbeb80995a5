/**
 * What a process does while it sees an older picture: it reads that picture, and what it writes is a draft until the
 * API server has looked at it. An update carries the version that it was made from; a later one wins.
 */
import { referenceTo } from '../../store/change.ts';
import {
  keyOfObject,
  isApiKind,
  type AnyObject,
  type ApiKind,
  type ApiKinds,
  type Kind,
  type KindMap,
} from '../../api/kinds.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Sight } from '../../api/world/sight.ts';
import type { IndexName } from '../../store/index-table.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { expectOwn } from './expectations.ts';
import { viewOf } from './stale-view.ts';

interface Write {
  readonly kind: Kind;
  readonly key: string;
  /** Undefined: removed. */
  readonly object: AnyObject | undefined;
}

export type Writes = Map<string, Write>;

/** Reads what is drafted before what lies below; lists and indexes know of no draft. */
export class Drafted implements View {
  readonly #below: View;
  readonly #writes: Writes;

  constructor(below: View, writes: Writes) {
    this.#below = below;
    this.#writes = writes;
  }

  get tick(): number {
    return this.#below.tick;
  }

  get revision(): number {
    return this.#below.revision;
  }

  get<K extends Kind>(kind: K, key: string): KindMap[K] | undefined {
    const write = this.#writes.get(referenceTo(kind, key));
    return write ? (write.object as KindMap[K] | undefined) : this.#below.get(kind, key);
  }

  list<K extends Kind>(kind: K): Iterable<KindMap[K]> {
    return this.#below.list(kind);
  }

  keys(kind: Kind): readonly string[] {
    return this.#below.keys(kind);
  }

  count(kind: Kind): number {
    return this.#below.count(kind);
  }

  by(index: IndexName, value: string): readonly string[] {
    return this.#below.by(index, value);
  }
}

/** A world whose writes stand aside: what becomes of them, its kinds decide. */
export class DraftedWorld extends Drafted implements World {
  readonly live: View;
  protected readonly store: World;
  protected readonly writes: Writes;

  /** `seen`: the store, or what its process last saw of it. */
  constructor(store: World, seen: View) {
    const writes: Writes = new Map();
    super(seen, writes);
    this.live = new Drafted(store, writes);
    this.store = store;
    this.writes = writes;
  }

  get causes(): World['causes'] {
    return this.store.causes;
  }

  get cause(): number {
    return this.store.cause;
  }

  get sequence(): number {
    return this.store.sequence;
  }

  put<T extends AnyObject>(object: T): T {
    const { kind } = object;
    const key = keyOfObject(object);
    this.writes.set(referenceTo(kind, key), { kind, key, object });
    return object;
  }

  remove(kind: Kind, key: string): void {
    if (this.get(kind, key) || this.live.get(kind, key)) {
      this.writes.set(referenceTo(kind, key), { kind, key, object: undefined });
    }
  }
}

export class Draft extends DraftedWorld {
  readonly #sight: Sight;

  constructor(store: World, sight: Sight) {
    super(store, viewOf(store, sight.key));
    this.#sight = sight;
  }

  /** A verb: all of it, or nothing. */
  commit(): Status | null {
    const refusal = this.#refusal();
    if (refusal) return refusal;
    this.#write(!this.#sight.cut);
    return null;
  }

  /** A reflex: what happens on its own ground has happened, whatever the API server says. */
  settle(): void {
    this.#write(!this.#sight.cut && this.#refusal() === null);
  }

  #refusal(): Status | null {
    for (const write of this.writes.values()) {
      const { kind } = write;
      if (!isApiKind(kind) || kind === 'Event') continue;
      if (this.#sight.cut) return unreachable(this.#sight.key);
      const refusal = refuseWrite(this.store, write);
      if (refusal) return refusal;
    }
    return null;
  }

  #write(isHeard: boolean): void {
    for (const { kind, key, object } of this.writes.values()) {
      if (isApiKind(kind) && !isHeard) continue;
      if (object) this.store.put(object);
      else this.store.remove(kind, key);
      if (kind === 'Pod') expectOwn(this.store, this.#sight.key, key);
    }
  }
}

/** Optimistic concurrency, as the API server holds it. */
function refuseWrite(live: View, { kind, key, object }: Write): Status | null {
  const present = live.get(kind, key) as ApiKinds[ApiKind] | undefined;
  if (!object) return present ? null : notFound(kind, key);
  const { resourceVersion, name } = (object as ApiKinds[ApiKind]).metadata;
  if (resourceVersion === 0) {
    if (!present) return null;
    return failure('AlreadyExists', 'objectExists', `${kind} "${name}" already exists`, { kind, name });
  }
  if (!present) return notFound(kind, key);
  if (present.metadata.resourceVersion === resourceVersion) return null;
  const message = `Operation cannot be fulfilled on ${kind} "${name}": the object has been modified; please apply your changes to the latest version and try again`;
  return failure('Conflict', 'objectModified', message, { kind, name });
}

function unreachable(watcher: string): Status {
  const message = `${watcher} cannot reach the API server`;
  return failure('ServiceUnavailable', 'processCutOff', message, { process: watcher });
}
