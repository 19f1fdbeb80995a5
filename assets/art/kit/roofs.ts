/** Straight roofs: hipped and gabled, with courses of tiles. */
import { iso, type Point } from '../iso.ts';
import { shade } from './colour.ts';
import { corners, grow, type Rect } from './solids.ts';
import { polygon, polyline } from './svg.ts';

const between = (p: Point, q: Point, t: number): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];

const inner = (count: number): number[] => Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);

/** How a hipped roof is made. */
export interface HipOptions {
  readonly eaves?: number;
  readonly courses?: number;
}

/** A roof that slopes on all four sides; its ridge follows the longer side. */
export function hipRoof(walls: Rect, z: number, height: number, colour: string, options: HipOptions = {}): string {
  const r = grow(walls, options.eaves ?? 0.25);
  const [width, depth] = [r.x1 - r.x0, r.y1 - r.y0];
  const alongX = width >= depth;
  const run = Math.min(width, depth) / 2;
  const [mx, my] = [(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2];
  const a = alongX ? iso(r.x0 + run, my, z + height) : iso(mx, r.y0 + run, z + height);
  const b = alongX ? iso(r.x1 - run, my, z + height) : iso(mx, r.y1 - run, z + height);
  const [back, right, front, left] = corners(r, z);
  const [sunny, shady] = [shade(colour, 0.08), shade(colour, -0.2)];
  const slopes = alongX
    ? polygon([back, right, b, a], shade(colour, 0.2)) +
      polygon([back, left, a], shade(colour, 0.16)) +
      polygon([left, front, b, a], sunny) +
      polygon([front, right, b], shady)
    : polygon([back, right, a], shade(colour, 0.2)) +
      polygon([back, left, b, a], shade(colour, 0.16)) +
      polygon([right, front, b, a], shady) +
      polygon([left, front, b], sunny);
  const rightTop = alongX ? b : a;
  const leftTop = alongX ? a : b;
  const courses = inner(options.courses ?? 4).map(
    (t) =>
      polyline([between(left, leftTop, t), between(front, b, t)], shade(colour, -0.12), 0.7, { opacity: 0.7 }) +
      polyline([between(front, b, t), between(right, rightTop, t)], shade(colour, -0.32), 0.7, { opacity: 0.7 }),
  );
  const ridges =
    polyline([a, b], shade(colour, 0.35), 1.4) +
    polyline([front, b], shade(colour, 0.24), 1) +
    polyline([left, leftTop], shade(colour, 0.3), 1);
  return slopes + courses.join('') + ridges + polyline([left, front, right], shade(colour, -0.4), 1.2);
}

/** How a gabled roof is made. */
export interface GableOptions {
  readonly eaves?: number;
  readonly courses?: number;
  /** How far the ends of the ridge turn up. */
  readonly upturn?: number;
  /** Colour of the triangle of wall under the visible end. */
  readonly gable: string;
}

/** A roof with a ridge along an axis and walls up to it at both ends. */
export function gableRoof(
  walls: Rect,
  z: number,
  height: number,
  colour: string,
  axis: 'x' | 'y',
  options: GableOptions,
): string {
  return axis === 'x' ? gableAlongX(walls, z, height, colour, options) : gableAlongY(walls, z, height, colour, options);
}

function gableAlongX(walls: Rect, z: number, height: number, colour: string, o: GableOptions): string {
  const eaves = o.eaves ?? 0.22;
  const r = grow(walls, eaves);
  const up = o.upturn ?? 0;
  const middle = (r.y0 + r.y1) / 2;
  const [a, b] = [iso(r.x0, middle, z + height + up), iso(r.x1, middle, z + height + up)];
  const [back, right, front, left] = corners(r, z);
  const peak = iso(walls.x1, middle, z + height);
  const brow = z + (height * eaves) / ((r.y1 - r.y0) / 2);
  const gable = [
    iso(walls.x1, walls.y0, z),
    iso(walls.x1, walls.y1, z),
    iso(walls.x1, walls.y1, brow),
    peak,
    iso(walls.x1, walls.y0, brow),
  ];
  const underside = [iso(walls.x1, r.y0, z), right, b, peak];
  const tiles = inner((o.courses ?? 5) * 2).map((t) => {
    const x = r.x0 + (r.x1 - r.x0) * t;
    return polyline([iso(x, middle, z + height), iso(x, r.y1, z)], shade(colour, -0.14), 0.8, { opacity: 0.75 });
  });
  const upturned =
    up === 0
      ? ''
      : polyline([iso(r.x0 + 0.3, middle, z + height), a], shade(colour, 0.4), 2) +
        polyline([iso(r.x1 - 0.3, middle, z + height), b], shade(colour, 0.4), 2);
  return (
    polygon([back, right, b, a], shade(colour, 0.2)) +
    polygon([left, front, b, a], shade(colour, 0.1)) +
    polygon(underside, shade(colour, -0.6)) +
    polygon(gable, shade(o.gable, -0.24)) +
    tiles.join('') +
    polyline([a, b], shade(colour, 0.4), 1.6) +
    polyline([left, front], shade(colour, -0.4), 1.3) +
    polyline([front, b], shade(colour, 0.28), 1.6) +
    polyline([right, b], shade(colour, -0.4), 1.1) +
    polyline([left, a], shade(colour, 0.3), 1) +
    upturned
  );
}

function gableAlongY(walls: Rect, z: number, height: number, colour: string, o: GableOptions): string {
  const r = grow(walls, o.eaves ?? 0.22);
  const up = o.upturn ?? 0;
  const middle = (r.x0 + r.x1) / 2;
  const [a, b] = [iso(middle, r.y0, z + height + up), iso(middle, r.y1, z + height + up)];
  const [back, right, front, left] = corners(r, z);
  const brow = z + (height * (o.eaves ?? 0.22)) / ((r.x1 - r.x0) / 2);
  const gable = [
    iso(walls.x0, walls.y1, z),
    iso(walls.x1, walls.y1, z),
    iso(walls.x1, walls.y1, brow),
    iso(middle, walls.y1, z + height),
    iso(walls.x0, walls.y1, brow),
  ];
  const underside = [iso(r.x0, walls.y1, z), left, b, iso(middle, walls.y1, z + height)];
  const tiles = inner((o.courses ?? 5) * 2).map((t) => {
    const y = r.y0 + (r.y1 - r.y0) * t;
    return polyline([iso(middle, y, z + height), iso(r.x1, y, z)], shade(colour, -0.34), 0.8, { opacity: 0.75 });
  });
  return (
    polygon([back, left, b, a], shade(colour, 0.2)) +
    polygon([right, front, b, a], shade(colour, -0.18)) +
    polygon(underside, shade(colour, -0.6)) +
    polygon(gable, shade(o.gable, -0.05)) +
    tiles.join('') +
    polyline([a, b], shade(colour, 0.4), 1.6) +
    polyline([front, right], shade(colour, -0.45), 1.3) +
    polyline([front, b], shade(colour, 0.2), 1.6) +
    polyline([left, b], shade(colour, 0.32), 1.6)
  );
}
