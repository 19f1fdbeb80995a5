/** The curved roof of a pavilion: square, hollow slopes, corners that turn up. */
import { iso, type Point } from '../iso.ts';
import { shade } from './colour.ts';
import { path, polyline, stroke } from './svg.ts';

const s = ([x, y]: Point): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** A pavilion roof over a square of half side `half` around the origin. */
export function pavilionRoof(half: number, z: number, height: number, colour: string, flare = 0.28): string {
  const apex = iso(0, 0, z + height);
  const corner = (x: number, y: number): Point => iso(x * half, y * half, z + flare);
  const [back, right, front, left] = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  const eave = (x: number, y: number): Point => iso(x * half, y * half, z - flare * 0.55);
  const hip = (x: number, y: number): Point => iso(x * half * 0.42, y * half * 0.42, z + height * 0.34);
  const slope = (from: Point, middle: Point, to: Point, hipTo: Point, hipFrom: Point, tone: number): string =>
    path(`M${s(from)} Q${s(middle)} ${s(to)} Q${s(hipTo)} ${s(apex)} Q${s(hipFrom)} ${s(from)}Z`, shade(colour, tone));
  const backSlopes =
    slope(back, eave(0, -1), right, hip(1, -1), hip(-1, -1), 0.18) +
    slope(left, eave(-1, 0), back, hip(-1, -1), hip(-1, 1), 0.16);
  const frontSlopes =
    slope(left, eave(0, 1), front, hip(1, 1), hip(-1, 1), 0.08) +
    slope(front, eave(1, 0), right, hip(1, -1), hip(1, 1), -0.2);
  const curve = (from: Point, middle: Point, to: Point, colourOf: string, width: number): string =>
    stroke(`M${s(from)} Q${s(middle)} ${s(to)}`, colourOf, width);
  const edges =
    curve(left, eave(0, 1), front, shade(colour, -0.42), 1.6) +
    curve(front, eave(1, 0), right, shade(colour, -0.48), 1.6) +
    curve(left, hip(-1, 1), apex, shade(colour, 0.34), 1.3) +
    curve(front, hip(1, 1), apex, shade(colour, 0.34), 1.5) +
    curve(right, hip(1, -1), apex, shade(colour, 0.1), 1.3);
  return backSlopes + frontSlopes + tiles(half, z, height, colour, flare) + edges;
}

/** Lines of tiles from the eaves towards the top, on both visible slopes. */
function tiles(half: number, z: number, height: number, colour: string, flare: number): string {
  const count = 8;
  return Array.from({ length: count - 1 }, (_, i) => {
    const t = ((i + 1) / count) * 2 - 1;
    const low = z - flare * 0.28 * (1 - t * t) + flare * t * t;
    const top = 0.34;
    const mid = z + height * 0.36;
    return (
      polyline([iso(t * half * top, half * top, mid), iso(t * half, half, low)], shade(colour, -0.16), 0.8, {
        opacity: 0.7,
      }) +
      polyline([iso(half * top, t * half * top, mid), iso(half, t * half, low)], shade(colour, -0.36), 0.8, {
        opacity: 0.7,
      })
    );
  }).join('');
}
