/** What a write did: references to the object before and after, never copies. The watch is the list of these. */
import type { AnyObject, Kind, KindMap } from '../api/kinds.ts';

export interface Change<K extends Kind = Kind> {
  readonly kind: K;
  readonly key: string;
  readonly before: KindMap[K] | undefined;
  readonly after: KindMap[K] | undefined;
  /** Why: a node of the cause log, or 0 where nothing is known. */
  readonly cause: number;
}

/** The object that a change speaks of: as it is now, or as it last was. */
export function subject(change: Change): AnyObject {
  return (change.after ?? change.before) as AnyObject;
}

/** `Pod/default/web-x7k2p`: the name of an object among all kinds. */
export function referenceTo(kind: Kind, key: string): string {
  return `${kind}/${key}`;
}
