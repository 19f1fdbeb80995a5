/** What a reflex would write, without a trace: whether it has anything to ask of the API server. */
import { isApiKind, keyOfObject, type AnyObject, type Kind } from '../../api/kinds.ts';
import type { ObjectMeta } from '../../api/meta.ts';
import { isEqual } from '../../base/equal.ts';
import { DraftedWorld } from './draft.ts';

export class Rehearsal extends DraftedWorld {
  #asks = false;

  get asks(): boolean {
    return this.#asks;
  }

  override put<T extends AnyObject>(object: T): T {
    const { kind } = object;
    this.#asks ||= isApiKind(kind) && !isSame(this.get(kind, keyOfObject(object)), object);
    return super.put(object);
  }

  override remove(kind: Kind, key: string): void {
    this.#asks ||= isApiKind(kind) && this.get(kind, key) !== undefined;
    super.remove(kind, key);
  }
}

/** But for the version, which a write gives. */
function isSame(before: AnyObject | undefined, object: AnyObject): boolean {
  if (!before || !('metadata' in before) || !('metadata' in object)) return false;
  const { resourceVersion } = before.metadata;
  const metadata: ObjectMeta = { ...object.metadata, resourceVersion };
  return isEqual(before, { ...object, metadata });
}
