/** What a work list of the steward is made of. */
import type { ApiKind } from '../../../shared/api/kinds.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';

export interface Description {
  /** Texts: `work.<wanted>`; values go into them. */
  readonly wanted: string;
  readonly observed: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Plans = ReadonlyMap<string, readonly Verb[]>;

export interface WorkListOf<Id extends string> {
  readonly id: Id;
  /** Who runs it; null for what keeps itself and needs no hand. */
  readonly switchId: string | null;
  /** The control loops whose plans it holds. */
  readonly loops: readonly string[];
  /** A beginner sees it also while nothing is to do: there is always something to compare. */
  readonly isAlwaysShown?: true;
  /** Everything the loop cares for, also what is at rest; of garbage only what is there. */
  readonly subjects: (view: View, plans: Plans) => Iterable<string>;
  /** What to look at under that key; null where it is no object of its own. */
  readonly kindOf: (view: View, key: string) => ApiKind | null;
  readonly describe: (view: View, key: string) => Description | null;
}

/** Keeps the id's own type. */
export const workList = <const Id extends string>(list: WorkListOf<Id>): WorkListOf<Id> => list;

/** One kind, all of its objects, with what is wanted and observed of each. */
export function listOfKind<const Id extends string, K extends ApiKind>(
  list: Pick<WorkListOf<Id>, 'id' | 'switchId' | 'loops' | 'isAlwaysShown'> & {
    readonly kind: K;
    readonly of: (view: View, object: NonNullable<ReturnType<typeof read<K>>>) => Description | null;
  },
): WorkListOf<Id> {
  const { kind, of, ...rest } = list;
  return {
    ...rest,
    subjects: (view) => view.keys(kind),
    kindOf: () => kind,
    describe: (view, key) => {
      const object = read(view, kind, key);
      return object === undefined ? null : of(view, object);
    },
  };
}

function read<K extends ApiKind>(view: View, kind: K, key: string) {
  return view.get(kind, key);
}
