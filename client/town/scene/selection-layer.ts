/** The ring around what is selected. */
import { iso } from '../../../assets/art/iso.ts';
import { propFrame } from '../../../assets/art/names.ts';
import { groundOf } from '../picking.ts';
import { DEPTH } from './depth.ts';
import type { Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** The ring's frame goes around a square of this side. */
const RING_SIDE = 5;

export class SelectionLayer {
  readonly #stage: Stage;
  readonly #ring: Picture;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#ring = stage.sprites.at(0, 0, propFrame('ring'), DEPTH.marks).setVisible(false);
  }

  frame({ model, selected, timeMs }: Moment): void {
    const ground = selected === '' ? null : groundOf(model, selected);
    this.#ring.setVisible(ground !== null);
    if (!ground) return;
    const [px, py] = iso(ground.x, ground.y);
    const pulse = this.#stage.calm() ? 1 : 1 + 0.025 * Math.sin(timeMs / 220);
    const scale = (this.#stage.sprites.scale * ground.side * pulse) / RING_SIDE;
    this.#ring.setPosition(px, py).setScale(scale, scale);
  }
}
