/** The houses: one Image each, the state in its frame. Created and removed with their pods, hidden with their plot. */
import { iso } from '../../../assets/art/iso.ts';
import type { House } from '../model/houses.ts';
import type { Place, Plot } from '../model/layout.ts';
import { queuePlace, QUEUE_SHOWN, slotPlace } from '../model/places.ts';
import type { TownModel } from '../scene-model.ts';
import { standingDepth } from './depth.ts';
import type { Picture, Sprites } from './sprites.ts';
import type { Stage } from './stage.ts';

/** Blueprints on their easels in the queue are smaller than houses. */
export const QUEUED_SIZE = 0.72;

export interface Standing {
  house: House;
  readonly place: Place;
  readonly picture: Picture;
}

export class HousesLayer {
  readonly standing = new Map<string, Standing>();
  readonly #sprites: Sprites;

  constructor({ sprites }: Stage) {
    this.#sprites = sprites;
  }

  update(model: TownModel): void {
    const plots = new Map(model.layout.plots.map((plot) => [plot.node, plot]));
    const seen = new Set<string>();
    for (const house of model.houses) {
      const plot = plots.get(house.node ?? '');
      if (!plot) continue;
      seen.add(house.uid);
      this.#show(house, slotPlace(plot, house.slot), 1);
    }
    model.queue.slice(0, QUEUE_SHOWN).forEach((house, index) => {
      seen.add(house.uid);
      this.#show(house, queuePlace(model.layout, index), QUEUED_SIZE);
    });
    for (const [uid, { picture }] of this.standing) {
      if (seen.has(uid)) continue;
      picture.destroy();
      this.standing.delete(uid);
    }
  }

  #show(house: House, place: Place, size: number): void {
    const known = this.standing.get(house.uid);
    if (!known) {
      const picture = this.#sprites.standing(place.x, place.y, house.frame, size);
      this.standing.set(house.uid, { house, place, picture });
      return;
    }
    if (known.house.frame !== house.frame) known.picture.setFrame(house.frame);
    known.house = house;
    if (known.place.x === place.x && known.place.y === place.y) return;
    const [px, py] = iso(place.x, place.y);
    known.picture
      .setPosition(px, py)
      .setScale(this.#sprites.scale * size)
      .setDepth(standingDepth(place.x, place.y));
    this.standing.set(house.uid, { ...known, place });
  }

  /** Hides what stands on plots out of view, and everything where heat tiles stand for it. */
  cull(isShown: (node: string | null) => boolean): void {
    for (const { house, picture } of this.standing.values()) {
      const shown = isShown(house.node);
      if (picture.visible !== shown) picture.setVisible(shown);
    }
  }
}

/** Whether a plot and what rises from it touch the view. */
export function plotInView(plot: Plot, view: { left: number; right: number; top: number; bottom: number }): boolean {
  const [left] = iso(plot.x, plot.y + plot.depth);
  const [right] = iso(plot.x + plot.width, plot.y);
  const [, top] = iso(plot.x, plot.y);
  const [, bottom] = iso(plot.x + plot.width, plot.y + plot.depth);
  return left < view.right + 40 && right > view.left - 40 && top - 120 < view.bottom && bottom + 60 > view.top;
}
