/** What the town is embedded in: woods, fields, ponds, parks where no village stands yet, lamps. It looks scattered and is not: a function of the layout. */
import { groundAt, iso } from '../../../assets/art/iso.ts';
import { propFrame, type Prop } from '../../../assets/art/names.ts';
import type { Box } from '../camera.ts';
import type { Layout, Place } from './layout.ts';

export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Thing extends Place {
  readonly frame: string;
  readonly size: number;
}

export interface Field extends Rect {
  /** Which crop: a colour and its furrows. */
  readonly crop: number;
}

export interface Pond extends Place {
  readonly half: number;
}

export interface Scenery {
  /** From the back to the front. */
  readonly things: readonly Thing[];
  readonly fields: readonly Field[];
  readonly ponds: readonly Pond[];
  readonly parks: readonly Rect[];
}

export const CROPS = 3;
/** Trees stand this far apart; in a large town farther, so that they stay countable. */
const PITCH = 2.4;
const MOST_STEPS = 96;
/** A wood is so large. */
const WOOD = 11;
const FIELD = [12, 9] as const;
/** Whoever walks the outermost street is not covered by a tree before it. */
const BEFORE_STREET = 5.5;
const BEHIND_STREET = 3;

/** A number from 0 to 1 that belongs to a place. */
function chance(x: number, y: number, salt: number): number {
  let h =
    Math.imul(Math.round(x * 7), 374761393) ^ Math.imul(Math.round(y * 7), 668265263) ^ Math.imul(salt, 974634541);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** As `chance`, but neighbours are alike: from 0 (open) to 1 (deep in the wood). */
function density(x: number, y: number): number {
  const [cx, cy] = [Math.floor(x / WOOD), Math.floor(y / WOOD)];
  const [fx, fy] = [x / WOOD - cx, y / WOOD - cy];
  const corner = (dx: number, dy: number): number => chance(cx + dx, cy + dy, 3);
  const top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * fx;
  const bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * fx;
  return top + (bottom - top) * fy;
}

const contains = (r: Rect, x: number, y: number, margin = 0): boolean =>
  x > r.x0 - margin && x < r.x1 + margin && y > r.y0 - margin && y < r.y1 + margin;

const overlaps = (a: Rect, b: Rect): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Where only the town itself stands. */
export function keptFree({ streetsX, streetsY, landmarks, gates, riverX }: Layout): readonly Rect[] {
  const [west, east] = [streetsX[0] ?? 0, streetsX.at(-1) ?? 0];
  const [north, south] = [streetsY[0] ?? 0, streetsY.at(-1) ?? 0];
  return [
    { x0: west - BEHIND_STREET, y0: north - BEHIND_STREET, x1: east + BEFORE_STREET, y1: south + BEFORE_STREET },
    { x0: landmarks.hall.x - 6, y0: landmarks.hall.y - 5, x1: landmarks.vault.x + 6, y1: north },
    ...gates.map(({ x, y }) => ({ x0: x - 11, y0: y - 3.2, x1: west, y1: y + 4.4 })),
    { x0: east, y0: landmarks.warehouse.y - 9, x1: riverX + 8, y1: landmarks.workshop.y + 7 },
  ];
}

/** The blocks of the grid that are still empty. */
export function parksOf({ plots, hosts, streetsX, streetsY }: Layout): readonly Rect[] {
  const taken = new Set([...plots, ...hosts].map(({ column, row }) => `${column} ${row}`));
  return streetsX.slice(0, -1).flatMap((x0, column) =>
    streetsY.slice(0, -1).flatMap((y0, row): Rect[] => {
      const [x1, y1] = [streetsX[column + 1] ?? x0, streetsY[row + 1] ?? y0];
      return taken.has(`${column} ${row}`) ? [] : [{ x0: x0 + 2, y0: y0 + 2, x1: x1 - 2, y1: y1 - 2 }];
    }),
  );
}

export function sceneryOf(layout: Layout, box: Box): Scenery {
  const free = keptFree(layout);
  const corners = [
    groundAt(box.left, box.top),
    groundAt(box.right, box.top),
    groundAt(box.left, box.bottom),
    groundAt(box.right, box.bottom),
  ];
  const span = (axis: 0 | 1): readonly [number, number] => {
    const values = corners.map((corner) => corner[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [[x0, x1], [y0, y1]] = [span(0), span(1)];
  const inBox = (x: number, y: number, margin = 0): boolean => {
    const [px, py] = iso(x, y);
    return px > box.left - margin && px < box.right + margin && py > box.top - margin && py < box.bottom + margin;
  };
  const area: Area = { x0, y0, x1, y1, free, inBox };
  const fields = fieldsOf(area);
  const ponds = pondsOf(area, fields);
  const parks = parksOf(layout);
  const wild = woods(area, fields, ponds);
  const things = [
    ...wild,
    ...parks.flatMap(parkThings),
    ...verges(layout),
    ...lampsOf(layout).map((place) => thing('lamp', place.x, place.y, LAMP.size)),
  ];
  return {
    things: things.toSorted((a, b) => a.x + a.y - b.x - b.y),
    fields,
    ponds: [...ponds, ...parks.map(parkPond)],
    parks,
  };
}

interface Area extends Rect {
  readonly free: readonly Rect[];
  readonly inBox: (x: number, y: number, margin?: number) => boolean;
}

const thing = (prop: Prop, x: number, y: number, size = 1): Thing => ({ x, y, frame: propFrame(prop), size });

function cellsOf(area: Area, width: number, depth: number): readonly Rect[] {
  const cells: Rect[] = [];
  for (let x = Math.floor(area.x0 / width) * width; x < area.x1; x += width)
    for (let y = Math.floor(area.y0 / depth) * depth; y < area.y1; y += depth) {
      const cell = { x0: x + 0.8, y0: y + 0.8, x1: x + width - 0.8, y1: y + depth - 0.8 };
      if (area.inBox(x + width / 2, y + depth / 2, 120) && !area.free.some((kept) => overlaps(kept, cell)))
        cells.push(cell);
    }
  return cells;
}

function fieldsOf(area: Area): readonly Field[] {
  return cellsOf(area, ...FIELD)
    .filter(({ x0, y0 }) => chance(x0, y0, 11) < 0.2)
    .map((cell) => ({ ...cell, crop: Math.floor(chance(cell.x0, cell.y0, 12) * CROPS) }));
}

function pondsOf(area: Area, fields: readonly Field[]): readonly Pond[] {
  return cellsOf(area, ...FIELD)
    .filter((cell) => chance(cell.x0, cell.y0, 11) > 0.965 && !fields.some((field) => overlaps(field, cell)))
    .map(({ x0, y0, y1 }) => ({ x: x0 + 5, y: (y0 + y1) / 2, half: 3 + chance(x0, y0, 13) }));
}

function woods(area: Area, fields: readonly Field[], ponds: readonly Pond[]): readonly Thing[] {
  const pitch = Math.max(PITCH, Math.max(area.x1 - area.x0, area.y1 - area.y0) / MOST_STEPS);
  const found: Thing[] = [];
  for (let column = Math.floor(area.x0 / pitch); column * pitch < area.x1; column += 1) {
    for (let row = Math.floor(area.y0 / pitch); row * pitch < area.y1; row += 1) {
      const x = column * pitch + chance(column, row, 1) * pitch * 0.7;
      const y = row * pitch + chance(column, row, 2) * pitch * 0.7;
      if (!area.inBox(x, y, 40) || area.free.some((kept) => contains(kept, x, y))) continue;
      if (
        fields.some((field) => contains(field, x, y, 0.7)) ||
        ponds.some((pond) => Math.hypot(x - pond.x, y - pond.y) < pond.half * 1.6)
      )
        continue;
      const made = wildThing(x, y, chance(column, row, 4));
      if (made) found.push(made);
    }
  }
  return [
    ...found,
    ...fields
      .filter(({ x0, y0 }) => chance(x0, y0, 14) < 0.6)
      .flatMap(({ x1, y0 }) => [thing('haystack', x1 - 2, y0 + 2.2), thing('haystack', x1 - 3.8, y0 + 1.9, 0.8)]),
  ];
}

function wildThing(x: number, y: number, draw: number): Thing | null {
  const wood = density(x, y);
  if (draw < (wood - 0.36) * 2.6) {
    const isPine = density(y + 40, x - 25) > 0.52;
    return thing(isPine ? 'pine' : 'tree', x, y, 0.95 + chance(x, y, 5) * 0.45);
  }
  if (draw > 0.93) return thing('flowers', x, y);
  if (draw > 0.89) return thing('bush', x, y, 0.8 + chance(x, y, 6) * 0.4);
  return draw > 0.875 ? thing('rock', x, y) : null;
}

const parkPond = ({ x0, y0, x1, y1 }: Rect): Pond => ({ x: x0 + (x1 - x0) * 0.3, y: y0 + (y1 - y0) * 0.66, half: 2.9 });

/** A lawn between four streets: trees along its back edges, a pond, a fountain with benches. */
function parkThings(park: Rect): readonly Thing[] {
  const { x0, y0, x1, y1 } = park;
  const pond = parkPond(park);
  const [fx, fy] = [x0 + (x1 - x0) * 0.62, y0 + (y1 - y0) * 0.42];
  const found: Thing[] = [
    thing('fountain', fx, fy, 1.1),
    thing('bench', fx - 0.4, fy + 3.2),
    thing('bench', fx + 3, fy + 3.2),
  ];
  for (let x = x0 + 1; x < x1 - 1; x += 2.9)
    found.push(thing(chance(x, y0, 7) < 0.3 ? 'pine' : 'tree', x, y0 + 1.2, 1.1));
  for (let y = y0 + 4; y < y1 - 2; y += 2.9)
    found.push(thing(chance(x0, y, 7) < 0.3 ? 'pine' : 'tree', x0 + 1.1, y, 1.05));
  for (let x = x0 + 3; x < x1 - 1.6; x += 2.3) {
    for (let y = y0 + 3.6; y < y1 - 1.2; y += 2.3) {
      const isTaken =
        Math.hypot(x - pond.x, y - pond.y) < pond.half * 1.7 ||
        Math.hypot(x - fx, y - fy) < 3.4 ||
        Math.hypot(x - fx - 1.3, y - fy - 3.2) < 3;
      const draw = chance(x, y, 8);
      if (isTaken || draw > 0.5) continue;
      const prop: Prop = draw < 0.1 && y < y1 - 5 && x < x1 - 5 ? 'tree' : draw < 0.3 ? 'bush' : 'flowers';
      found.push(thing(prop, x + draw, y + draw, 0.9));
    }
  }
  return found;
}

/** Low green along the back edges of the plots. Nothing there is high enough to cover who walks behind it. */
function verges({ plots, hosts }: Layout): readonly Thing[] {
  return [...plots, ...hosts].flatMap(({ x, y, width, depth }) => {
    const found: Thing[] = [];
    const low = (px: number, py: number): void => {
      const draw = chance(px, py, 9);
      if (draw < 0.55) found.push(thing(draw < 0.3 ? 'bush' : 'flowers', px, py, 0.72));
    };
    for (let along = 0.6; along < width; along += 2.1) low(x + along, y - 0.7);
    for (let along = 1.4; along < depth; along += 2.1) low(x - 0.7, y + along);
    return found;
  });
}

/** Their size, and how high above the ground they shine, in world pixels. */
export const LAMP = { size: 0.9, high: 36 } as const;

/** At the crossings, and half way between. */
export function lampsOf({ streetsX, streetsY }: Layout): readonly Place[] {
  const between = (streets: readonly number[]): readonly number[] =>
    streets.slice(0, -1).map((street, index) => (street + (streets[index + 1] ?? street)) / 2);
  return [
    ...streetsX.flatMap((x) => streetsY.map((y) => ({ x: x - 1.8, y: y - 1.8 }))),
    ...between(streetsX).flatMap((x) => streetsY.map((y) => ({ x, y: y + 1.8 }))),
    ...between(streetsY).flatMap((y) => streetsX.map((x) => ({ x: x + 1.8, y }))),
  ];
}
