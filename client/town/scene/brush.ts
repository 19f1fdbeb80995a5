/** Paints on the ground: what lies flat is given in ground units, and what stands there comes out of the atlas. */
import type { Scene } from 'phaser';
import { iso } from '../../../assets/art/iso.ts';
import { GROUND } from '../../../assets/art/palette.ts';
import type { Box } from '../camera.ts';
import type { Rect, Thing } from '../model/scenery.ts';
import { ATLAS } from './sprites.ts';

const ROUNDNESS = 0.6;

export class Brush {
  readonly context: CanvasRenderingContext2D;
  readonly #scene: Scene;
  /** Of the atlas, to world pixels. */
  readonly #scale: number;

  /** What stands outside of it needs no drawing. */
  readonly #box: Box;

  constructor(context: CanvasRenderingContext2D, scene: Scene, scale: number, box: Box) {
    this.#box = box;
    this.context = context;
    this.#scene = scene;
    this.#scale = scale;
  }

  outline({ x0, y0, x1, y1 }: Rect): void {
    const { context } = this;
    context.beginPath();
    context.moveTo(...iso(x0, y0));
    context.lineTo(...iso(x1, y0));
    context.lineTo(...iso(x1, y1));
    context.lineTo(...iso(x0, y1));
    context.closePath();
  }

  quad(x0: number, y0: number, x1: number, y1: number, fill: string): void {
    this.context.fillStyle = fill;
    this.outline({ x0, y0, x1, y1 });
    this.context.fill();
  }

  edge(rect: Rect, colour: string, width: number, dash: readonly number[] = []): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    this.outline(rect);
    context.stroke();
    context.setLineDash([]);
  }

  /** Water with soft corners: between a circle and a square. */
  pond(x: number, y: number, halfX: number, halfY: number, fill: string): void {
    const { context } = this;
    const soften = (value: number): number => Math.sign(value) * Math.abs(value) ** ROUNDNESS;
    context.fillStyle = fill;
    context.beginPath();
    for (let index = 0; index < 40; index += 1) {
      const angle = (index / 40) * Math.PI * 2;
      context.lineTo(...iso(x + soften(Math.cos(angle)) * halfX, y + soften(Math.sin(angle)) * halfY));
    }
    context.closePath();
    context.fill();
  }

  line(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    colour: string,
    width: number,
    dash: readonly number[] = [],
  ): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(...iso(x0, y0));
    context.lineTo(...iso(x1, y1));
    context.stroke();
    context.setLineDash([]);
  }

  dashes(x0: number, y0: number, x1: number, y1: number): void {
    this.line(x0, y0, x1, y1, GROUND.roadDash, 2.6, [14, 13]);
  }

  thing({ x, y, frame: name, size }: Thing): void {
    const [px, py] = iso(x, y);
    const { left: west, right: east, top: north, bottom: south } = this.#box;
    if (px < west - 60 || px > east + 60 || py < north - 20 || py > south + 80) return;
    const frame = this.#scene.textures.getFrame(ATLAS, name);
    const { cutX, cutY, cutWidth, cutHeight, source, realWidth, realHeight } = frame;
    const scale = this.#scale * size;
    const left = px + (frame.x - frame.pivotX * realWidth) * scale;
    const top = py + (frame.y - frame.pivotY * realHeight) * scale;
    const image = source.image as CanvasImageSource;
    this.context.drawImage(image, cutX, cutY, cutWidth, cutHeight, left, top, cutWidth * scale, cutHeight * scale);
  }
}
