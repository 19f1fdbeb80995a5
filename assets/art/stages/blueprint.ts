/** A house before it exists: its plan on paper, its pegs in the ground, its wireframe filling up. */
import { iso, SLOT_HALF, type Point, type Point3 } from '../iso.ts';
import { crate } from '../kit/props.ts';
import { around, box, corners, floor, project, wire } from '../kit/solids.ts';
import { at, group, path, polygon, polyline, rectangle, stroke } from '../kit/svg.ts';
import type { House } from '../houses/house.ts';

const BLUE = '#1f5f99';
const LINE = '#1463a5';

/** The lines of a house's wireframe. */
export function wireframe(house: House): Point3[][] {
  const { footprint, eaves, ridge, floor: low } = house;
  const lift = ([x, y]: Point, z: number): Point3 => [x, y, z];
  const ring = (z: number): Point3[] => {
    const points = footprint.map((p) => lift(p, z));
    return [...points, points[0] as Point3];
  };
  const upright = footprint.map((p) => [lift(p, 0), lift(p, eaves)]);
  const rafters = footprint.map((p) => {
    const side = p[0] - p[1] < 0 || ridge[0] === ridge[1] ? nearest(p, ridge) : nearest(p, ridge);
    return [lift(p, eaves), side];
  });
  const base = low > 0.5 ? [ring(0), ring(low)] : [ring(0)];
  return [...base, ring(eaves), ...upright, ...rafters, [...ridge], ...house.wires.map((w) => [...w])];
}

const nearest = ([x, y]: Point, ridge: readonly [Point3, Point3]): Point3 => {
  const distance = (end: Point3): number => (end[0] - x) ** 2 + (end[1] - y) ** 2;
  return distance(ridge[0]) <= distance(ridge[1]) ? ridge[0] : ridge[1];
};

/** The blue plan lying on the slot. */
function planOnGround(half: number): string {
  const r = around(half, half);
  const grid = Array.from({ length: 7 }, (_, i) => {
    const t = (half * (i - 3)) / 3.5;
    return (
      wire(
        [
          [t, -half, 0],
          [t, half, 0],
        ],
        '#9fd0f5',
        0.5,
        { opacity: 0.55 },
      ) +
      wire(
        [
          [-half, t, 0],
          [half, t, 0],
        ],
        '#9fd0f5',
        0.5,
        { opacity: 0.55 },
      )
    );
  });
  const curl = polyline([corners(r)[3], corners(r)[2], corners(r)[1]], '#14456f', 1.4);
  return floor(r, 0, BLUE, { opacity: 0.88 }) + grid.join('') + curl;
}

/** The volume of the layers that have arrived: the walls filled up to a height. */
function filled(house: House, share: number): string {
  const height = house.eaves * share;
  const face = (a: Point, b: Point): string =>
    polygon([iso(...a, 0), iso(...b, 0), iso(...b, height), iso(...a, height)], '#4da3e0', { opacity: 0.62 });
  const top = polygon(
    house.footprint.map((p) => iso(...p, height)),
    '#a9d6f7',
    { opacity: 0.85 },
  );
  const bands = Array.from({ length: Math.round(share * 3) }, (_, i) => {
    const z = (house.eaves * (i + 1)) / 3;
    return front(house)
      .map(([a, b]) => polyline([iso(...a, z), iso(...b, z)], '#e8f5ff', 1.6))
      .join('');
  });
  return (
    front(house)
      .map(([a, b]) => face(a, b))
      .join('') +
    top +
    bands.join('')
  );
}

/** The sides of the footprint that the viewer sees. */
function front(house: House): (readonly [Point, Point])[] {
  const { footprint } = house;
  return footprint
    .map((a, i) => [a, footprint[(i + 1) % footprint.length] as Point] as const)
    .filter(([a, b]) => b[1] - a[1] - (b[0] - a[0]) > 1e-9);
}

const STACKS: readonly (readonly (readonly [x: number, y: number, z: number])[])[] = [
  [[0.2, 2.15, 0]],
  [
    [-0.6, 2.1, 0],
    [0.5, 2.25, 0],
    [-0.05, 2.18, 0.55],
  ],
  [
    [-1.2, 2.05, 0],
    [-0.1, 2.15, 0],
    [1, 2.25, 0],
    [-0.65, 2.1, 0.55],
    [0.45, 2.2, 0.55],
    [-0.1, 2.15, 1.1],
  ],
];

/** Layers arriving: step 1 to 3 of the wireframe filling up beside a growing stack of crates. */
export function pulling(house: House, step: 1 | 2 | 3): string {
  const lines = wireframe(house);
  const halo = lines.map((l) => polyline(project(l), '#ffffff', 2.8, { opacity: 0.6 })).join('');
  const drawn = lines.map((l) => polyline(project(l), LINE, 1.5, { 'stroke-dasharray': '3.5 2.5' })).join('');
  const stack = (STACKS[step - 1] ?? []).map(([x, y, z]) => crate(x, y, 0.8, z)).join('');
  return planOnGround(SLOT_HALF - 0.1) + filled(house, step / 3) + halo + drawn + stack;
}

