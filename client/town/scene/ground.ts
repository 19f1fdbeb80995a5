/** Everything that never moves and has no state: drawn once for each layout onto one canvas texture under everything. */
import type { Scene, Textures } from 'phaser';
import { GROUND } from '../../../assets/art/palette.ts';
import type { Layout } from '../model/layout.ts';
import type { Box } from '../camera.ts';
import { landBox, nearBox } from '../model/outline.ts';
import { sceneryOf, type Scenery } from '../model/scenery.ts';
import { Brush } from './brush.ts';
import { DEPTH } from './depth.ts';
import { paintGround } from './ground-paint.ts';
import type { Picture, Sprites } from './sprites.ts';

const KEY = 'ground';
/** Older chips take no wider texture. */
const SIDE = 4096;
/** The land around the town is scenery: so fine, and no finer. */
const FAR_SCALE = 0.5;
const [FAR, NEAR] = ['far', 'near'] as const;

/** Where on the texture a part of the land is painted, and how fine. */
interface Part {
  readonly box: Box;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

function partOf(box: Box, wanted: number): Part {
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(wanted, SIDE / wide, SIDE / 2 / high);
  return { box, scale, width: Math.ceil(wide * scale), height: Math.ceil(high * scale) };
}

export class Ground {
  readonly #texture: Textures.CanvasTexture;
  readonly #far: Picture;
  readonly #near: Picture;
  readonly #scene: Scene;
  readonly #atlasScale: number;

  constructor({ scene, scale }: Sprites) {
    this.#scene = scene;
    this.#atlasScale = scale;
    const texture = scene.textures.createCanvas(KEY, 8, 8);
    if (!texture) throw new Error('no canvas for the ground');
    this.#texture = texture;
    this.#far = scene.add.image(0, 0, KEY).setDepth(DEPTH.ground);
    this.#near = scene.add.image(0, 0, KEY).setDepth(DEPTH.ground);
  }

  draw(layout: Layout, ratio: number): void {
    const [far, near] = [partOf(landBox(layout), FAR_SCALE), partOf(nearBox(layout), ratio)];
    this.#texture.setSize(Math.max(far.width, near.width), far.height + near.height);
    const scenery = sceneryOf(layout, far.box);
    this.#paint(far, 0, layout, scenery);
    this.#paint(near, far.height, layout, scenery);
    this.#frame(this.#far, FAR, far, 0);
    this.#frame(this.#near, NEAR, near, far.height);
    this.#texture.refresh();
  }

  #paint({ box, scale, width, height }: Part, top: number, layout: Layout, scenery: Scenery): void {
    const { context } = this.#texture;
    context.save();
    context.beginPath();
    context.rect(0, top, width, height);
    context.clip();
    context.fillStyle = GROUND.page;
    context.fillRect(0, top, width, height);
    context.translate(0, top);
    context.scale(scale, scale);
    context.translate(-box.left, -box.top);
    paintGround(new Brush(context, this.#scene, this.#atlasScale, box), layout, scenery);
    context.restore();
  }

  #frame(picture: Picture, name: string, { box, scale, width, height }: Part, top: number): void {
    if (this.#texture.has(name)) this.#texture.remove(name);
    this.#texture.add(name, 0, 0, top, width, height);
    picture
      .setFrame(name)
      .setOrigin(0)
      .setPosition(box.left, box.top)
      .setScale(1 / scale);
  }
}
