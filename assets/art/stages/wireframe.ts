/** A house as lines: what its plan shows, and what fills up while its layers arrive. */
import type { Point, Point3 } from '../iso.ts';
import type { House } from '../houses/house.ts';
import { project } from '../kit/solids.ts';
import { at, polygon, polyline } from '../kit/svg.ts';

/** One side of a footprint. */
export type Side = readonly [a: Point, b: Point];

/** The sides of a footprint that the viewer sees. */
export const frontSides = (footprint: readonly Point[]): Side[] =>
  footprint
    .map((a, i): Side => [a, footprint[(i + 1) % footprint.length] as Point])
    .filter(([a, b]) => b[1] - a[1] - (b[0] - a[0]) > 1e-9);

const raise = ([x, y]: Point, z: number): Point3 => [x, y, z];

/** The end of the ridge that is nearest to a corner. */
export function nearestEnd([x, y]: Point, ridge: readonly [Point3, Point3]): Point3 {
  const distance = (end: Point3): number => (end[0] - x) ** 2 + (end[1] - y) ** 2;
  return distance(ridge[0]) <= distance(ridge[1]) ? ridge[0] : ridge[1];
}

/** The front sides of the roof's lower edge, which reaches over the walls. */
function eavesSides({ footprint, overhang = 0 }: House): Side[] {
  const out = ([x, y]: Point): Point => {
    const reach = 1 + (overhang * Math.SQRT2) / Math.hypot(x, y);
    return [x * reach, y * reach];
  };
  return frontSides(footprint).map(([a, b]): Side => [out(a), out(b)]);
}

/** Where the walls begin: on the ground, or on a deck above it. */
const base = (house: House): number => (house.floor > 0.5 ? house.floor : 0);

/** The lines of the walls, then those of the roof, back to front; closed ones are sheets. */
function visibleLines(house: House): { walls: (readonly Point3[])[]; roof: (readonly Point3[])[] } {
  const { eaves, ridge } = house;
  const low = base(house);
  const sides = frontSides(house.footprint);
  const walls = sides.map(([a, b]) => [raise(a, low), raise(b, low), raise(b, eaves), raise(a, eaves), raise(a, low)]);
  const posts = low === 0 ? [] : house.footprint.map((p) => [raise(p, 0), raise(p, low)]);
  const slopes =
    ridge === null
      ? []
      : eavesSides(house).map(([a, b]) => [
          raise(a, eaves),
          raise(b, eaves),
          nearestEnd(b, ridge),
          nearestEnd(a, ridge),
          raise(a, eaves),
        ]);
  return { walls: [...posts, ...walls], roof: [...slopes, ...house.wires] };
}

const lines = (all: readonly (readonly Point3[])[], colour: string, width: number): string =>
  all.map((line) => polyline(project(line), colour, width)).join('');

/** The house as white lines, around the origin, fitted into a box of a size. */
export function fitted(house: House, width: number, height: number, colour: string, stroke: number): string {
  const { walls, roof } = visibleLines(house);
  const points = [...walls, ...roof].flatMap((line) => project(line));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / (right - left), height / (bottom - top));
  const middle: Point = [(-(left + right) / 2) * scale, (-(top + bottom) / 2) * scale];
  return at(middle, lines([...walls, ...roof], colour, stroke / scale), scale);
}

/** A line, or a sheet of paper where the line is closed. */
function sheetOrLine(line: readonly Point3[], paper: string, colour: string): string {
  const [first, last] = [line[0], line.at(-1)];
  const closed = line.length > 3 && first?.every((value, i) => value === last?.[i]);
  return (closed === true ? polygon(project(line), paper) : '') + polyline(project(line), colour, 1.5);
}

/** The house as paper walls on which so many of three layers have arrived, under a paper roof. */
export function layered(house: House, count: number, colour: string): string {
  const low = base(house);
  const step = (house.eaves - low) / 3;
  const paper = count === 3 ? '#a9d3f3' : '#e6f2fc';
  const tones = ['#0a5c96', '#2480c4', '#55a6de'].slice(0, count);
  const sides = frontSides(house.footprint);
  const band = ([a, b]: Side, from: number, to: number, fill: string): string =>
    polygon(project([raise(a, from), raise(b, from), raise(b, to), raise(a, to)]), fill);
  const top = house.footprint.map((p) => raise(p, house.eaves));
  const { walls, roof } = visibleLines(house);
  return (
    polygon(project(top), paper) +
    sides.map((side) => band(side, low, house.eaves, '#cfe5f7')).join('') +
    tones.flatMap((tone, i) => sides.map((side) => band(side, low + i * step, low + (i + 1) * step, tone))).join('') +
    lines(walls, colour, 1.5) +
    roof.map((line) => sheetOrLine(line, paper, colour)).join('')
  );
}
