/** A house under construction: half walls, posts, beams, rafters, a ladder, a worker's hoist. */
import { iso, type Point, type Point3 } from '../iso.ts';
import { ladder } from '../kit/props.ts';
import { shade } from '../kit/colour.ts';
import { polygon } from '../kit/svg.ts';
import { wire } from '../kit/solids.ts';
import type { House } from '../houses/house.ts';
import { frontSides, nearestEnd, type Side } from './wireframe.ts';

const WOOD = '#c2914f';
const DARK = '#80592b';

/** The house's frame on its foundation. */
export function frame(house: House): string {
  const { footprint, eaves, floor, ridge } = house;
  const sides: Side[] = footprint.map((a, i) => [a, footprint[(i + 1) % footprint.length] as Point]);
  const front = frontSides(footprint);
  const back = sides.filter(([a]) => !front.some(([b]) => a === b));
  const wallTop = floor + (eaves - floor) * 0.36;
  const inside = polygon(
    footprint.map((p) => iso(...p, wallTop)),
    '#5d5146',
    { opacity: 0.7 },
  );
  return (
    house.foundation() +
    back.map((s) => posts(s, floor, eaves)).join('') +
    back.map((s) => wall(s, floor, wallTop, shade(house.wallColour, -0.35))).join('') +
    inside +
    rafters(footprint, eaves, ridge, true) +
    front.map((s) => wall(s, floor, wallTop, toned(s, house.wallColour))).join('') +
    front.map((s) => posts(s, floor, eaves)).join('') +
    rafters(footprint, eaves, ridge, false) +
    ladderTo(house)
  );
}

/** Half-built walls are lighter on the left side. */
const toned = ([a, b]: Side, colour: string): string =>
  shade(colour, b[0] - a[0] < -1e-9 && Math.abs(b[1] - a[1]) < Math.abs(b[0] - a[0]) ? -0.06 : -0.22);

const wall = ([a, b]: Side, low: number, high: number, colour: string): string =>
  polygon([iso(...a, low), iso(...b, low), iso(...b, high), iso(...a, high)], colour);

/** Posts at both ends and in the middle of a side, and the beams between them. */
function posts([a, b]: Side, low: number, high: number): string {
  const long = Math.hypot(a[0] - b[0], a[1] - b[1]) > 1.6;
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const places = long ? [a, middle, b] : [a, b];
  const rail = low + (high - low) * 0.7;
  return (
    places.map((p) => timber([...p, low], [...p, high], 2.2)).join('') +
    timber([...a, rail], [...b, rail], 1.5) +
    timber([...a, high], [...b, high], 2.1)
  );
}

/** Rafters from the corners to the nearest end of the ridge: those behind it, or those in front. */
function rafters(footprint: readonly Point[], z: number, ridge: House['ridge'], behind: boolean): string {
  if (ridge === null) return '';
  const middle = (ridge[0][0] + ridge[0][1] + ridge[1][0] + ridge[1][1]) / 2;
  const chosen = footprint.filter(([x, y]) => x + y < middle - 0.01 === behind);
  const lines = chosen.map((p) => timber([...p, z], nearestEnd(p, ridge), 1.7));
  return lines.join('') + (behind ? '' : timber(ridge[0], ridge[1], 2));
}

const timber = (from: Point3, to: Point3, width: number): string =>
  wire([from, to], DARK, width + 1) + wire([from, to], WOOD, width);

function ladderTo(house: House): string {
  const [a, b] = leftmostFront(house.footprint);
  const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  const [x, y] = at(0.3);
  return ladder(iso(x, y + 0.45, 0), iso(x, y, house.eaves + 0.1), 5, 7);
}

/** The side that looks down-left: the one with the smallest change of y at the greatest y. */
function leftmostFront(footprint: readonly Point[]): Side {
  const sides = footprint.map((a, i) => [a, footprint[(i + 1) % footprint.length] as Point] as const);
  const lowest = sides.reduce((best, s) => (s[0][1] + s[1][1] > best[0][1] + best[1][1] + 1e-9 ? s : best));
  return lowest[0][0] < lowest[1][0] ? lowest : [lowest[1], lowest[0]];
}
