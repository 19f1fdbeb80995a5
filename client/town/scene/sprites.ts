/** Makes the town's pictures: one Image each, out of the one atlas, standing on its ground point. */
import type { GameObjects, Scene } from 'phaser';
import { iso } from '../../../assets/art/iso.ts';
import { standingDepth } from './depth.ts';

export const ATLAS = 'town';

export type Picture = GameObjects.Image;

export class Sprites {
  readonly scene: Scene;
  /** Atlas pixels to world pixels: 0.5 for the double atlas. */
  readonly scale: number;

  constructor(scene: Scene, scale: number) {
    this.scene = scene;
    this.scale = scale;
  }

  /** At a place in world pixels. */
  at(px: number, py: number, frame: string, depth: number, size = 1): Picture {
    return this.scene.add
      .image(px, py, ATLAS, frame)
      .setScale(this.scale * size)
      .setDepth(depth);
  }

  readonly depthAt = standingDepth;

  /** Standing at a place on the ground. */
  standing(x: number, y: number, frame: string, size = 1): Picture {
    const [px, py] = iso(x, y);
    return this.at(px, py, frame, standingDepth(x, y), size);
  }
}

/** Pictures that are shown anew from a list each time: as many as were ever needed at once. */
export class Pool {
  readonly #make: () => Picture;
  readonly #pictures: Picture[] = [];
  #used = 0;

  constructor(make: () => Picture) {
    this.#make = make;
  }

  begin(): void {
    this.#used = 0;
  }

  next(): Picture {
    const picture = this.#pictures[this.#used] ?? this.#make();
    this.#pictures[this.#used] = picture;
    this.#used += 1;
    return picture.setVisible(true);
  }

  end(): void {
    for (let index = this.#used; index < this.#pictures.length; index += 1) this.#pictures[index]?.setVisible(false);
  }

  get count(): number {
    return this.#used;
  }
}
