/** The villages: their ground, the people at the front verge, storm, cut cable, heat tile. */
import { iso } from '../../../assets/art/iso.ts';
import { postFrame, propFrame } from '../../../assets/art/names.ts';
import type { Plot } from '../model/layout.ts';
import { vergePlace } from '../model/places.ts';
import type { Village } from '../model/villages.ts';
import { DEPTH } from './depth.ts';
import { PLOTS, type HeatLevel, type PlotFrame } from './plot-atlas.ts';
import type { Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** A heartbeat: the village head hops this long and high. */
const BEAT_MS = 420;
const BEAT_PIXELS = 9;
const PEOPLE_FROM = 0.3;
/** Along the front verge from its left corner. */
export const SPOTS = { head: 4.6, doorman: 8.4, chronicler: 12.2, backpack: 15.6, repair: 6.5 } as const;

interface Drawn {
  village: Village;
  plot: Plot;
  readonly ground: Picture;
  readonly heat: Picture;
  readonly head: Picture;
  readonly doorman: Picture;
  readonly chronicler: Picture;
  readonly backpack: Picture;
  readonly repair: Picture;
  readonly cable: Picture;
  readonly storm: Picture;
  headY: number;
  beatMs: number;
  isInView: boolean;
}

export function heatLevel(village: Village): HeatLevel {
  if (village.variant === 'notready') return 3;
  if (village.houses === 0) return 4;
  if (village.readyHouses === village.houses) return 0;
  return village.readyHouses * 2 >= village.houses ? 1 : 2;
}

export class VillagesLayer {
  readonly drawn = new Map<string, Drawn>();
  readonly #stage: Stage;
  #layoutId = '';

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  update(villages: readonly Village[], plots: readonly Plot[], layoutId: string): void {
    if (layoutId !== this.#layoutId) this.#rebuild(villages, plots, layoutId);
    for (const village of villages) {
      const drawn = this.drawn.get(village.node);
      if (!drawn) continue;
      if (village.renewTick > drawn.village.renewTick) drawn.beatMs = 0;
      drawn.village = village;
      this.#dress(drawn);
    }
  }

  #rebuild(villages: readonly Village[], plots: readonly Plot[], layoutId: string): void {
    this.#layoutId = layoutId;
    for (const { ground, heat, head, doorman, chronicler, backpack, repair, cable, storm } of this.drawn.values())
      for (const picture of [ground, heat, head, doorman, chronicler, backpack, repair, cable, storm])
        picture.destroy();
    this.drawn.clear();
    const byName = new Map(villages.map((village) => [village.node, village]));
    for (const plot of plots) {
      const village = byName.get(plot.node);
      if (village) this.drawn.set(plot.node, this.#build(village, plot));
    }
  }

  #build(village: Village, plot: Plot): Drawn {
    const { sprites, scene } = this.#stage;
    const [px, py] = iso(plot.x, plot.y);
    const [sx, sy] = iso(plot.x + plot.width * 0.92, plot.y + plot.depth * 0.92);
    const onVerge = (along: number, frame: string): Picture => {
      const { x, y } = vergePlace(plot, along);
      return sprites.standing(x, y, frame);
    };
    const head = onVerge(SPOTS.head, postFrame('head'));
    const cable = { x: plot.x - 1.6, y: plot.y + 3 };
    return {
      village,
      plot,
      ground: scene.add.image(px, py, PLOTS).setVisible(false).setDepth(DEPTH.plots),
      heat: scene.add.image(px, py, PLOTS).setVisible(false).setDepth(DEPTH.heat),
      head,
      doorman: onVerge(SPOTS.doorman, postFrame('doorman')),
      chronicler: onVerge(SPOTS.chronicler, postFrame('chronicler')),
      backpack: onVerge(SPOTS.backpack, propFrame('backpack')),
      repair: onVerge(SPOTS.repair, postFrame('repair')),
      cable: sprites.standing(cable.x, cable.y, propFrame('cut-cable'), 1.25),
      storm: sprites.at(sx, sy - 62, propFrame('storm'), DEPTH.sky, 1.1),
      headY: head.y,
      beatMs: BEAT_MS,
      isInView: true,
    };
  }

  #dress(drawn: Drawn): void {
    const { village, plot } = drawn;
    place(drawn.ground, this.#stage.plots.plot(village.variant, plot.columns, plot.rows));
    place(drawn.heat, this.#stage.plots.heat(heatLevel(village), plot.columns, plot.rows));
  }

  /** Grounds that were still being painted are there now. */
  redress(): void {
    for (const drawn of this.drawn.values()) this.#dress(drawn);
  }

  frame({ detail, deltaMs, timeMs }: Moment): void {
    // In the usual view of a small town they can be seen, and their heartbeat with them.
    const people = detail !== 'map' && this.#stage.camera.zoom >= PEOPLE_FROM;
    for (const drawn of this.drawn.values()) {
      const { village, isInView } = drawn;
      const isOn = village.power === 'on';
      drawn.heat.setVisible(isInView && detail === 'map');
      drawn.head.setVisible(isInView && people && isOn);
      drawn.doorman.setVisible(isInView && people && isOn);
      drawn.chronicler.setVisible(isInView && people && isOn);
      drawn.backpack.setVisible(isInView && people && village.images > 0);
      drawn.repair.setVisible(isInView && people && village.power === 'booting');
      drawn.cable.setVisible(isInView && village.isCut);
      drawn.storm.setVisible(isInView && !village.isReady && detail !== 'map');
      this.#beat(drawn, deltaMs, timeMs);
    }
  }

  #beat(drawn: Drawn, deltaMs: number, timeMs: number): void {
    const calm = this.#stage.calm();
    if (drawn.beatMs < BEAT_MS && !calm) {
      drawn.beatMs += deltaMs;
      const t = Math.min(1, drawn.beatMs / BEAT_MS);
      drawn.head.y = drawn.headY - Math.sin(t * Math.PI) * BEAT_PIXELS;
    }
    if (drawn.storm.visible && !calm) drawn.storm.setAlpha(0.93 + 0.07 * Math.sin(timeMs / 300));
  }
}

function place(picture: Picture, frame: PlotFrame | null): void {
  if (!frame) return;
  picture.setFrame(frame.frame).setOrigin(frame.originX, frame.originY).setScale(frame.scale);
  if (picture.depth === DEPTH.plots) picture.setVisible(true);
}
