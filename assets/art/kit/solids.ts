/** Blocks and their faces. The light comes from the left: left faces are lighter than right ones. */
import { iso, type Point, type Point3 } from '../iso.ts';
import { shade } from './colour.ts';
import { polygon, polyline, type Attributes } from './svg.ts';

/** A rectangle on the ground. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A rectangle around a centre, by its half sizes. */
export const around = (halfX: number, halfY: number, cx = 0, cy = 0): Rect => ({
  x0: cx - halfX,
  y0: cy - halfY,
  x1: cx + halfX,
  y1: cy + halfY,
});

/** A rectangle that is larger by a margin on each side. */
export const grow = (r: Rect, by: number): Rect => ({
  x0: r.x0 - by,
  y0: r.y0 - by,
  x1: r.x1 + by,
  y1: r.y1 + by,
});

/** The corners of a rectangle at a height: back, right, front, left on the screen. */
export const corners = (r: Rect, z = 0): readonly [Point, Point, Point, Point] => [
  iso(r.x0, r.y0, z),
  iso(r.x1, r.y0, z),
  iso(r.x1, r.y1, z),
  iso(r.x0, r.y1, z),
];

/** A flat rectangle. */
export const floor = (r: Rect, z: number, fill: string, more: Attributes = {}): string =>
  polygon(corners(r, z), fill, more);

/** Points of the town on the screen. */
export const project = (points: readonly Point3[]): Point[] => points.map(([x, y, z]) => iso(x, y, z));

/** A line through places of the town. */
export const wire = (points: readonly Point3[], colour: string, width = 1, more: Attributes = {}): string =>
  polyline(project(points), colour, width, more);

/** A visible upright plane that windows and doors are drawn on. */
export interface Face {
  /** The screen point of a place on the face. */
  at(along: number, z: number): Point;
  /** How much darker than in full light colours look here. */
  readonly dim: number;
}

/** The face that looks down-left; `along` is x. */
export const leftFace = (y: number): Face => ({ at: (x, z) => iso(x, y, z), dim: 0 });

/** The face that looks down-right; `along` is y. */
export const rightFace = (x: number): Face => ({ at: (y, z) => iso(x, y, z), dim: -0.16 });

/** A rectangle on a face. */
export const panel = (
  face: Face,
  a0: number,
  a1: number,
  z0: number,
  z1: number,
  fill: string,
  more: Attributes = {},
): string => polygon([face.at(a0, z0), face.at(a1, z0), face.at(a1, z1), face.at(a0, z1)], shade(fill, face.dim), more);

/** A rectangle with a round top on a face. */
export function archPanel(
  face: Face,
  a0: number,
  a1: number,
  z0: number,
  z1: number,
  fill: string,
  more: Attributes = {},
): string {
  const [middle, radius] = [(a0 + a1) / 2, (a1 - a0) / 2];
  const steps = 8;
  const top = Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (Math.PI * i) / steps;
    return face.at(middle + Math.cos(angle) * radius, z1 - radius + Math.sin(angle) * radius);
  });
  return polygon([face.at(a0, z0), face.at(a1, z0), ...top], shade(fill, face.dim), more);
}

/** A line on a face, through (along, z) places. */
export const trace = (
  face: Face,
  places: readonly (readonly [along: number, z: number])[],
  colour: string,
  width = 1,
  more: Attributes = {},
): string =>
  polyline(
    places.map(([a, z]) => face.at(a, z)),
    shade(colour, face.dim),
    width,
    more,
  );

/** A block with its left, right and top faces. */
export function box(
  r: Rect,
  z0: number,
  z1: number,
  colour: string,
  faces: { left?: string; right?: string; top?: string } = {},
): string {
  const [, rightLow, frontLow, leftLow] = corners(r, z0);
  const top = corners(r, z1);
  const [, rightHigh, frontHigh, leftHigh] = top;
  return (
    polygon([leftLow, frontLow, frontHigh, leftHigh], faces.left ?? shade(colour, -0.06)) +
    polygon([frontLow, rightLow, rightHigh, frontHigh], faces.right ?? shade(colour, -0.24)) +
    polygon(top, faces.top ?? shade(colour, 0.12))
  );
}

/** The one soft shadow, thrown to the right. */
export function shadow(r: Rect, height = 0.9): string {
  const far = height;
  return polygon(
    [
      iso(r.x0, r.y1),
      iso(r.x1 + far * 0.55, r.y1 + far * 0.25),
      iso(r.x1 + far, r.y0 + 0.3),
      iso(r.x1, r.y0),
      iso(r.x1, r.y1),
    ],
    '#1b2a1b',
    { opacity: 0.16 },
  );
}
