/** Plates and badges, out of pools: what is written and shown anew whenever the view changes. */
import { badgeFrame } from '../../../assets/art/names.ts';
import { DEPTH } from './depth.ts';
import { LABELS, WHOLE_PAGE, type PlateName } from './label-atlas.ts';
import { Pool } from './sprites.ts';
import type { Stage } from './stage.ts';

export class Plates {
  readonly #stage: Stage;
  readonly #labels: Pool;
  readonly #badges: Pool;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { scene, sprites } = stage;
    this.#labels = new Pool(() => scene.add.image(0, 0, LABELS, WHOLE_PAGE).setDepth(DEPTH.labels));
    this.#badges = new Pool(() => sprites.at(0, 0, badgeFrame('ready'), DEPTH.badges));
  }

  begin(): void {
    this.#labels.begin();
    this.#badges.begin();
  }

  end(): void {
    this.#labels.end();
    this.#badges.end();
  }

  /** By its middle, or by another point of it: 1 is its right or lower edge. */
  label(px: number, py: number, frame: string, size = 1, originY = 0.5, originX = 0.5): void {
    this.#labels
      .next()
      .setFrame(frame)
      .setOrigin(originX, originY)
      .setPosition(px, py)
      .setScale(size / this.#stage.labels.ratio);
  }

  text(px: number, py: number, text: string, plate: PlateName, size = 1, originX = 0.5): void {
    this.label(px, py, this.#stage.labels.text(text, plate), size, 0.5, originX);
  }

  badge(px: number, py: number, frame: string, size: number): void {
    this.#badges
      .next()
      .setFrame(frame)
      .setPosition(px, py)
      .setScale(this.#stage.sprites.scale * size);
  }
}
