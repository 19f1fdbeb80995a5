/** A house as lines: what its plan shows, and what fills up while its layers arrive. */
import { iso, type Point, type Point3 } from '../iso.ts';
import type { House } from '../houses/house.ts';
import { project } from '../kit/solids.ts';
import { polygon, polyline } from '../kit/svg.ts';

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

/** The lines of a house that the viewer would see. */
export function visibleLines(house: House): (readonly Point3[])[] {
  const { eaves, ridge } = house;
  const sides = frontSides(house.footprint);
  const walls = sides.map(([a, b]) => [raise(a, 0), raise(b, 0), raise(b, eaves), raise(a, eaves), raise(a, 0)]);
  const floors = house.floor > 0.5 ? sides.map(([a, b]) => [raise(a, house.floor), raise(b, house.floor)]) : [];
  const rafters = ridge === null ? [] : sides.flat().map((corner) => [raise(corner, eaves), nearestEnd(corner, ridge)]);
  return [...walls, ...floors, ...rafters, ...(ridge === null ? [] : [ridge]), ...house.wires];
}

/** The walls and the roof as thin paper. */
export function ghost(house: House): string {
  const { eaves, ridge } = house;
  const sheet = (points: readonly Point3[], opacity: number): string =>
    polygon(project(points), '#e2f1fd', { opacity });
  const sides = frontSides(house.footprint);
  const top = sheet(
    house.footprint.map((p) => raise(p, eaves)),
    0.6,
  );
  const walls = sides.map(([a, b]) => sheet([raise(a, 0), raise(b, 0), raise(b, eaves), raise(a, eaves)], 0.72));
  const slopes =
    ridge === null
      ? []
      : sides.map(([a, b]) =>
          sheet([raise(a, eaves), raise(b, eaves), nearestEnd(b, ridge), nearestEnd(a, ridge)], 0.72),
        );
  return top + walls.join('') + slopes.join('');
}

/** The layers that have arrived: solid bands from the ground up, `count` of three. */
export function layers(house: House, count: number): string {
  const band = house.eaves / 3;
  const tones = ['#0a5c96', '#2480c4', '#55a6de'];
  const bands = Array.from({ length: count }, (_, i) =>
    frontSides(house.footprint)
      .map(([a, b]) =>
        polygon(
          project([raise(a, i * band), raise(b, i * band), raise(b, (i + 1) * band), raise(a, (i + 1) * band)]),
          tones[i] ?? '#55a6de',
        ),
      )
      .join(''),
  );
  const lid = polygon(
    house.footprint.map((p) => iso(...p, count * band)),
    '#a9d3f3',
  );
  return bands.join('') + lid;
}

/** All visible lines in a colour. */
export const drawn = (house: House, colour: string, width: number): string =>
  visibleLines(house)
    .map((line) => polyline(project(line), colour, width))
    .join('');
