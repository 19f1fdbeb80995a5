/** What lies over what. Things on the ground are ordered by how far in front they stand, in whole steps. */
export const DEPTH = {
  ground: 0,
  plots: 1,
  marks: 100,
  things: 1000,
  /** Night falls on everything below, and on no sign. */
  night: 100_000,
  lights: 100_001,
  sky: 100_010,
  heat: 100_020,
  badges: 100_030,
  labels: 100_040,
} as const;

/** Steps of a quarter unit would re-sort the list for every step that somebody walks. */
export const standingDepth = (x: number, y: number): number => DEPTH.things + Math.round((x + y) * 2);
