/** Sight: what a process that watches the API server has not heard of yet. Who hears everything at once has none. */
import type { ApiKinds } from '../kinds.ts';

export interface Sight {
  readonly kind: 'Sight';
  /** Name of the process. */
  readonly key: string;
  /** It cannot reach the API server: nothing is heard, nothing is told. */
  readonly cut: boolean;
  /** Its watch brings news only every so many ticks; 0 for one that is well. */
  readonly lateTicks: number;
  /** It sees the cluster as it was then, */
  readonly sinceTick: number;
  /** at this revision. */
  readonly revision: number;
  /** When it hears what has happened meanwhile; null while it is cut off. */
  readonly nextNewsTick: number | null;
  /** The history that it missed is no longer kept: it has to list all objects again. */
  readonly relists: boolean;
  /** It was started anew, and does nothing before it has listed everything. */
  readonly starting: boolean;
}

type Seen = ApiKinds[keyof ApiKinds] | null;

/** An object that is no longer as a process sees it. All others it sees as they are. */
export interface SeenObject {
  readonly kind: 'SeenObject';
  /** `process|Kind/key`. */
  readonly key: string;
  /** As the process sees it; null where it knows of none. */
  readonly object: Seen;
  /** It has written the object itself and counts on that, although its watch still says otherwise; else null. */
  readonly expected: {
    /** What its watch says. */
    readonly before: Seen;
    /** Then it ceases to count on it; null: never. */
    readonly untilTick: number | null;
  } | null;
}
