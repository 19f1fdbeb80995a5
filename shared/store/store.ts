/**
 * The store: the one mutable thing of the simulation. It holds immutable objects by kind and key, numbers each write
 * with a revision, tells who listens, and keeps the state hash up to date.
 */
import { assert } from '../base/assert.ts';
import { isEqual } from '../base/equal.ts';
import { freezeIfEnabled } from '../base/freeze.ts';
import { addHash, hashEntry, subtractHash, ZERO_HASH, type Hash64 } from '../base/hash.ts';
import { isApiKind, keyOfObject, KINDS, type AnyObject, type Kind, type KindMap } from '../api/kinds.ts';
import { CauseLog } from './cause-log.ts';
import { referenceTo, type Change } from './change.ts';
import type { IndexName } from './index-table.ts';
import { Indexes } from './indexes.ts';
import { KeyOrder } from './sorted-keys.ts';

/** A key-frame: pointers to the objects of one moment. Cheap to take, and enough to go on from. */
export interface Frame {
  readonly tick: number;
  readonly revision: number;
  /** Sequence number of the next input. */
  readonly sequence: number;
  readonly kinds: Readonly<Record<Kind, ReadonlyMap<string, AnyObject>>>;
}

/** What a rule may read. */
export interface View {
  readonly tick: number;
  readonly revision: number;
  get<K extends Kind>(kind: K, key: string): KindMap[K] | undefined;
  /** In no promised order: sort where order picks a winner. */
  list<K extends Kind>(kind: K): Iterable<KindMap[K]>;
  /** In code unit order. */
  keys(kind: Kind): readonly string[];
  count(kind: Kind): number;
  /** Keys in code unit order. */
  by(index: IndexName, value: string): readonly string[];
}

type Listener = (change: Change) => void;

interface Written {
  readonly kind: Kind;
  readonly key: string;
  readonly before: AnyObject | undefined;
  readonly after: AnyObject | undefined;
}

/** What there is of one kind: looked up once for each write. */
class Shelf {
  readonly objects = new Map<string, AnyObject>();
  readonly order = new KeyOrder();
  /** Objects written since the hash was last summed, as they were when it was. */
  readonly dirty = new Map<string, AnyObject | undefined>();
  listeners: readonly Listener[] = [];
  derived: readonly Listener[] = [];
}

export class Store implements View {
  tick = 0;
  revision = 0;
  /** Sequence number of the next input. */
  sequence = 0;
  /** The activation that writes now; see CauseLog. */
  cause = 0;
  /** Called once before the next write: lets a cause be opened only where one is needed. */
  beforeWrite: (() => void) | null = null;
  readonly causes: CauseLog;
  readonly #shelves = new Map(KINDS.map((kind) => [kind, new Shelf()]));
  readonly #indexes = new Indexes();
  /** They are at it: nobody writes. */
  #isDeriving = false;
  /** Written while somebody was being told of an earlier write: told when everybody knows that one. */
  readonly #untold: Change[] = [];
  #isTelling = false;
  #hash: Hash64 = ZERO_HASH;

  constructor(frame?: Frame, causes = new CauseLog()) {
    this.causes = causes;
    if (!frame) return;
    this.tick = frame.tick;
    this.revision = frame.revision;
    this.sequence = frame.sequence;
    for (const [kind, { objects, dirty }] of this.#shelves) {
      for (const [key, object] of frame.kinds[kind]) {
        objects.set(key, object);
        this.#indexes.follow({ kind, key, before: undefined, after: object } as Change);
        dirty.set(key, undefined);
      }
    }
  }

