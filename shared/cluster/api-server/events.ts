/** Events: the cluster's own words about what happened. Repeats of one event are counted on it. */
import { hashText } from '../../base/hash.ts';
import type { Event, ObjectReference } from '../../api/event.ts';
import type { Kind, KindMap } from '../../api/kinds.ts';
import { keyOf, type ObjectMeta } from '../../api/meta.ts';
import { isReachable } from '../plane/door.ts';
import type { World } from '../world.ts';
import { newMeta } from './objects.ts';

/** Oracle: apiserver.eventTTL. */
export const EVENT_TTL_TICKS = 3600;

export interface EventText {
  readonly type: 'Normal' | 'Warning';
  /** CamelCase, as the real component says it; the plain sentence is looked up by it. */
  readonly reason: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly source: string;
}

export function recordEvent(
  world: World,
  about: { readonly kind: Kind; readonly metadata: ObjectMeta },
  text: EventText,
): void {
  const involvedObject = {
    kind: about.kind,
    namespace: about.metadata.namespace,
    name: about.metadata.name,
    uid: about.metadata.uid,
  };
  recordEventAbout(world, involvedObject, text);
}

/** For things of the world without metadata: machines, the registry, a build. */
export function recordWorldEvent<K extends Kind>(
  world: World,
  kind: K,
  object: KindMap[K] & { readonly key: string },
  text: EventText,
): void {
  recordEventAbout(world, { kind, namespace: '', name: object.key, uid: object.key }, text);
}

/** Repeats have the same name. */
function eventName(
  involvedObject: ObjectReference,
  text: Pick<EventText, 'reason' | 'message' | 'source'>,
): { readonly namespace: string; readonly name: string } {
  const series = hashText(`${involvedObject.kind}/${involvedObject.uid}/${text.reason}/${text.message}/${text.source}`)
    .toString(16)
    .padStart(8, '0');
  return {
    namespace: involvedObject.namespace === '' ? 'default' : involvedObject.namespace,
    name: `${involvedObject.name.slice(0, 200).replaceAll(/[^a-z0-9.-]/g, '-')}.${series}`,
  };
}

/** *Simplified*: what is said while nobody listens is lost (the real recorder tries for two minutes). */
function recordEventAbout(world: World, involvedObject: ObjectReference, text: EventText): void {
  if (!isReachable(world)) return;
  const meta = eventName(involvedObject, text);
  const before = world.get('Event', keyOf(meta));
  const event: Event = before
    ? { ...before, count: before.count + 1, lastTick: world.tick }
    : {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: newMeta(world, 'Event', meta),
        involvedObject,
        type: text.type,
        reason: text.reason,
        message: text.message,
        details: text.details ?? {},
        source: text.source,
        count: 1,
        firstTick: world.tick,
        lastTick: world.tick,
      };
  world.put(event);
}