/** A place is chosen: pegs, string, and the rolled plan on a stake. Nothing has been carried yet. */
export function scheduled(house: House): string {
  const half = SLOT_HALF - 0.35;
  const pegs: readonly (readonly [number, number])[] = [
    [-half, -half],
    [half, -half],
    [-half, half],
    [half, half],
  ];
  const peg = ([x, y]: readonly [number, number]): string =>
    wire(
      [
        [x, y, 0],
        [x, y, 0.55],
      ],
      '#7a5230',
      2.6,
    ) +
    wire(
      [
        [x, y, 0.45],
        [x, y, 0.55],
      ],
      '#f2b632',
      2.8,
    );
  const string: Point3[] = [
    [-half, -half, 0.4],
    [half, -half, 0.4],
    [half, half, 0.4],
    [-half, half, 0.4],
    [-half, -half, 0.4],
  ];
  const outline = house.footprint.map((p) => iso(...p));
  return (
    floor(around(half, half), 0, '#d3c79b', { opacity: 0.75 }) +
    polygon(outline, 'none', { stroke: '#ffffff', 'stroke-width': 1.8, 'stroke-dasharray': '3 2.5' }) +
    pegs.slice(0, 2).map(peg).join('') +
    wire(string, '#fffdf7', 1.3) +
    pegs.slice(2).map(peg).join('') +
    at(iso(0, 0), paperPlan(house, 0.62))
  );
}

/** The plan of a house on a sheet of paper, held up on a stake. */
function paperPlan(house: House, scale: number): string {
  const lines = wireframe(house).map((l) => polyline(project(l), '#e6f3ff', 1.7));
  const sheet =
    rectangle(-30, -50, 60, 50, BLUE, { rx: 2 }) +
    rectangle(-28, -48, 56, 46, 'none', { stroke: '#9fd0f5', 'stroke-width': 0.8, opacity: 0.7 }) +
    rectangle(-33, -54, 66, 7, '#f7efdc', { rx: 3.5, stroke: '#b9a67f', 'stroke-width': 1 });
  const drawing = at([0, -17], group({ opacity: 0.95 }, ...lines), 0.44);
  return rectangle(-1.5, -22, 3, 24, '#7a5230') + at([0, -14], group({ transform: `scale(${scale})` }, sheet, drawing));
}

/** Waiting for a place: only the plan, held by a clip, over a dashed outline. */
export function pending(house: House): string {
  const half = SLOT_HALF - 0.35;
  const shadowOval = path('M-24 2 a24 9 0 1 0 48 0 a24 9 0 1 0 -48 0Z', '#1b2a1b', { opacity: 0.14 });
  const dashed = polygon(corners(around(half, half)), '#5f6670', {
    'fill-opacity': 0.16,
    stroke: '#4c535c',
    'stroke-width': 1.8,
    'stroke-dasharray': '5 4',
  });
  const easel = stroke('M-15 4 L-6 -38 M15 4 L6 -38 M0 -6 L0 -38', '#7a5230', 2.4);
  return dashed + shadowOval + easel + at([0, -2], paperPlan(house, 0.86));
}

/** What is left after an eviction: the bare foundation, stumps, and a notice that points away. */
export function evicted(): string {
  const stumps: readonly (readonly [number, number])[] = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 0],
    [1, 1],
  ];
  const stump = ([x, y]: readonly [number, number]): string => box(around(0.1, 0.1, x, y), 0.1, 0.4, '#8a7c69');
  const notice = group(
    {},
    rectangle(-1.5, -22, 3, 22, '#6b4a2c'),
    rectangle(-16, -38, 32, 19, '#fff8e6', { rx: 2, stroke: '#6b4a2c', 'stroke-width': 1.6 }),
    stroke('M-9 -28.5 h15 m-5.4 -5.4 l5.4 5.4 l-5.4 5.4', '#8f4a86', 2.8),
  );
  return (
    box(around(1.6, 1.6), 0, 0.1, '#a79a86') +
    floor(around(1.3, 1.3), 0.1, '#8e8271') +
    wire(
      [
        [-0.9, -0.4, 0.1],
        [-0.2, 0.1, 0.1],
        [-0.1, 0.8, 0.1],
      ],
      '#6f6455',
      1.2,
    ) +
    wire(
      [
        [0.3, -0.9, 0.1],
        [0.7, -0.3, 0.1],
      ],
      '#6f6455',
      1.2,
    ) +
    stumps.map(stump).join('') +
    at(iso(-0.15, 0.55, 0.1), notice)
  );
}
