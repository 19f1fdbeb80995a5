/** Watches shared/store/SPEC.md: the one mutable thing keeps its books. */
import { isEqual } from '../../../shared/base/equal.ts';
import { formatHash } from '../../../shared/base/hash.ts';
import { isApiKind, KINDS } from '../../../shared/api/kinds.ts';
import { byCodeUnit } from '../../../shared/base/order.ts';
import { INDEXES, listed, type IndexName, type Values } from '../../../shared/store/index-table.ts';
import { Store, type View } from '../../../shared/store/store.ts';
import { describeDifference } from '../../../shared/store/snapshot.ts';
import { invariant } from './invariant.ts';
import { throughText } from '../../support/through-text.ts';

/** Values that an index was found under at earlier looks: it must have nothing left under those that are gone. */
const found = new WeakMap<View, Map<IndexName, Set<string>>>();

function* indexFaults(view: View): Iterable<string> {
  let known = found.get(view);
  if (!known) found.set(view, (known = new Map()));
  for (const name of Object.keys(INDEXES) as IndexName[]) {
    const scanned = scan(view, name);
    for (const value of new Set([...scanned.keys(), ...(known.get(name) ?? [])])) {
      if (!isEqual(scanned.get(value) ?? [], view.by(name, value)))
        yield `index ${name} is not a scan's for "${value}"`;
    }
    known.set(name, new Set(scanned.keys()));
  }
}

function scan(view: View, name: IndexName): ReadonlyMap<string, readonly string[]> {
  const { kind } = INDEXES[name];
  const values = INDEXES[name].values as (object: unknown) => Values;
  const keys = new Map<string, string[]>();
  for (const key of view.keys(kind)) {
    for (const value of new Set(listed(values(view.get(kind, key)))))
      keys.set(value, [...(keys.get(value) ?? []), key]);
  }
  return keys;
}

const isStore = (view: View): view is Store => view instanceof Store;

export const store = [
  invariant('STORE-2', {
    whole: (view) =>
      KINDS.filter(isApiKind).flatMap((kind) =>
        [...view.list(kind)]
          .filter(({ metadata }) => metadata.resourceVersion > view.revision || metadata.resourceVersion < 1)
          .map(
            ({ metadata }) => `${kind} ${metadata.name} has revision ${metadata.resourceVersion} of ${view.revision}`,
          ),
      ),
  }),
  invariant('STORE-4', {
    *whole(view) {
      yield* indexFaults(view);
      yield* KINDS.filter((kind) => {
        const scanned = [...view.list(kind)].length;
        const keys = view.keys(kind);
        return scanned !== keys.length || keys.some((key, at) => at > 0 && byCodeUnit(keys[at - 1] ?? '', key) >= 0);
      }).map((kind) => `the keys of ${kind} are not those of a scan, in order`);
    },
  }),
  invariant('STORE-5', {
    *whole(view) {
      if (!isStore(view)) return;
      const frame = view.frame();
      if (formatHash(new Store(frame).hash()) !== formatHash(view.hash())) yield 'the kept hash is not the whole hash';
      const read = throughText(frame);
      const difference = describeDifference(frame, read);
      if (difference) yield `a frame does not survive JSON: ${difference}`;
    },
  }),
];
