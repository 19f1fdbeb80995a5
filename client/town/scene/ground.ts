/** Streets, squares and the river: drawn once for each layout onto one canvas texture under everything. */
import type { Scene, Textures } from 'phaser';
import { iso } from '../../../assets/art/iso.ts';
import { GROUND } from '../../../assets/art/palette.ts';
import type { Box } from '../camera.ts';
import type { Layout } from '../model/layout.ts';
import { queuePlace, QUEUE_SHOWN } from '../model/places.ts';
import { DEPTH } from './depth.ts';
import type { Picture } from './sprites.ts';

const KEY = 'ground';
/** Older chips take no wider texture. */
const SIDE = 4096;
/** Half the width of a street. */
const STREET = 1.35;
const RIVER = 5;
/** So much longer than wide, to each side. */
const HARBOUR = 9;

/** The screen box of the whole town, in world pixels. */
export function townBox({ west, north, east, south }: Layout): Box {
  const [left] = iso(west, south);
  const [right] = iso(east, north);
  const [, top] = iso(west, north);
  const [, bottom] = iso(east, south);
  return { left, right, top, bottom };
}

/** What a viewer wants to see first: plots and landmarks, without the outskirts. */
export function homeBox(layout: Layout): Box {
  const { landmarks, streetsY, streetsX } = layout;
  const south = streetsY.at(-1) ?? 0;
  const [left] = iso(streetsX[0] ?? 0, south);
  const [right] = iso(landmarks.warehouse.x + 3, landmarks.warehouse.y - 3);
  const [, top] = iso(landmarks.hall.x, landmarks.hall.y);
  const [, bottom] = iso(streetsX.at(-1) ?? 0, south);
  return { left: left - 30, right, top: top - 110, bottom: bottom + 10 };
}

class Brush {
  readonly context: CanvasRenderingContext2D;

  constructor(context: CanvasRenderingContext2D) {
    this.context = context;
  }

  quad(x0: number, y0: number, x1: number, y1: number, fill: string): void {
    const { context } = this;
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(...iso(x0, y0));
    context.lineTo(...iso(x1, y0));
    context.lineTo(...iso(x1, y1));
    context.lineTo(...iso(x0, y1));
    context.closePath();
    context.fill();
  }

  /** The harbour: a basin along y with round shores. */
  pond(x: number, y: number, half: number, fill: string): void {
    const { context } = this;
    const outline = Array.from({ length: 40 }, (_, index) => {
      const angle = (index / 40) * Math.PI * 2;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      // Between a circle and a square: wide water with soft corners.
      const soften = (value: number): number => Math.sign(value) * Math.abs(value) ** 0.6;
      return iso(x + soften(cos) * half, y + soften(sin) * (half + HARBOUR));
    });
    context.fillStyle = fill;
    context.beginPath();
    for (const point of outline) context.lineTo(...point);
    context.closePath();
    context.fill();
  }

  dashes(x0: number, y0: number, x1: number, y1: number): void {
    const { context } = this;
    context.strokeStyle = GROUND.roadDash;
    context.lineWidth = 2.6;
    context.setLineDash([14, 13]);
    context.beginPath();
    context.moveTo(...iso(x0, y0));
    context.lineTo(...iso(x1, y1));
    context.stroke();
    context.setLineDash([]);
  }
}

type Strip = readonly [x0: number, y0: number, x1: number, y1: number];

function streets({ streetsX, streetsY, gates, landmarks }: Layout): readonly Strip[] {
  const [west, east] = [streetsX[0] ?? 0, streetsX.at(-1) ?? 0];
  const [north, south] = [streetsY[0] ?? 0, streetsY.at(-1) ?? 0];
  return [
    ...streetsY.map((y): Strip => [west, y, east, y]),
    ...streetsX.map((x): Strip => [x, north, x, south]),
    ...gates.map(({ x, y }): Strip => [x - 7, y, west, y]),
    [east, landmarks.warehouse.y + 1, landmarks.warehouse.x - 3, landmarks.warehouse.y + 1],
    [east, landmarks.workshop.y + 1, landmarks.workshop.x - 3, landmarks.workshop.y + 1],
    ...(['hall', 'dispatch', 'lodge', 'vault'] as const).map((id): Strip => {
      const { x, y } = landmarks[id];
      return [x, y + 3, x, north];
    }),
  ];
}

function paint(brush: Brush, layout: Layout): void {
  const { riverX } = layout;
  const { context } = brush;
  brush.pond(riverX, layout.landmarks.warehouse.y + 6, RIVER + 0.6, '#a9bd8c');
  brush.pond(riverX, layout.landmarks.warehouse.y + 6, RIVER, GROUND.water);
  brush.pond(riverX, layout.landmarks.warehouse.y + 6, RIVER - 1.1, '#9ccbe2');
  const first = queuePlace(layout, 0);
  const last = queuePlace(layout, QUEUE_SHOWN - 1);
  brush.quad(first.x - 2.4, last.y - 2.4, last.x + 2.4, first.y + 2.4, '#c9bf9f');
  brush.quad(first.x - 2.2, last.y - 2.2, last.x + 2.2, first.y + 2.2, '#e9dfc6');
  const strips = streets(layout);
  const widened = ([x0, y0, x1, y1]: Strip, by: number): Strip => [
    Math.min(x0, x1) - by,
    Math.min(y0, y1) - by,
    Math.max(x0, x1) + by,
    Math.max(y0, y1) + by,
  ];
  for (const strip of strips) brush.quad(...widened(strip, STREET + 0.2), GROUND.roadEdge);
  for (const strip of strips) brush.quad(...widened(strip, STREET), GROUND.road);
  context.lineCap = 'round';
  for (const strip of strips) brush.dashes(...strip);
}

export class Ground {
  readonly #texture: Textures.CanvasTexture;
  readonly #picture: Picture;

  constructor(scene: Scene) {
    const texture = scene.textures.createCanvas(KEY, 8, 8);
    if (!texture) throw new Error('no canvas for the ground');
    this.#texture = texture;
    this.#picture = scene.add.image(0, 0, KEY).setOrigin(0).setDepth(DEPTH.ground);
  }

  draw(layout: Layout, ratio: number): void {
    const box = townBox(layout);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const scale = Math.min(ratio, SIDE / width, SIDE / height);
    this.#texture.setSize(Math.ceil(width * scale), Math.ceil(height * scale));
    const { context } = this.#texture;
    context.save();
    context.scale(scale, scale);
    context.translate(-box.left, -box.top);
    paint(new Brush(context), layout);
    context.restore();
    this.#texture.refresh();
    this.#picture
      .setFrame('__BASE')
      .setOrigin(0)
      .setPosition(box.left, box.top)
      .setScale(1 / scale);
  }
}
