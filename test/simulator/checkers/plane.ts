/** Watches shared/cluster/plane/SPEC.md: nothing is written past a closed door, and one leads at a time. */
import { API_KINDS, type AnyObject, type Kind } from '../../../shared/api/kinds.ts';
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import { LED_COMPONENTS } from '../../../shared/cluster/plane/leaders.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { Store, type View } from '../../../shared/store/store.ts';
import { invariant, unless, type Invariant } from './invariant.ts';

/** Recorders and electors ask again until they are let in, within the same second. */
const WHO_WAITS: ReadonlySet<string> = new Set(['Event', 'Lease']);

/** A fault strikes as soon as somebody is let in (FAULT-35). */
function isFaults(view: View): boolean {
  return view instanceof Store && /(faultBegan|injectFault)$/.test(view.causes.get(view.cause)?.subject ?? '');
}

/** A word of somebody who waited a moment gets in. */
function pastTheDoor(before: AnyObject | undefined, after: AnyObject | undefined, view: View): string | null {
  const trouble = doorTrouble(view);
  if (trouble === null) return null;
  const object = after ?? before;
  if (!object || !('metadata' in object)) return null;
  if (trouble === 'slow' && (WHO_WAITS.has(object.kind) || isFaults(view))) return null;
  return `${object.kind} ${keyOf(object.metadata)} was written while the door was shut: ${trouble}`;
}

const writes = Object.fromEntries(API_KINDS.map((kind: Kind) => [kind, pastTheDoor])) as NonNullable<
  Invariant['write']
>;

export const plane = [
  invariant('APISRV-1', { write: writes }),
  invariant('LEADER-1', {
    *whole(view) {
      for (const component of LED_COMPONENTS) {
        const leaders = view.by('leaders', component);
        if (leaders.length > 1) yield `${leaders.join(' and ')} lead`;
      }
    },
  }),
  invariant('LEADER-3', {
    object: {
      PlaneProcess: ({ key, state, leadingSinceTick, startDoneTick }, view) =>
        unless(
          (leadingSinceTick === null || (state === 'running' && leadingSinceTick <= view.tick)) &&
            (state === 'starting') === (startDoneTick !== null),
          () => `${key} is ${state}, leads since ${leadingSinceTick}, has started at ${startDoneTick}`,
        ),
    },
  }),
  invariant('APISRV-6', {
    object: {
      Retry: ({ key, failures, untilTick }, view) =>
        unless(
          failures > 0 && untilTick <= view.tick + 1000,
          () => `${key} failed ${failures} times and waits until ${untilTick}`,
        ),
    },
  }),
];
