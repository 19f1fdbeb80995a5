/** The ring around what is selected. */
import { iso } from '../../../assets/art/iso.ts';
import { propFrame } from '../../../assets/art/names.ts';
import { groundOf } from '../picking.ts';
import { DEPTH } from './depth.ts';
import type { Plot } from '../model/layout.ts';
import { PLOTS } from './plot-atlas.ts';
import type { Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** The ring's frame goes around a square of this side. */
const RING_SIDE = 5;

export class SelectionLayer {
  readonly #stage: Stage;
  readonly #ring: Picture;
  readonly #edge: Picture;
  #model: Moment['model'] | null = null;
  #selected = '';
  #ground: ReturnType<typeof groundOf> = null;
  #plot: Plot | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#edge = stage.scene.add.image(0, 0, PLOTS, '__BASE').setDepth(DEPTH.marks).setVisible(false);
    this.#ring = stage.sprites.at(0, 0, propFrame('ring'), DEPTH.marks).setVisible(false);
  }

  /** A village is no square: the line follows its edge. */
  #surround(plot: Plot): void {
    const { frame, scale, originX, originY } = this.#stage.plots.outline(plot.columns, plot.rows);
    const [px, py] = iso(plot.x, plot.y);
    this.#edge.setFrame(frame).setOrigin(originX, originY).setScale(scale).setPosition(px, py);
  }

  /** Where it stands changes with the model or the selection, not with each frame. */
  #find({ model, selected }: Moment): void {
    if (this.#model === model && this.#selected === selected) return;
    [this.#model, this.#selected] = [model, selected];
    this.#ground = selected === '' ? null : groundOf(model, selected);
    const { plots, hosts } = model.layout;
    this.#plot =
      plots.find(({ node }) => selected === `Node/${node}`) ?? hosts.find(({ node }) => selected === `Host/${node}`);
  }

  frame(moment: Moment): void {
    this.#find(moment);
    const { timeMs } = moment;
    const [ground, plot] = [this.#ground, this.#plot];
    this.#edge.setVisible(plot !== undefined);
    this.#ring.setVisible(ground !== null && !plot);
    if (plot) return this.#surround(plot);
    if (!ground) return;
    const [px, py] = iso(ground.x, ground.y);
    const pulse = this.#stage.calm() ? 1 : 1 + 0.025 * Math.sin(timeMs / 220);
    const scale = (this.#stage.sprites.scale * ground.side * pulse) / RING_SIDE;
    this.#ring.setPosition(px, py).setScale(scale, scale);
  }
}
