/**
 * The ground of a village as SVG: a slab of grass on soil with a dashed slot for each house it can
 * take. Plots are large and flat, so they are no frames of the atlas: the client draws each
 * (size, variant) once onto its ground texture. Pure, no Node or browser API.
 */
import {
  HEAVY_COLUMNS,
  HOST_COLUMNS,
  HOST_ROWS,
  iso,
  PLOT_COLUMNS,
  PLOT_DEPTH,
  PLOT_MARGIN,
  PLOT_ROWS,
  plotSize,
  slotCentre,
  SLOT_HALF,
  SLOT_PITCH,
} from './iso.ts';
import type { HostVariant, PlotVariant } from './names.ts';
import { mix, recolour } from './kit/colour.ts';
import { picture, reach, toSvg, type Picture } from './kit/picture.ts';
import { around, corners, floor, wire, type Rect } from './kit/solids.ts';
import { at, circle, polygon, polyline, stroke } from './kit/svg.ts';
import { GROUND } from './palette.ts';

/** The side of the slab, from a height down to another. */
function edge(r: Rect, high: number, low: number, left: string, right: string): string {
  const leftSide = [iso(r.x0, r.y1, high), iso(r.x1, r.y1, high), iso(r.x1, r.y1, low), iso(r.x0, r.y1, low)];
  const rightSide = [iso(r.x1, r.y1, high), iso(r.x1, r.y0, high), iso(r.x1, r.y0, low), iso(r.x1, r.y1, low)];
  return polygon(leftSide, left) + polygon(rightSide, right);
}

function slots(columns: number, rows: number): string {
  const cells = Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = slotCentre(i % columns, Math.floor(i / columns));
    return polygon(corners(around(SLOT_HALF, SLOT_HALF, x, y)), GROUND.slot, {
      stroke: GROUND.slotEdge,
      'stroke-width': 1.4,
      'stroke-dasharray': '5 4',
    });
  });
  return cells.join('');
}

function slab(r: Rect, columns: number, rows: number): string {
  const inset = { x0: r.x0 + 0.25, y0: r.y0 + 0.25, x1: r.x1 - 0.25, y1: r.y1 - 0.25 };
  return (
    edge(r, 0, -PLOT_DEPTH, GROUND.soilLeft, GROUND.soilRight) +
    edge(r, 0, -0.28, GROUND.turfLeft, GROUND.turfRight) +
    floor(r, 0, GROUND.grass) +
    floor(inset, 0, GROUND.grassLight) +
    slots(columns, rows)
  );
}

/** Barrier tape in two colours along the two front edges, on posts. */
function barrier(r: Rect): string {
  const z = 0.55;
  const run = [iso(r.x0, r.y1, z), iso(r.x1, r.y1, z), iso(r.x1, r.y0, z)];
  const posts: readonly (readonly [number, number])[] = [
    ...[0, 0.2, 0.4, 0.6, 0.8].map((t) => [r.x0 + (r.x1 - r.x0) * t, r.y1] as const),
    ...[0, 0.25, 0.5, 0.75, 1].map((t) => [r.x1, r.y1 - (r.y1 - r.y0) * t] as const),
  ];
  const post = ([x, y]: readonly [number, number]): string =>
    wire(
      [
        [x, y, 0],
        [x, y, 0.75],
      ],
      '#4a4f57',
      3,
    ) + circle(iso(x, y, 0.8), 2.2, '#e69f00');
  return (
    posts.map(post).join('') +
    polyline(run, '#1f2933', 6.4) +
    polyline(run, '#f2b632', 4.8) +
    polyline(run, '#1f2933', 4.8, { 'stroke-dasharray': '7 9', 'stroke-linecap': 'butt' })
  );
}

/** Shapes of cracks in dry soil, each a few branches from one place. */
const CRACKS = [
  'm-13 -4 l7 1 l6 3 l5 6 l8 2 m-13 -8 l6 -5 l9 0 m-22 3 l-3 5',
  'm-10 6 l4 -4 l6 -2 l8 -5 l10 1 m-18 4 l3 6 l8 2 m-17 -6 l-8 -3',
  'm-4 -7 l2 4 l2 3 l-6 4 l-8 0 m14 -4 l9 1 l4 4 m-13 -5 l8 -4',
];

