/** Day and night by simulated time: dusk over the town, and lit windows where somebody is at home. */
import { lightFrame } from '../../../assets/art/names.ts';
import { darkness } from '../daylight.ts';
import { DEPTH } from './depth.ts';
import type { HousesLayer } from './houses-layer.ts';
import { LABELS, WHOLE_PAGE } from './label-atlas.ts';
import { Pool, type Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** At midnight: dark enough to see the lamps, and light enough to read the houses. */
const DEEPEST = 0.36;

/** The veil's own edges are soft when it is stretched: they stay out of sight. */
const VEIL_SIZE = 1.5;

export class NightLayer {
  readonly #stage: Stage;
  readonly #lights: Pool;
  #veil: Picture | null = null;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#lights = new Pool(() => stage.sprites.at(0, 0, lightFrame('villa'), DEPTH.lights));
  }

  frame({ tick, detail }: Moment, houses: HousesLayer): void {
    const dark = darkness(tick);
    this.#veilTown(dark);
    this.#lights.begin();
    if (dark > 0.05 && (detail === 'near' || detail === 'middle')) {
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
