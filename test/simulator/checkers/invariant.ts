/** What an invariant is: data that names the rule it watches. */
import type { Kind, KindMap } from '../../../shared/api/kinds.ts';
import type { View } from '../../../shared/store/store.ts';

/** A sentence that says what is wrong; null where nothing is. */
type Complaint = string | null;

export interface Invariant {
  /** Id of the rule in the area's SPEC.md. */
  readonly rule: string;
  /** Of each write. `before` and `after` are the object as it was and is; one of them may be missing. */
  readonly write?: {
    readonly [K in Kind]?: (before: KindMap[K] | undefined, after: KindMap[K] | undefined, view: View) => Complaint;
  };
  /** Of each object that a tick wrote, at the tick's end; now and then of all. */
  readonly object?: { readonly [K in Kind]?: (object: KindMap[K], view: View) => Complaint };
  /** Of the whole state, now and then. */
  readonly whole?: (view: View) => Iterable<string>;
}

export const invariant = (rule: string, rest: Omit<Invariant, 'rule'>): Invariant => ({ rule, ...rest });

/** The complaint where something does not hold. */
export const unless = (holds: boolean, complaint: () => string): Complaint => (holds ? null : complaint());
