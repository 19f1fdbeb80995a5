/** Level of detail by zoom: what is worth drawing at which size. */

/** `near`: every label. `middle`: labels of what is abnormal or selected. `far`: badges of constant size. `map`: heat tiles. */
export type Detail = 'near' | 'middle' | 'far' | 'map';

/** Below the threshold the next coarser level begins. In CSS pixels per pixel of the 1x atlas. */
const NEAR = 0.92;
const MIDDLE = 0.5;
const FAR = 0.15;

export const MIN_ZOOM = 0.06;
export const MAX_ZOOM = 2.5;

export function detailAt(zoom: number): Detail {
  if (zoom >= NEAR) return 'near';
  if (zoom >= MIDDLE) return 'middle';
  return zoom >= FAR ? 'far' : 'map';
}

export function showsLabel(detail: Detail, abnormal: boolean, selected: boolean): boolean {
  if (selected) return true;
  return detail === 'near' || (detail === 'middle' && abnormal);
}

/** Signs are readable at any zoom: below 1 they grow against it, down to a limit. */
export function signScale(zoom: number): number {
  return Math.min(9, Math.max(1, 0.95 / zoom));
}

/** Of the names of people and tenants: they grow against the zoom later, for they stand close. */
export function nameScale(zoom: number): number {
  return Math.max(0.8, 0.6 / zoom);
}
