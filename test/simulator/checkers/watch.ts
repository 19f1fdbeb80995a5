/** Runs the invariants beside a cluster: on each write, on what each tick touched, and now and then on everything. */
import { isApiKind, KINDS, type AnyObject, type Kind } from '../../../shared/api/kinds.ts';
import { etcdOf } from '../../../shared/cluster/etcd/members.ts';
import { referenceTo, type Change } from '../../../shared/store/change.ts';
import type { Store, View } from '../../../shared/store/store.ts';
import { INVARIANTS } from './all.ts';
import type { Invariant } from './invariant.ts';

export interface Violation {
  readonly rule: string;
  readonly tick: number;
  readonly what: string;
}

const FULL_EVERY_TICKS = 25;

type WriteCheck = (before: unknown, after: unknown, view: View) => string | null;
type ObjectCheck = (object: unknown, view: View) => string | null;
interface ByKind<Check> {
  readonly rule: string;
  readonly check: Check;
}

export class Watch {
  readonly found: Violation[] = [];
  readonly #store: Store;
  readonly #invariants: readonly Invariant[];
  readonly #writes: ReadonlyMap<Kind, readonly ByKind<WriteCheck>[]>;
  readonly #objects: ReadonlyMap<Kind, readonly ByKind<ObjectCheck>[]>;
  readonly #touched = new Map<string, readonly [Kind, string]>();
  #revision: number;

  constructor(store: Store, invariants: readonly Invariant[] = INVARIANTS) {
    this.#store = store;
    this.#revision = store.revision;
    this.#invariants = invariants;
    this.#writes = byKind(invariants, 'write');
    this.#objects = byKind(invariants, 'object');
    store.listen((change) => this.#follow(change));
  }

  afterTick(): void {
    if (this.#store.revision !== this.#revision)
      this.#tell('STORE-2', `${this.#revision} writes were told of ${this.#store.revision}`);
    this.#revision = this.#store.revision;
    for (const [kind, key] of this.#touched.values()) {
      const object = this.#store.get(kind, key);
      if (object) this.#look(kind, object);
    }
    this.#touched.clear();
    if (this.#store.tick % FULL_EVERY_TICKS === 0) this.everything();
  }

  everything(): void {
    for (const kind of this.#objects.keys()) {
      for (const object of this.#store.list(kind)) this.#look(kind, object);
    }
    for (const { rule, whole } of this.#invariants) {
      for (const what of whole?.(this.#store) ?? []) this.#tell(rule, what);
    }
  }

  #follow({ kind, key, before, after }: Change): void {
    this.#revision += 1;
    if (after && 'metadata' in after && after.metadata.resourceVersion !== this.#revision) {
      this.#tell('STORE-2', `${kind} ${key} has revision ${after.metadata.resourceVersion}, not ${this.#revision}`);
      this.#revision = after.metadata.resourceVersion;
    }
    // With a backup of the ledger time goes back, for all that is in it.
    const isOlder = isApiKind(kind) && etcdOf(this.#store).restore !== null;
    for (const { rule, check } of isOlder ? [] : (this.#writes.get(kind) ?? []))
      this.#tell(rule, check(before, after, this.#store));
    if (this.#objects.has(kind)) this.#touched.set(referenceTo(kind, key), [kind, key]);
  }

  #look(kind: Kind, object: AnyObject): void {
    for (const { rule, check } of this.#objects.get(kind) ?? []) this.#tell(rule, check(object, this.#store));
  }

  #tell(rule: string, what: string | null): void {
    if (what !== null) this.found.push({ rule, tick: this.#store.tick, what });
  }
}

function byKind<Check>(
  invariants: readonly Invariant[],
  part: 'write' | 'object',
): ReadonlyMap<Kind, readonly ByKind<Check>[]> {
  const checksOf = (kind: Kind) =>
    invariants.flatMap((item) => (item[part]?.[kind] ? [{ rule: item.rule, check: item[part][kind] as Check }] : []));
  return new Map(KINDS.map((kind) => [kind, checksOf(kind)] as const).filter(([, checks]) => checks.length > 0));
}
