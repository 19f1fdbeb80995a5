/** Where everything of the town stands: plots in a grid of streets, the town hall's rooms above it, supplies beside it. */
import { HOST_COLUMNS, HOST_ROWS, plotSize } from '../../../assets/art/iso.ts';
import { LANDMARKS, type Landmark } from '../../../assets/art/names.ts';
import { mapOf } from './map-of.ts';

/** A place on the ground, in the art's units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Plot extends Place {
  /** The node that is its village; the host whose ground it is. */
  readonly node: string;
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly depth: number;
  /** Which streets run along it: `streetsX[column]` at its back, `streetsX[column + 1]` at its front. */
  readonly column: number;
  readonly row: number;
}

export interface Layout {
  /** Changes exactly when something stands elsewhere. */
  readonly id: string;
  readonly plots: readonly Plot[];
  /** The grounds of hosts, in the same grid, behind the villages. */
  readonly hosts: readonly Plot[];
  /** Streets along y, by their x; streets along x, by their y. The first of `streetsY` is the main street. */
  readonly streetsX: readonly number[];
  readonly streetsY: readonly number[];
  readonly landmarks: Readonly<Record<Landmark, Place>>;
  readonly gates: readonly Place[];
  /** Middle line of the river behind the warehouse. */
  readonly riverX: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Slots of a plot, smallest first: a plot grows when its village does. */
export const SIZES = [
  [3, 3],
  [4, 3],
  [5, 4],
  [6, 5],
  [8, 6],
  [10, 8],
  [12, 10],
] as const;

/** Between two plots: the street, and the front verge on which the village's people stand. */
const GAP = 7.6;
/** From a plot's back edges to the middle of the street behind it. */
const STREET_BEHIND = 3;
const STREET_BEFORE = GAP - STREET_BEHIND;
/** The four rooms of the town hall and the queue's yard need this much of the main street. */
const MAIN_STREET = 48;
const MIN_COLUMNS = 2;
const GATE_PITCH = 11;
/** Streets run a little beyond the last plot. */
const OVERRUN = 5;

export function plotSlots(needed: number): readonly [columns: number, rows: number] {
  return SIZES.find(([columns, rows]) => columns * rows >= needed) ?? [12, Math.ceil(needed / 12)];
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Where each column (or row) of the grid begins. */
function starts(sizes: readonly number[]): readonly number[] {
  return sizes.map((_, index) => sum(sizes.slice(0, index)) + index * GAP);
}

interface Wanted {
  readonly node: string;
  readonly size: readonly [columns: number, rows: number];
}

/** `hosts`: their names. */
export function layOut(
  villages: readonly { readonly node: string; readonly slots: number }[],
  gateCount: number,
  hosts: readonly string[] = [],
): Layout {
  const wanted: readonly Wanted[] = [
    ...villages.map(({ node, slots }) => ({ node, size: plotSlots(slots) })),
    ...hosts.map((node) => ({ node, size: [HOST_COLUMNS, HOST_ROWS] as const })),
  ];
  const columns = Math.max(MIN_COLUMNS, Math.ceil(Math.sqrt(wanted.length)));
  const rows = Math.max(1, Math.ceil(wanted.length / columns));
  const extent = (axis: 0 | 1, index: number): number => {
    const usual = plotSize(...SIZES[0])[axis];
    const along = wanted.filter((_, i) => (axis === 0 ? i % columns : Math.floor(i / columns)) === index);
    return Math.max(usual, ...along.map(({ size }) => plotSize(...size)[axis]));
  };
  const widths = Array.from({ length: columns }, (_, index) => extent(0, index));
  const depths = Array.from({ length: rows }, (_, index) => extent(1, index));
  const [xs, ys] = [starts(widths), starts(depths)];
  const all = wanted.map(({ node, size }, index): Plot => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [width, depth] = plotSize(...size);
    const place = { x: xs[column] ?? 0, y: ys[row] ?? 0 };
    return { node, columns: size[0], rows: size[1], width, depth, column, row, ...place };
  });
  const east = Math.max(sum(widths) + (columns - 1) * GAP, MAIN_STREET) + STREET_BEFORE;
  const south = sum(depths) + (rows - 1) * GAP + STREET_BEFORE;
  const streetsX = [...xs.map((x) => x - STREET_BEHIND), east];
  const streetsY = [...ys.map((y) => y - STREET_BEHIND), south];
  const id = [...all.map((plot) => `${plot.node}:${plot.columns}x${plot.rows}`), `gates:${gateCount}`].join(' ');
  const [plots, grounds] = [all.slice(0, villages.length), all.slice(villages.length)];
  return { id, plots, hosts: grounds, streetsX, streetsY, ...surroundings(east, south, gateCount) };
}

function surroundings(east: number, south: number, gateCount: number) {
  const back = -STREET_BEHIND - 6;
  const side = east + 7;
  const gatesFit = Math.max(1, Math.floor(south / GATE_PITCH));
  const places: Record<Landmark, Place> = {
    hall: { x: 3, y: back },
    dispatch: { x: 12.6, y: back + 0.5 },
    lodge: { x: 33, y: back },
    vault: { x: 44.6, y: back - 0.4 },
    warehouse: { x: side, y: 5 },
    workshop: { x: side - 0.5, y: 19 },
  };
  return {
    landmarks: mapOf(LANDMARKS, (id) => places[id]),
    gates: Array.from({ length: gateCount }, (_, index) => ({
      x: -STREET_BEHIND - 5 - 7 * Math.floor(index / gatesFit),
      y: 3 + (index % gatesFit) * GATE_PITCH,
    })),
    riverX: side + 11,
    west: -STREET_BEHIND - OVERRUN - 12,
    north: back - 9,
    east: side + 16,
    south: Math.max(south + OVERRUN, 26),
  };
}
