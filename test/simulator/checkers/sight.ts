/** Watches shared/cluster/sight/SPEC.md: an older picture is one moment's picture, whole. */
import { KINDS, type AnyObject } from '../../../shared/api/kinds.ts';
import type { Sight } from '../../../shared/api/world/sight.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import { isWatchable, isWatched, seenKey } from '../../../shared/cluster/sight/sight.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import type { Change } from '../../../shared/store/change.ts';
import { Store, type Frame, type View } from '../../../shared/store/store.ts';
import { invariant } from './invariant.ts';

interface Picture {
  readonly revision: number;
  readonly frame: Frame;
}

/** The cluster as it was when a process last heard news. */
const pictures = new WeakMap<View, Map<string, Picture>>();

function remember(view: View, before: Sight | undefined, after: Sight | undefined): null {
  const { key, revision } = after ?? before ?? { key: '', revision: 0 };
  let known = pictures.get(view);
  if (!known) pictures.set(view, (known = new Map()));
  if (!after) known.delete(key);
  // Only while it is new: what was there before somebody watched is not known.
  else if (before?.revision !== revision && view instanceof Store) known.set(key, { revision, frame: view.frame() });
  return null;
}

function* differences(view: View, sight: Sight, { revision, frame }: Picture): Iterable<string> {
  if (sight.revision !== revision) return;
  const seen = viewOf(view, sight.key);
  if (seen.revision !== revision) yield `${sight.key} reads revision ${seen.revision}, not ${revision}`;
  for (const kind of KINDS) {
    if (!isWatchable(kind)) continue;
    const then: ReadonlyMap<string, AnyObject> = frame.kinds[kind];
    for (const key of new Set([...then.keys(), ...seen.keys(kind)])) {
      if (view.get('SeenObject', seenKey(sight.key, kind, key))?.expected) continue;
      // A kubelet may know that a pod is nobody's yet: that is none of its business.
      const concerning = (object: AnyObject | undefined) =>
        isWatched(sight.key, { kind, key, before: object, after: object, cause: 0 } as Change) ? object : undefined;
      const [was, is] = [concerning(then.get(key)), concerning(seen.get(kind, key))];
      if (!isEqual(was, is)) yield `${sight.key} sees ${kind} ${key} otherwise than it was at ${revision}`;
    }
  }
}

export const sight = [
  invariant('SIGHT-2', {
    write: { Sight: (before, after, view) => remember(view, before, after) },
    *whole(view) {
      for (const item of view.list('Sight')) {
        const picture = pictures.get(view)?.get(item.key);
        if (picture) yield* differences(view, item, picture);
      }
    },
  }),
  invariant('SIGHT-3', {
    *whole(view) {
      for (const { key } of view.list('SeenObject')) {
        const process = key.slice(0, key.indexOf('|'));
        if (!view.get('Sight', process)) yield `${process} sees everything, and ${key} is kept for it`;
      }
    },
  }),
];
