/** What lies on the ground, from the bottom up: meadow, fields, water, squares, streets, and what stands beside them. */
import { GROUND } from '../../../assets/art/palette.ts';
import type { Layout } from '../model/layout.ts';
import { queuePlace, QUEUE_SHOWN } from '../model/places.ts';
import type { Field, Pond, Rect, Scenery } from '../model/scenery.ts';
import type { Brush } from './brush.ts';

/** Half the width of a street. */
const STREET = 1.35;
const RIVER = 5;
/** So much longer than wide, to each side. */
const HARBOUR = 9;
const CROP_COLOURS = [
  ['#e3ddb0', '#d8cf9b'],
  ['#cfe2b0', '#bdd69b'],
  ['#e6dcb8', '#cdd6a4'],
] as const;
const SHORE = '#b7c99b';
const DEEP = '#9ccbe2';

export function paintGround(brush: Brush, layout: Layout, scenery: Scenery): void {
  for (const field of scenery.fields) paintField(brush, field);
  for (const park of scenery.parks) paintPark(brush, park);
  for (const pond of scenery.ponds) paintPond(brush, pond);
  paintHarbour(brush, layout);
  paintSquare(brush, layout);
  paintStreets(brush, streets(layout));
  for (const thing of scenery.things) brush.thing(thing);
}

function paintField(brush: Brush, { x0, y0, x1, y1, crop }: Field): void {
  const [light, dark] = CROP_COLOURS[crop] ?? CROP_COLOURS[0];
  brush.quad(x0, y0, x1, y1, light);
  for (let y = y0 + 0.6; y < y1; y += 0.95) brush.line(x0 + 0.3, y, x1 - 0.3, y, dark, 4.5);
  brush.edge({ x0: x0 - 0.2, y0: y0 - 0.2, x1: x1 + 0.2, y1: y1 + 0.2 }, '#b3a27a', 2, [2, 7]);
  brush.edge({ x0: x0 - 0.2, y0: y0 - 0.2, x1: x1 + 0.2, y1: y1 + 0.2 }, '#c9b78c', 1);
}

function paintPark(brush: Brush, park: Rect): void {
  const { x0, y0, x1, y1 } = park;
  brush.quad(x0, y0, x1, y1, '#c6e2ab');
  const [fx, fy] = [x0 + (x1 - x0) * 0.62, y0 + (y1 - y0) * 0.42];
  brush.line(fx, fy, fx, y1 + 1, '#eae0c8', 17);
  brush.line(fx, fy, x1 + 1, fy, '#eae0c8', 17);
  brush.pond(fx, fy, 2.9, 2.9, '#eae0c8');
  brush.edge(park, '#8db373', 3);
}

function paintPond(brush: Brush, { x, y, half }: Pond): void {
  brush.pond(x, y, half * 1.18, half * 1.05, SHORE);
  brush.pond(x, y, half * 1.06, half * 0.93, GROUND.water);
  brush.pond(x, y, half * 0.72, half * 0.58, DEEP);
}

function paintHarbour(brush: Brush, { riverX, landmarks }: Layout): void {
  const y = landmarks.warehouse.y + 6;
  for (const [half, fill] of [
    [RIVER + 0.6, SHORE],
    [RIVER, GROUND.water],
    [RIVER - 1.1, DEEP],
  ] as const)
    brush.pond(riverX, y, half, half + HARBOUR, fill);
  // The quay before the warehouse.
  brush.quad(riverX - RIVER - 1.6, y - 9, riverX - RIVER + 0.9, y + 1, '#b59c70');
  for (let at = y - 8.6; at < y + 1; at += 0.9)
    brush.line(riverX - RIVER - 1.5, at, riverX - RIVER + 0.8, at, '#9c8256', 1.2);
}

/** The paved square of the town hall, and in it the yard where blueprints wait, a place for each. */
function paintSquare(brush: Brush, layout: Layout): void {
  const { landmarks, streetsY } = layout;
  const square: Rect = {
    x0: landmarks.hall.x - 4,
    y0: landmarks.hall.y - 3.6,
    x1: landmarks.vault.x + 5,
    y1: (streetsY[0] ?? 0) - 1.3,
  };
  brush.quad(square.x0, square.y0, square.x1, square.y1, '#e9e1cd');
  for (let x = square.x0 + 1.7; x < square.x1; x += 1.7) brush.line(x, square.y0, x, square.y1, '#ded4bb', 1);
  for (let y = square.y0 + 1.7; y < square.y1; y += 1.7) brush.line(square.x0, y, square.x1, y, '#ded4bb', 1);
  brush.edge(square, '#bcae8e', 2.4);
  const [first, last] = [queuePlace(layout, 0), queuePlace(layout, QUEUE_SHOWN - 1)];
  const yard: Rect = { x0: first.x - 2.1, y0: last.y - 2.1, x1: last.x + 2.1, y1: first.y + 2.1 };
  brush.quad(yard.x0, yard.y0, yard.x1, yard.y1, '#d9ccab');
  brush.edge(yard, '#8a6a45', 3.2);
  for (let index = 0; index < QUEUE_SHOWN; index += 1) {
    const { x, y } = queuePlace(layout, index);
    brush.edge({ x0: x - 1.4, y0: y - 1.4, x1: x + 1.4, y1: y + 1.4 }, '#a8986f', 1.6, [5, 4]);
  }
}

type Strip = readonly [x0: number, y0: number, x1: number, y1: number];

function streets({ streetsX, streetsY, gates, landmarks }: Layout): readonly Strip[] {
  const [west, east] = [streetsX[0] ?? 0, streetsX.at(-1) ?? 0];
  const [north, south] = [streetsY[0] ?? 0, streetsY.at(-1) ?? 0];
  return [
    ...streetsY.map((y): Strip => [west, y, east, y]),
    ...streetsX.map((x): Strip => [x, north, x, south]),
    ...gates.map(({ x, y }): Strip => [x - 9, y, west, y]),
    [east, landmarks.warehouse.y + 1, landmarks.warehouse.x - 3, landmarks.warehouse.y + 1],
    [east, landmarks.workshop.y + 1, landmarks.workshop.x - 3, landmarks.workshop.y + 1],
    ...(['hall', 'dispatch', 'lodge', 'vault'] as const).map((id): Strip => {
      const { x, y } = landmarks[id];
      return [x, y + 3, x, north];
    }),
  ];
}

function paintStreets(brush: Brush, strips: readonly Strip[]): void {
  const widened = ([x0, y0, x1, y1]: Strip, by: number): Strip => [
    Math.min(x0, x1) - by,
    Math.min(y0, y1) - by,
    Math.max(x0, x1) + by,
    Math.max(y0, y1) + by,
  ];
  for (const strip of strips) brush.quad(...widened(strip, STREET + 0.2), GROUND.roadEdge);
  for (const strip of strips) brush.quad(...widened(strip, STREET), GROUND.road);
  brush.context.lineCap = 'round';
  for (const strip of strips) brush.dashes(...strip);
}
