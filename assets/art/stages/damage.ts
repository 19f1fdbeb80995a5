/** What happens to houses: cracks, flying things, a dashed outline, an unanswered knock. */
import { iso, SLOT_HALF, type Point, type Point3 } from '../iso.ts';
import { crateAt } from '../kit/props.ts';
import { around, corners } from '../kit/solids.ts';
import { at, circle, ellipse, group, path, polygon, rectangle, stroke } from '../kit/svg.ts';

/** Two cracks that run down from a place on the wall, and fallen stones. */
export function cracks(place: Point3): string {
  const crack = 'M0 -15 l-3 6 l5 4 l-5 7 l4 5 l-2 6';
  const second = 'M17 -9 l3 5 l-4 4 l3 6';
  const [x, y] = iso(...place);
  return at(
    [x, y + 4],
    stroke(crack, '#fff6e2', 3.6, { opacity: 0.35 }) + stroke(crack, '#2a1a14', 2.2) + stroke(second, '#2a1a14', 1.7),
  );
}

/** Stones on the ground before a wreck. */
export const rubble = (): string =>
  (
    [
      [-12, 26, 3],
      [-5, 30, 2.2],
      [6, 29, 3.2],
      [14, 25, 2],
    ] as const
  )
    .map(([x, y, r]) =>
      polygon(
        [
          [x - r, y],
          [x - r * 0.4, y - r],
          [x + r * 0.7, y - r * 0.8],
          [x + r, y + r * 0.3],
          [x, y + r * 0.7],
        ],
        '#8d8373',
      ),
    )
    .join('');

/** What flies out of a house that burst: crates, planks, sparks. */
export function debris([x, y]: Point): string {
  const plank = (dx: number, dy: number, turn: number): string =>
    group({ transform: `translate(${x + dx} ${y + dy}) rotate(${turn})` }, rectangle(-6, -1.6, 12, 3.2, '#8a6432'));
  const spark = (dx: number, dy: number): string =>
    path(`M${x + dx} ${y + dy - 4} l1.2 2.8 2.8 1.2 -2.8 1.2 -1.2 2.8 -1.2 -2.8 -2.8 -1.2 2.8 -1.2z`, '#ffd94a');
  return (
    crateAt([x - 40, y + 2], 0.6, '#d55e00') +
    crateAt([x + 38, y + 12], 0.55, '#d55e00') +
    plank(-30, -16, 35) +
    plank(34, -12, -40) +
    plank(-22, 18, -20) +
    [spark(-36, -24), spark(-14, -34), spark(42, -2), spark(-46, 14)].join('')
  );
}

/** The dashed outline of a slot that will soon be free. */
export const dashedOutline = (): string =>
  polygon(corners(around(SLOT_HALF, SLOT_HALF)), '#ffffff', {
    'fill-opacity': 0.2,
    stroke: '#4c535c',
    'stroke-width': 2,
    'stroke-dasharray': '6 4',
  });

/** Somebody knocks at a door, and nobody answers. */
export function knocker([x, y]: Point): string {
  const person = group(
    {},
    ellipse([0, 0], 6, 2.8, '#1b2a1b', { opacity: 0.22 }),
    path('M-3.6 -1 L-3 -9 h6 L3.6 -1z', '#2f3b52'),
    path('M-4.8 -7 q0 -9 4.8 -9 t4.8 9z', '#4a6fa5'),
    stroke('M3 -12 L9 -18', '#4a6fa5', 2.8),
    circle([9.6, -18.6], 2, '#e2b083'),
    circle([0, -18.6], 4.4, '#e2b083'),
    path('M-4.6 -19.6 a4.6 4.6 0 0 1 9.2 0 h2 v1.6 h-11.2z', '#2f3b52'),
  );
  const arcs = stroke('M13 -23 q3.4 3.6 0 7.6 M16.8 -26 q6 6.4 0 13', '#b5260f', 2);
  const cross = stroke('M-5 -38 l9 9 m0 -9 l-9 9', '#ffffff', 6) + stroke('M-5 -38 l9 9 m0 -9 l-9 9', '#b5260f', 3.4);
  const [px, py] = iso(x, y);
  return at([px - 11, py + 1], group({ transform: 'scale(1.15)' }, arcs, person, cross));
}
