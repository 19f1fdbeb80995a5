/** Where things stand inside the layout: houses on their slots, blueprints in the queue, people on the verge. */
import { must } from '../../../shared/base/assert.ts';
import type { Room } from '../../../assets/art/names.ts';
import { HEAVY_COLUMNS, PLOT_MARGIN, slotCentre, SLOT_PITCH } from '../../../assets/art/iso.ts';
import type { Office } from './plane.ts';
import { SIZES, type Layout, type Place, type Plot } from './layout.ts';

type Field = readonly [column: number, row: number];

const within = ([columns, rows]: Field, [column, row]: Field): boolean => column < columns && row < rows;

/**
 * As on a chessboard the fields of one colour are taken first: few houses stand apart, and leave each other's plates
 * room. A plot that grows keeps its fields in front, so that nobody moves.
 */
function orderOf(columns: number, rows: number): readonly Field[] {
  const sizes: readonly Field[] = [...SIZES.filter((size) => within([columns + 1, rows + 1], size)), [columns, rows]];
  const all = Array.from({ length: columns * rows }, (_, i): Field => [i % columns, Math.floor(i / columns)]);
  return sizes.flatMap((size, index) => {
    const before = sizes[index - 1] ?? ([0, 0] as const);
    const added = all.filter((field) => within(size, field) && !within(before, field));
    const colour = (odd: number) => added.filter(([column, row]) => (column + row) % 2 === odd);
    return [...colour(0), ...colour(1)];
  });
}

const orders = new Map<string, readonly Field[]>();

function slotOrder(columns: number, rows: number): readonly Field[] {
  const id = `${columns}x${rows}`;
  let order = orders.get(id);
  if (!order) orders.set(id, (order = orderOf(columns, rows)));
  return order;
}

export function slotPlace(plot: Plot, slot: number): Place {
  const [x, y] = slotCentre(...(slotOrder(plot.columns, plot.rows)[slot] ?? [0, 0]));
  return { x: plot.x + x, y: plot.y + y };
}

/** Columns and rows of the yard beside the dispatch room. What does not fit is counted on a plate. */
const QUEUE_COLUMNS = 3;
const QUEUE_ROWS = 3;
const QUEUE_PITCH = 3.7;
export const QUEUE_SHOWN = QUEUE_COLUMNS * QUEUE_ROWS;

export function queuePlace({ landmarks: { dispatch } }: Layout, index: number): Place {
  return {
    x: dispatch.x + 7.6 + (index % QUEUE_COLUMNS) * QUEUE_PITCH,
    y: dispatch.y + 3.2 - Math.floor(index / QUEUE_COLUMNS) * QUEUE_PITCH,
  };
}

export const centreOf = ({ x, y, width, depth }: Plot): Place => ({ x: x + width / 2, y: y + depth / 2 });

/** Along the front verge, so many units from its left corner. */
export const vergePlace = (plot: Plot, along: number): Place => ({ x: plot.x + along, y: plot.y + plot.depth + 2.8 });

export const signPlace = (plot: Plot): Place => ({ x: plot.x + 0.2, y: plot.y + plot.depth + 0.4 });

/** Grids for a host's tenants: so many in each direction, and how large they then are. What does not fit is counted. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly size: number;
}
const HEAVY_GRIDS: readonly Grid[] = [
  { columns: 2, rows: 3, size: 1 },
  { columns: 3, rows: 5, size: 0.62 },
];
const LIGHT_GRIDS: readonly Grid[] = [
  { columns: 4, rows: 3, size: 0.76 },
  { columns: 6, rows: 4, size: 0.54 },
  { columns: 9, rows: 6, size: 0.38 },
];
/** The common ground begins a little beyond the machines, and leaves its back corner to the kernel. */
const LIGHT_MARGIN = 0.9;
const KERNEL_DEPTH = 3.4;

export interface TenantPlaces {
  readonly size: number;
  readonly places: readonly Place[];
}

function gridPlaces(
  grids: readonly Grid[],
  count: number,
  x: number,
  y: number,
  width: number,
  depth: number,
): TenantPlaces {
  const { columns, rows, size } = must(grids.find((grid) => grid.columns * grid.rows >= count) ?? grids.at(-1), 'grid');
  const places = Array.from({ length: Math.min(count, columns * rows) }, (_, index) => ({
    x: x + (width * ((index % columns) + 0.5)) / columns,
    y: y + (depth * (Math.floor(index / columns) + 0.5)) / rows,
  }));
  return { size, places };
}

const heavyEdge = PLOT_MARGIN + HEAVY_COLUMNS * SLOT_PITCH;

export const heavyPlaces = ({ x, y, depth }: Plot, count: number): TenantPlaces =>
  gridPlaces(HEAVY_GRIDS, count, x + PLOT_MARGIN, y + PLOT_MARGIN, HEAVY_COLUMNS * SLOT_PITCH, depth - 2 * PLOT_MARGIN);

export const lightPlaces = ({ x, y, width, depth }: Plot, count: number): TenantPlaces =>
  gridPlaces(
    LIGHT_GRIDS,
    count,
    x + heavyEdge + LIGHT_MARGIN,
    y + PLOT_MARGIN + KERNEL_DEPTH,
    width - heavyEdge - LIGHT_MARGIN - PLOT_MARGIN,
    depth - 2 * PLOT_MARGIN - KERNEL_DEPTH,
  );

export const kernelPlace = ({ x, y }: Plot): Place => ({
  x: x + heavyEdge + LIGHT_MARGIN + 2,
  y: y + PLOT_MARGIN + 1.6,
});

/** Where the town hall's people stand, beside the way to their door; the first place is the chair's. */
const STAFF_PITCH = 1.9;
const STAFF_STARTS: Readonly<Record<Room, Place>> = {
  hall: { x: 2.6, y: 3.9 },
  dispatch: { x: 1.4, y: 3.3 },
  lodge: { x: 2.6, y: 2.9 },
};

export function staffPlace({ landmarks }: Layout, room: Room, index: number): Place {
  const [door, start] = [landmarks[room], STAFF_STARTS[room]];
  return { x: door.x + start.x + index * STAFF_PITCH, y: door.y + start.y };
}

/** The chair is the leader's: API servers have none. */
export function chairPlace(layout: Layout, room: Room): Place | null {
  if (room === 'hall') return null;
  const { x, y } = staffPlace(layout, room, 0);
  return { x: x - 0.5, y: y - 0.5 };
}

/** Each of a room's people in turn. Where nobody leads the chair stays empty, and the others keep off it. */
export function staffPlaces(layout: Layout, room: Room, { officials, isOpen }: Office): readonly Place[] {
  const first = room === 'hall' || isOpen ? 0 : 1;
  return officials.map((_, index) => staffPlace(layout, room, first + index));
}

/** Before the steps of the business hall. */
export const crowdPlace = ({ landmarks: { hall } }: Layout): Place => ({ x: hall.x - 0.4, y: hall.y + 5 });
