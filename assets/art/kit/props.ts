/** Small things that stand about: trees, crates, pots, lanterns, posts. */
import { iso, type Point } from '../iso.ts';
import { STUFF } from '../palette.ts';
import { shade } from './colour.ts';
import { at, circle, ellipse, group, path, polygon, polyline, rectangle, stroke } from './svg.ts';

/** A small shadow under a standing thing. */
export const footShadow = (rx: number, ry = rx / 2): string => ellipse([0, 0], rx, ry, '#1b2a1b', { opacity: 0.2 });

/** A round tree. */
export function tree(x: number, y: number, size = 1, leaf: string = STUFF.leaf): string {
  const body =
    footShadow(6, 3) +
    rectangle(-1.2, -8, 2.4, 8, '#7a5a3a') +
    circle([0, -12], 6, shade(leaf, -0.06)) +
    circle([-1.4, -13], 4.6, shade(leaf, 0.1)) +
    circle([-2.2, -14.4], 2.6, shade(leaf, 0.26));
  return at(iso(x, y), body, size);
}

/** A low round bush. */
export const bush = (x: number, y: number, size = 1, leaf = '#4f8f4a'): string =>
  at(iso(x, y), footShadow(5, 2.2) + circle([0, -3], 4.2, leaf) + circle([-1.3, -4.2], 2.4, shade(leaf, 0.22)), size);

/** A wooden crate: a layer of an image. */
export function crateAt(place: Point, size = 1, band = '#0072b2'): string {
  const body =
    polygon(
      [
        [0, -13],
        [8, -9],
        [0, -5],
        [-8, -9],
      ],
      '#e6c08a',
    ) +
    polygon(
      [
        [-8, -9],
        [0, -5],
        [0, 4],
        [-8, 0],
      ],
      '#c08e4a',
    ) +
    polygon(
      [
        [8, -9],
        [0, -5],
        [0, 4],
        [8, 0],
      ],
      '#9c6e34',
    ) +
    polygon(
      [
        [-8, -6],
        [0, -2],
        [0, 0.6],
        [-8, -3.4],
      ],
      band,
    ) +
    polygon(
      [
        [8, -6],
        [0, -2],
        [0, 0.6],
        [8, -3.4],
      ],
      shade(band, -0.22),
    ) +
    polyline(
      [
        [-8, -9],
        [0, -5],
        [8, -9],
      ],
      '#7d5526',
      0.8,
    );
  return at(place, body, size);
}

/** A crate standing on the ground. */
export const crate = (x: number, y: number, size = 1, z = 0): string => crateAt(iso(x, y, z), size);

/** A clay pot. */
export const pot = (x: number, y: number, colour = '#a5502f'): string =>
  at(
    iso(x, y),
    footShadow(3.6, 1.8) +
      path('M-2 -6 q-3.4 3 0 6 h4 q3.4 -3 0 -6z', colour) +
      rectangle(-2.2, -7, 4.4, 1.6, shade(colour, -0.2), { rx: 0.8 }),
  );

/** A red paper lantern; it glows where it is lit. */
export const lantern = (place: Point, lit: boolean): string =>
  at(
    place,
    rectangle(-0.4, -5, 0.8, 3, '#5a4028') +
      ellipse([0, 0], 2.4, 2.8, lit ? '#e8452f' : '#8f3a30') +
      ellipse([0, 0], 0.9, 2, lit ? '#ffe9a8' : '#7a3028') +
      rectangle(-1, 2.4, 2, 1.6, '#d9a53a'),
  );

/** White smoke of a warm hearth. */
export const hearthSmoke = ([x, y]: Point): string =>
  circle([x, y - 3], 2.4, '#ffffff', { opacity: 0.85 }) +
  circle([x + 3, y - 8], 3.2, '#ffffff', { opacity: 0.65 }) +
  circle([x + 2, y - 14], 2.4, '#ffffff', { opacity: 0.4 });

/** Dark smoke of a wreck. */
export const darkSmoke = ([x, y]: Point): string =>
  group(
    {},
    ...(
      [
        [0, 0, 5, 0.8],
        [5, -6, 6.5, 0.68],
        [-3, -9, 6, 0.6],
        [4, -15, 7, 0.44],
        [-4, -20, 5, 0.32],
      ] as const
    ).map(([dx, dy, r, opacity]) => circle([x + dx, y + dy], r, '#3b3f46', { opacity })),
  );

/** A ladder between two screen points. */
export function ladder(foot: Point, top: Point, width = 5, rungs = 6): string {
  const wood = '#ead7ab';
  const rung = (t: number): Point => [foot[0] + (top[0] - foot[0]) * t, foot[1] + (top[1] - foot[1]) * t];
  const side = (dx: number): string =>
    polyline(
      [
        [foot[0] + dx, foot[1] + dx * 0.3],
        [top[0] + dx, top[1] + dx * 0.3],
      ],
      wood,
      1.4,
    );
  const rungLines = Array.from({ length: rungs }, (_, i) => {
    const [x, y] = rung((i + 0.7) / (rungs + 0.4));
    return polyline(
      [
        [x, y],
        [x + width, y + width * 0.3],
      ],
      wood,
      1.1,
    );
  });
  return side(0) + side(width) + rungLines.join('');
}

/** A flag on a pole that stands at a screen point. */
export const flag = ([x, y]: Point, colour: string, height = 22, lowered = false): string => {
  const top = lowered ? y - height * 0.45 : y - height;
  const cloth = lowered ? `M${x} ${top} q3 5 2 11 l-2 1z` : `M${x} ${top} q7 -4 12 0 t10 0 v9 q-5 3 -10 0 t-12 0z`;
  return stroke(`M${x} ${y} V${y - height}`, '#5a5148', 1.6) + path(cloth, colour);
};
