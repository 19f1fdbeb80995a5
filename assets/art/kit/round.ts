/** Round solids: discs, cylinders, tapered towers and cones of thatch. */
import { iso, U, type Point } from '../iso.ts';
import { shade } from './colour.ts';
import { ellipse, gradient, path, polygon, polyline, stroke } from './svg.ts';

/** A circle on the ground of radius 1 is an ellipse this wide (half) ... */
const WIDE = U * Math.SQRT2;
/** ... and this high (half) on the screen. */
const HIGH = WIDE / 2;

const d = (parts: readonly (string | number)[]): string =>
  parts.map((part) => (typeof part === 'number' ? part.toFixed(2) : part)).join(' ');

/** A flat disc at a height. */
export const disc = (x: number, y: number, z: number, r: number, fill: string, opacity = 1): string =>
  ellipse(iso(x, y, z), r * WIDE, r * HIGH, fill, opacity === 1 ? {} : { opacity });

/** The soft shadow of a round thing. */
export const roundShadow = (r: number): string => disc(0.35, 0.22, 0, r, '#1b2a1b', 0.16);

/** A point on the visible rim of a circle: 0 is its left end, 0.5 its front, 1 its right end. */
export function rim(x: number, y: number, z: number, r: number, share: number): Point {
  const [cx, cy] = iso(x, y, z);
  const angle = Math.PI * share;
  return [cx - Math.cos(angle) * r * WIDE, cy + Math.sin(angle) * r * HIGH];
}

/** The side of a tower whose radius goes from r0 to r1. */
export function tower(x: number, y: number, r0: number, r1: number, z0: number, z1: number, colour: string): string {
  const [cx, low] = iso(x, y, z0);
  const [, high] = iso(x, y, z1);
  const { defs, fill } = gradient([
    [0, shade(colour, 0.04)],
    [0.35, shade(colour, 0.14)],
    [1, shade(colour, -0.32)],
  ]);
  const [w0, h0, w1, h1] = [r0 * WIDE, r0 * HIGH, r1 * WIDE, r1 * HIGH];
  const foot = d(['M', cx - w1, high, 'L', cx - w0, low, 'A', w0, h0, '0 0 0', cx + w0, low]);
  const head = d(['L', cx + w1, high, 'A', w1, h1, '0 0 1', cx - w1, high, 'Z']);
  return defs + path(`${foot} ${head}`, fill);
}

/** An upright cylinder's side. */
export const cylinder = (x: number, y: number, r: number, z0: number, z1: number, colour: string): string =>
  tower(x, y, r, r, z0, z1, colour);

/** A band painted round a cylinder: triangles in two colours. */
export function paintedBand(
  [x, y, z]: readonly [number, number, number],
  r: number,
  height: number,
  colours: readonly [string, string],
  count = 9,
): string {
  const point = (share: number, up: number): Point => rim(x, y, z + up, r, share);
  const triangles = Array.from({ length: count }, (_, i) => {
    const [from, to, middle] = [i / count, (i + 1) / count, (i + 0.5) / count];
    const tip = i % 2 === 0 ? 'up' : 'down';
    const [base, top] = tip === 'up' ? [0, height] : [height, 0];
    const fill = i % 2 === 0 ? colours[0] : colours[1];
    return polygon([point(from, base), point(to, base), point(middle, top)], fill);
  });
  return triangles.join('');
}

/** A cone: `rings` are courses round it, `straws` run down it. */
export function cone(
  x: number,
  y: number,
  r: number,
  z: number,
  height: number,
  colour: string,
  detail: { straws?: number; rings?: readonly number[] } = {},
): string {
  const [cx, cy] = iso(x, y, z);
  const tipY = cy - height * U;
  const [w, h] = [r * WIDE, r * HIGH];
  const { defs, fill } = gradient([
    [0, shade(colour, 0.22)],
    [0.4, shade(colour, 0.08)],
    [1, shade(colour, -0.38)],
  ]);
  const body = path(d(['M', cx - w, cy, 'A', w, h, '0 0 0', cx + w, cy, 'L', cx, tipY, 'Z']), fill);
  const count = detail.straws ?? 0;
  const straws = Array.from({ length: count === 0 ? 0 : count + 1 }, (_, i) => {
    const [ex, ey] = rim(x, y, z, r, i / count);
    const start: Point = [cx + (ex - cx) * 0.12, tipY + (ey - tipY) * 0.12];
    const tone = shade(colour, i / count > 0.55 ? -0.42 : -0.2);
    return polyline([start, [ex, ey + 1.5]], tone, 0.8, { opacity: 0.65 });
  });
  const rings = (detail.rings ?? []).map((t) => {
    const ringY = tipY + (cy - tipY) * t;
    return stroke(d(['M', cx - w * t, ringY, 'A', w * t, h * t, '0 0 0', cx + w * t, ringY]), shade(colour, -0.35), 1, {
      opacity: 0.6,
    });
  });
  return defs + body + straws.join('') + rings.join('');
}
