/** Ways through the streets. Everybody keeps to them, and turns off only for the last steps. */
import type { Layout, Place, Plot } from './model/layout.ts';

export interface Way {
  readonly points: readonly Place[];
  /** Ground units from the start to each point. */
  readonly lengths: readonly number[];
  readonly length: number;
}

export function wayAlong(points: readonly Place[]): Way {
  const lengths: number[] = [];
  let length = 0;
  points.forEach((point, index) => {
    const last = points[index - 1];
    if (last) length += Math.abs(point.x - last.x) + Math.abs(point.y - last.y);
    lengths.push(length);
  });
  return { points, lengths, length };
}

/** The place after a share (0 to 1) of the way, and whether the walk goes along x (down-right) or y (down-left). */
export function placeOn(way: Way, share: number): Place & { readonly alongX: boolean; readonly forward: boolean } {
  const distance = Math.min(1, Math.max(0, share)) * way.length;
  let index = way.lengths.findIndex((length) => length >= distance);
  if (index < 1) index = 1;
  const [from, to] = [way.points[index - 1], way.points[index]];
  if (!from || !to) return { x: from?.x ?? 0, y: from?.y ?? 0, alongX: true, forward: true };
  const [begin = 0, end = 0] = [way.lengths[index - 1], way.lengths[index]];
  const t = end === begin ? 1 : (distance - begin) / (end - begin);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const alongX = Math.abs(dx) >= Math.abs(dy);
  return { x: from.x + dx * t, y: from.y + dy * t, alongX, forward: (alongX ? dx : dy) >= 0 };
}

/** People keep beside the middle of the street, so that the two directions do not run into each other. */
const streetY = (layout: Layout, row: number): number => layout.streetsY[row] ?? 0;
const streetX = (layout: Layout, column: number): number => layout.streetsX[column] ?? 0;

/** From the main street in front of the town hall to a plot's verge. */
export function wayFromHall(layout: Layout, from: Place, plot: Plot): Way {
  const main = streetY(layout, 0);
  const x = streetX(layout, plot.column);
  const front = streetY(layout, plot.row + 1);
  const end = { x: plot.x + 2, y: front - 1.8 };
  return wayAlong([
    { x: from.x, y: from.y + 3 },
    { x: from.x, y: main },
    { x, y: main },
    { x, y: front },
    { x: end.x, y: front },
    end,
  ]);
}

/** From the warehouse beside the east street to a plot's verge. */
export function wayFromWarehouse(layout: Layout, plot: Plot): Way {
  const { warehouse } = layout.landmarks;
  const east = layout.streetsX.at(-1) ?? 0;
  const front = streetY(layout, plot.row + 1);
  return wayAlong([
    { x: warehouse.x - 4, y: warehouse.y + 1 },
    { x: east, y: warehouse.y + 1 },
    { x: east, y: front },
    { x: plot.x + plot.width / 2, y: front },
    { x: plot.x + plot.width / 2, y: front - 1.8 },
  ]);
}

/** Outside the west wall, through a gate, and along the streets to a house. */
export function wayToHouse(layout: Layout, gate: Place, plot: Plot, house: Place): Way {
  const west = streetX(layout, 0);
  const front = streetY(layout, plot.row + 1);
  return wayAlong([
    { x: gate.x - 7, y: gate.y },
    { x: west, y: gate.y },
    { x: west, y: front },
    { x: house.x, y: front },
    { x: house.x, y: plot.y + plot.depth + 1.6 },
  ]);
}

/** To the gate, where whoever is not served turns round. */
export function wayToGate(gate: Place): Way {
  return wayAlong([
    { x: gate.x - 9, y: gate.y },
    { x: gate.x - 1.6, y: gate.y },
  ]);
}
