/** Why the server closed a client's line. Any other code means: come back with the seat's token. */

/** For good: do not come back by yourself. The close reason says why. */
export const CLOSED_FOR_GOOD = 4410;

/** Reasons that go with it. */
export const CLOSE_REASONS = {
  /** The same seat was opened in another window. */
  replaced: 'replaced',
  /** The teacher removed this player. */
  removed: 'removed',
  /** The session is over and put away. */
  over: 'over',
} as const;
