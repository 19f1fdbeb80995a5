/** What is on its way: couriers with a binding, carts with a layer, ships with a push. */
import { iso } from '../../../assets/art/iso.ts';
import { cartFrame, courierFrame, shipFrame } from '../../../assets/art/names.ts';
import type { Layout } from '../model/layout.ts';
import { placeOn, wayFromHall, wayFromWarehouse, type Way } from '../route.ts';
import type { TownModel } from '../scene-model.ts';
import { standingDepth } from './depth.ts';
import { Pool, type Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** A courier runs the whole way in this time, however far it is. */
const COURIER_MS = 2600;
const MOST_COURIERS = 12;
const SHIP_SIZE = 1.1;
/** The quay, and how far across the harbour a push comes from. */
const QUAY_Y = 6;
const UPSTREAM = 13;

interface Courier {
  readonly picture: Picture;
  readonly way: Way;
  elapsedMs: number;
}

export class ErrandsLayer {
  readonly #stage: Stage;
  readonly #carts: Pool;
  readonly #ships: Pool;
  #couriers: Courier[] = [];
  #bound: ReadonlyMap<string, string> = new Map();

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#carts = new Pool(() => stage.sprites.standing(0, 0, cartFrame('left')));
    this.#ships = new Pool(() => stage.sprites.standing(0, 0, shipFrame('left'), SHIP_SIZE));
  }

  /** `isFresh`: nothing is known of what was before, so that nothing has just happened. */
  update(model: TownModel, isFresh: boolean): void {
    const queued = new Set(this.#queued);
    const bound = new Map(model.houses.map(({ uid, node }) => [uid, node ?? '']));
    if (!isFresh && !this.#stage.calm()) {
      for (const [uid, node] of bound) if (!this.#bound.has(uid) && queued.has(uid)) this.#run(model.layout, node);
    }
    this.#bound = bound;
    this.#queued = model.queue.map(({ uid }) => uid);
  }

  #queued: readonly string[] = [];

  #run(layout: Layout, node: string): void {
    const plot = layout.plots.find((one) => one.node === node);
    if (!plot || this.#couriers.length >= MOST_COURIERS) return;
    const picture = this.#stage.sprites.standing(0, 0, courierFrame('right'), 1.25);
    this.#couriers.push({ picture, way: wayFromHall(layout, layout.landmarks.dispatch, plot), elapsedMs: 0 });
  }

  frame(moment: Moment): void {
    this.#couriers = this.#couriers.filter((courier) => {
      courier.elapsedMs += moment.deltaMs;
      const share = courier.elapsedMs / COURIER_MS;
      if (share >= 1) {
        courier.picture.destroy();
        return false;
      }
      stand(courier.picture, courier.way, share, courierFrame);
      return true;
    });
    this.#drive(moment);
    this.#sail(moment);
  }

  #drive({ model, tick, detail }: Moment): void {
    this.#carts.begin();
    if (detail !== 'map') {
      for (const { node, fromTick, toTick } of model.loads) {
        const plot = model.layout.plots.find((one) => one.node === node);
        if (!plot) continue;
        const share = (tick - fromTick) / (toTick - fromTick);
        stand(this.#carts.next(), wayFromWarehouse(model.layout, plot), share, cartFrame);
      }
    }
    this.#carts.end();
  }

  #sail({ model, tick, detail }: Moment): void {
    this.#ships.begin();
    if (detail !== 'map') {
      model.pushes.forEach(({ fromTick, toTick }, index) => {
        const share = Math.min(1, Math.max(0, (tick - fromTick) / Math.max(1, toTick - fromTick)));
        const y = QUAY_Y + index * 9 + UPSTREAM * (1 - share);
        const [px, py] = iso(model.layout.riverX, y);
        this.#ships
          .next()
          .setPosition(px, py)
          .setDepth(standingDepth(model.layout.riverX, y))
          .setFrame(shipFrame('right'));
      });
    }
    this.#ships.end();
  }

  clear(): void {
    for (const { picture } of this.#couriers) picture.destroy();
    this.#couriers = [];
    this.#bound = new Map();
    this.#queued = [];
  }
}

function stand(picture: Picture, way: Way, share: number, frame: (facing: 'left' | 'right') => string): void {
  const at = placeOn(way, share);
  const [px, py] = iso(at.x, at.y);
  // Going along x is down-right on the screen, and against y is up-right: both face right.
  picture
    .setPosition(px, py)
    .setDepth(standingDepth(at.x, at.y))
    .setFrame(frame(at.alongX === at.forward ? 'right' : 'left'));
}
