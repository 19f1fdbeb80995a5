/** Day and night by simulated time: dusk over the town, street lamps, and lit windows where somebody is at home. */
import { iso } from '../../../assets/art/iso.ts';
import { lightFrame, propFrame } from '../../../assets/art/names.ts';
import { darkness } from '../daylight.ts';
import type { Point } from '../camera.ts';
import type { Layout } from '../model/layout.ts';
import { LAMP, lampsOf } from '../model/scenery.ts';
import { DEPTH } from './depth.ts';
import type { HousesLayer } from './houses-layer.ts';
import { LABELS, WHOLE_PAGE } from './label-atlas.ts';
import { Pool, type Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** At midnight: dark enough to see the lamps, and light enough to read the houses. */
const DEEPEST = 0.36;

/** From this much darkness on it is light that one sees. */
const LIT_FROM = 0.05;
/** The one glow of the atlas lies flat on the ground, and stands, small and round, around the lamp. */
const POOL = { wide: 1.15, high: 1.15, alpha: 0.9 } as const;
const HALO = { wide: 0.5, high: 1, alpha: 1 } as const;
/** Beyond the edge of what is in view, in world pixels. */
const REACH = 60;

/** The veil's own edges are soft when it is stretched: they stay out of sight. */
const VEIL_SIZE = 1.5;

export class NightLayer {
  readonly #stage: Stage;
  readonly #lights: Pool;
  readonly #lamps: Pool;
  #veil: Picture | null = null;
  #lampPlaces: readonly Point[] = [];
  #layoutId = '';

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#lights = new Pool(() => stage.sprites.at(0, 0, lightFrame('villa'), DEPTH.lights));
    this.#lamps = new Pool(() => stage.sprites.at(0, 0, propFrame('glow'), DEPTH.lights));
  }

  frame({ tick, detail, model }: Moment, houses: HousesLayer): void {
    const dark = darkness(tick);
    this.#veilTown(dark);
    this.#lightLamps(model.layout, detail === 'map' ? 0 : dark);
    this.#lights.begin();
    if (dark > LIT_FROM && (detail === 'near' || detail === 'middle')) {
      for (const { house, picture } of houses.standing.values()) {
        if (house.state !== 'ready' || house.isDark || !picture.visible) continue;
        this.#lights
          .next()
          .setFrame(lightFrame(house.style))
          .setPosition(picture.x, picture.y)
          .setAlpha(Math.min(1, dark * 1.5));
      }
    }
    this.#lights.end();
  }

  /** They hang on no service: all of them shine as soon as it is dark. */
  #lightLamps(layout: Layout, dark: number): void {
    if (layout.id !== this.#layoutId) {
      this.#layoutId = layout.id;
      this.#lampPlaces = lampsOf(layout).map(({ x, y }) => {
        const [px, py] = iso(x, y);
        return { x: px, y: py };
      });
    }
    this.#lamps.begin();
    if (dark > LIT_FROM) {
      const { left, right, top, bottom } = this.#stage.camera.view();
      const { scale } = this.#stage.sprites;
      for (const { x, y } of this.#lampPlaces) {
        if (x < left - REACH || x > right + REACH || y < top - REACH || y > bottom + REACH) continue;
        for (const [light, high] of [
          [POOL, 0],
          [HALO, LAMP.high],
        ] as const) {
          const picture = this.#lamps.next().setPosition(x, y - high);
          picture.setScale(scale * light.wide, scale * light.high).setAlpha(dark * light.alpha);
        }
      }
    }
    this.#lamps.end();
  }

  #veilTown(dark: number): void {
    const { scene, labels, camera } = this.#stage;
    if (dark === 0) {
      this.#veil?.setVisible(false);
      return;
    }
    const frame = labels.drawing('night', 8, 8, (context, width, height) => {
      context.fillStyle = '#17265a';
      context.fillRect(0, 0, width, height);
    });
    labels.flush();
    this.#veil ??= scene.add.image(0, 0, LABELS, WHOLE_PAGE).setDepth(DEPTH.night);
    const view = camera.view();
    this.#veil
      .setFrame(frame)
      .setVisible(true)
      .setAlpha(dark * DEEPEST)
      .setPosition(camera.x, camera.y)
      .setDisplaySize((view.right - view.left) * VEIL_SIZE, (view.bottom - view.top) * VEIL_SIZE);
  }
}