/** Cracks between the slots: something runs short. */
function drought(r: Rect, columns: number, rows: number): string {
  const patches = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) => {
    const [x, y] = slotCentre((i % (columns + 1)) - 0.5, Math.floor(i / (columns + 1)) - 0.5);
    const place = iso(Math.min(Math.max(x, r.x0 + 1.1), r.x1 - 1.1), Math.min(Math.max(y, r.y0 + 1.1), r.y1 - 1.1));
    return at(place, stroke(`M0 0 ${CRACKS[i % CRACKS.length] ?? ''}`, '#8a5a2e', 1.7));
  });
  return patches.join('');
}

const TINTS: Readonly<Record<PlotVariant, (hex: string) => string>> = {
  normal: (hex) => hex,
  notready: (hex) => mix(hex, '#2c3447', 0.58),
  cordoned: (hex) => mix(hex, '#d8d2c0', 0.35),
  pressure: (hex) => mix(hex, '#d79a4e', 0.45),
};

function villagePicture(variant: PlotVariant, columns: number, rows: number): Picture {
  const [width, depth] = plotSize(columns, rows);
  const r: Rect = { x0: 0, y0: 0, x1: width, y1: depth };
  const ground = recolour(slab(r, columns, rows), TINTS[variant]);
  const extra = variant === 'cordoned' ? barrier(r) : variant === 'pressure' ? drought(r, columns, rows) : '';
  return onSlab(width, depth, ground + extra);
}

/** The common ground of all containers: one paved deck, with one seam for each that fits easily. */
function deck(r: Rect): string {
  const inset: Rect = {
    x0: PLOT_MARGIN + HEAVY_COLUMNS * SLOT_PITCH + 0.6,
    y0: r.y0 + 0.6,
    x1: r.x1 - 0.6,
    y1: r.y1 - 0.6,
  };
  const seams = Array.from({ length: 5 }, (_, i) => {
    const x = inset.x0 + ((inset.x1 - inset.x0) * (i + 1)) / 6;
    const y = inset.y0 + ((inset.y1 - inset.y0) * (i + 1)) / 6;
    return (
      polyline([iso(x, inset.y0), iso(x, inset.y1)], '#c3b99f', 1) +
      polyline([iso(inset.x0, y), iso(inset.x1, y)], '#c3b99f', 1)
    );
  });
  return floor(inset, 0, '#e0d7c2', { stroke: '#a39878', 'stroke-width': 2.4 }) + seams.join('');
}

/** Cracks through the deck: its kernel has fallen. */
const BROKEN = 'm-60 -20 l30 12 l14 22 l40 6 l26 24 m-66 -30 l22 -26 l34 -4';

const HOST_TINTS: Readonly<Record<HostVariant, (hex: string) => string>> = {
  host: (hex) => hex,
  'host-panicked': (hex) => mix(hex, '#9b4a34', 0.22),
  'host-off': TINTS.notready,
};

/** A host's ground: places for virtual machines on one side, a deck for containers on the other. */
function hostPicture(variant: HostVariant): Picture {
  const [width, depth] = plotSize(HOST_COLUMNS, HOST_ROWS);
  const r: Rect = { x0: 0, y0: 0, x1: width, y1: depth };
  const ground = recolour(slab(r, HEAVY_COLUMNS, HOST_ROWS) + deck(r), HOST_TINTS[variant]);
  const middle = iso(width * 0.7, depth * 0.55);
  const broken = variant === 'host-panicked' ? at(middle, stroke(`M0 0 ${BROKEN}`, '#4a2418', 3)) : '';
  return onSlab(width, depth, ground + broken);
}

function onSlab(width: number, depth: number, body: string): Picture {
  const [left] = iso(0, depth);
  const [right] = iso(width, 0);
  const [, bottom] = iso(width, depth, -PLOT_DEPTH);
  return picture(reach(Math.ceil(-left) + 6, 20, Math.ceil(right) + 6, Math.ceil(bottom) + 4), body);
}

const isHost = (variant: PlotVariant | HostVariant): variant is HostVariant => variant in HOST_TINTS;

/** A plot with its back corner at the ground point. */
export function plotPicture(variant: PlotVariant | HostVariant, columns = PLOT_COLUMNS, rows = PLOT_ROWS): Picture {
  return isHost(variant) ? hostPicture(variant) : villagePicture(variant, columns, rows);
}

/** The plot as an SVG document, with the pixel of it that is the plot's back corner. */
export function plotSvg(
  variant: PlotVariant | HostVariant,
  columns = PLOT_COLUMNS,
  rows = PLOT_ROWS,
): { svg: string; width: number; height: number; originX: number; originY: number } {
  const { body, ...box } = plotPicture(variant, columns, rows);
  return { svg: toSvg({ ...box, body }), ...box };
}