  #shelf(kind: Kind): Shelf {
    return this.#shelves.get(kind) as Shelf;
  }

  get<K extends Kind>(kind: K, key: string): KindMap[K] | undefined {
    return this.#shelf(kind).objects.get(key) as KindMap[K] | undefined;
  }

  list<K extends Kind>(kind: K): Iterable<KindMap[K]> {
    return this.#shelf(kind).objects.values() as Iterable<KindMap[K]>;
  }

  keys(kind: Kind): readonly string[] {
    const { order, objects } = this.#shelf(kind);
    return order.list(objects.keys());
  }

  count(kind: Kind): number {
    return this.#shelf(kind).objects.size;
  }

  by(index: IndexName, value: string): readonly string[] {
    return this.#indexes.lookup(index, value);
  }

  /** As it really is. What a rule reads may be an older picture; see cluster/sight. */
  get live(): View {
    return this;
  }

  /** Whoever cares for some kinds only is not asked about the others. */
  listen(listener: Listener, kinds: readonly Kind[] = KINDS): () => void {
    const shelves = kinds.map((kind) => this.#shelf(kind));
    for (const shelf of shelves) shelf.listeners = [...shelf.listeners, listener];
    return () => {
      for (const shelf of shelves) shelf.listeners = shelf.listeners.filter((other) => other !== listener);
    };
  }

  /** For what is derived, and must be right by the time that the others hear of a change. It cannot write. */
  listenFirst(listener: Listener, kind: Kind): void {
    const shelf = this.#shelf(kind);
    shelf.derived = [listener, ...shelf.derived];
  }

  /**
   * Creates or replaces an object and returns what is stored. A write that changes nothing is no write: it takes no
   * revision, and nobody hears of it. Objects of the API get their `resourceVersion` here.
   */
  put<T extends AnyObject>(object: T): T {
    assert(!this.#isDeriving, 'what is derived writes nothing');
    const { kind } = object;
    const key = keyOfObject(object);
    const shelf = this.#shelf(kind);
    const before = shelf.objects.get(key);
    if (before !== undefined && isUnchanged(before, object)) return before as T;
    this.revision += 1;
    const after = freezeIfEnabled(isApiKind(kind) ? withRevision(object, this.revision) : object);
    shelf.objects.set(key, after);
    if (before === undefined) shelf.order.note(key, true);
    this.#changed(shelf, { kind, key, before, after });
    return after;
  }

  remove(kind: Kind, key: string): void {
    assert(!this.#isDeriving, 'what is derived writes nothing');
    const shelf = this.#shelf(kind);
    const before = shelf.objects.get(key);
    if (before === undefined) return;
    this.revision += 1;
    shelf.objects.delete(key);
    shelf.order.note(key, false);
    this.#changed(shelf, { kind, key, before, after: undefined });
  }

  #changed({ dirty, derived }: Shelf, { kind, key, before, after }: Written): void {
    if (this.beforeWrite) {
      const open = this.beforeWrite;
      this.beforeWrite = null;
      open();
    }
    if (!dirty.has(key)) dirty.set(key, before);
    if (after) this.causes.noteObject(kind, key, this.cause);
    else this.causes.forgetObject(kind, key);
    const change = { kind, key, before, after, cause: this.cause } as Change;
    this.#indexes.follow(change);
    this.#derive(derived, change);
    this.#untold.push(change);
    if (!this.#isTelling) this.#tell();
  }

  /** At once, also within a listener's write: what is derived is in step whenever anyone asks. */
  #derive(derived: readonly Listener[], change: Change): void {
    this.#isDeriving = true;
    try {
      tellAll(derived, change);
    } finally {
      this.#isDeriving = false;
    }
  }

  /** Everybody hears of the writes in the order in which they were made, also of those that a listener makes. */
  #tell(): void {
    this.#isTelling = true;
    try {
      for (let change = this.#untold.shift(); change; change = this.#untold.shift()) {
        tellAll(this.#shelf(change.kind).listeners, change);
      }
    } finally {
      this.#isTelling = false;
      this.#untold.length = 0;
    }
  }

  /** Hash of the whole state: tick, revision and every object, in any order. Costs what changed since the last call. */
  hash(): Hash64 {
    for (const [kind, { dirty, objects }] of this.#shelves) {
      for (const [key, before] of dirty) {
        const reference = referenceTo(kind, key);
        const after = objects.get(key);
        if (before) this.#hash = subtractHash(this.#hash, hashEntry(reference, before));
        if (after) this.#hash = addHash(this.#hash, hashEntry(reference, after));
      }
      if (dirty.size > 0) dirty.clear();
    }
    return addHash(
      this.#hash,
      hashEntry('clock', { tick: this.tick, revision: this.revision, sequence: this.sequence }),
    );
  }

  frame(): Frame {
    const copies = [...this.#shelves].map(([kind, { objects }]) => [kind, new Map(objects)] as const);
    const kinds = Object.fromEntries(copies) as Record<Kind, Map<string, AnyObject>>;
    return { tick: this.tick, revision: this.revision, sequence: this.sequence, kinds };
  }
}

/** By index: at this place an iterator for each write is felt. */
function tellAll(listeners: readonly Listener[], change: Change): void {
  for (let index = 0; index < listeners.length; index += 1) listeners[index]?.(change);
}

/** The revision is the store's: an object that differs in nothing else is no other. */
function isUnchanged(before: AnyObject, object: AnyObject): boolean {
  if (!('metadata' in before && 'metadata' in object)) return isEqual(before, object);
  const { resourceVersion } = before.metadata;
  return isEqual(
    before,
    object.metadata.resourceVersion === resourceVersion ? object : withRevision(object, resourceVersion),
  );
}

function withRevision<T extends AnyObject>(object: T, resourceVersion: number): T {
  assert('metadata' in object, 'only objects of the API have a resourceVersion');
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}
