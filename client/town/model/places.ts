/** Where things stand inside the layout: houses on their slots, blueprints in the queue, people on the verge. */
import { slotCentre } from '../../../assets/art/iso.ts';
import type { Layout, Place, Plot } from './layout.ts';

const orders = new Map<string, readonly (readonly [column: number, row: number])[]>();

/** As on a chessboard the fields of one colour are taken first: few houses stand apart, and leave each other's plates room. */
function slotOrder(columns: number, rows: number): readonly (readonly [column: number, row: number])[] {
  const id = `${columns}x${rows}`;
  let order = orders.get(id);
  if (!order) {
    const all = Array.from({ length: columns * rows }, (_, i) => [i % columns, Math.floor(i / columns)] as const);
    const colour = (odd: number) => all.filter(([column, row]) => (column + row) % 2 === odd);
    orders.set(id, (order = [...colour(0), ...colour(1)]));
  }
  return order;
}

export function slotPlace(plot: Plot, slot: number): Place {
  const [x, y] = slotCentre(...(slotOrder(plot.columns, plot.rows)[slot] ?? [0, 0]));
  return { x: plot.x + x, y: plot.y + y };
}

/** Columns and rows of the yard beside the dispatch room. What does not fit is counted on a plate. */
const QUEUE_COLUMNS = 4;
const QUEUE_ROWS = 3;
const QUEUE_PITCH = 3.7;
export const QUEUE_SHOWN = QUEUE_COLUMNS * QUEUE_ROWS;

export function queuePlace({ landmarks: { dispatch } }: Layout, index: number): Place {
  return {
    x: dispatch.x + 6.6 + (index % QUEUE_COLUMNS) * QUEUE_PITCH,
    y: dispatch.y + 3.2 - Math.floor(index / QUEUE_COLUMNS) * QUEUE_PITCH,
  };
}

export const centreOf = ({ x, y, width, depth }: Plot): Place => ({ x: x + width / 2, y: y + depth / 2 });

/** Along the front verge, so many units from its left corner. */
export const vergePlace = (plot: Plot, along: number): Place => ({ x: plot.x + along, y: plot.y + plot.depth + 2.8 });

export const signPlace = (plot: Plot): Place => ({ x: plot.x + 0.2, y: plot.y + plot.depth + 0.4 });
