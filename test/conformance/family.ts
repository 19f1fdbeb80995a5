/** What a family file in families/ gives: for each `fn` of its vectors, the simulation's own function behind it. */
export interface Family {
  /** Turns a vector's input into an answer of the vector's shape. Each names the shape of its own input. */
  readonly adapters: Readonly<Record<string, (input: never) => unknown>>;
  /** Where equal is not the word: sets, or lists whose order means nothing. */
  readonly comparers?: Readonly<Record<string, (expected: never, got: never) => boolean>>;
  /** Optional features that the simulation leaves out: cases that need one are counted as skipped. */
  readonly leftOut?: readonly string[];
}
