/**
 * The town's geometry: a 2:1 dimetric projection and the layout of a village plot.
 * Pure arithmetic, no Node or browser API: the art kit, the client and the tests share it.
 *
 * Ground units: x runs down-right on the screen, y runs down-left, z runs up.
 */

/** Pixels per ground unit, measured along the half width: one 1x1 tile is 32x16 px. */
export const U = 16;

/** Pixels per unit of height. */
export const Z = 16;

/** A place on the screen, in pixels of the 1x atlas. */
export type Point = readonly [x: number, y: number];

/** A place in the town: ground x, ground y, height. */
export type Point3 = readonly [x: number, y: number, z: number];

/** Projects a place in the town to the screen. */
export function iso(x: number, y: number, z = 0): Point {
  return [(x - y) * U, ((x + y) * U) / 2 - z * Z];
}

/** The ground place (z = 0) under a screen point: the inverse of `iso`. */
export function groundAt(px: number, py: number): Point {
  const difference = px / U;
  const sum = (py * 2) / U;
  return [(sum + difference) / 2, (sum - difference) / 2];
}

/** Distance between the centres of two neighbouring slots; below 5 houses and labels overlap. */
export const SLOT_PITCH = 5.2;

/** Half the side of a slot: every house stands inside a square of twice this side. */
export const SLOT_HALF = 2;

/** Grass between the edge of a plot and its first slot's share. */
export const PLOT_MARGIN = 0.7;

/** Slots of a usual village, along x and along y. */
export const PLOT_COLUMNS = 4;
export const PLOT_ROWS = 3;

/** A host's ground in slots; the first so many columns are for virtual machines. */
export const HOST_COLUMNS = 5;
export const HOST_ROWS = 3;
export const HEAVY_COLUMNS = 2;

/** Thickness of the slab of soil under a plot. */
export const PLOT_DEPTH = 1;

/** Ground size of a plot of so many slots. */
export function plotSize(columns = PLOT_COLUMNS, rows = PLOT_ROWS): Point {
  return [columns * SLOT_PITCH + 2 * PLOT_MARGIN, rows * SLOT_PITCH + 2 * PLOT_MARGIN];
}

/** Ground centre of a slot, from the plot's back corner. */
export function slotCentre(column: number, row: number): Point {
  const centre = (index: number): number => PLOT_MARGIN + SLOT_PITCH * (index + 0.5);
  return [centre(column), centre(row)];
}
