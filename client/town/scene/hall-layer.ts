/** The town around the villages: landmarks, gates, posts, builds at work. */
import { iso } from '../../../assets/art/iso.ts';
import {
  LANDMARKS,
  landmarkFrame,
  postFrame,
  propFrame,
  VAULT_GROUND,
  type Landmark,
} from '../../../assets/art/names.ts';
import type { Box } from '../camera.ts';
import type { Layout } from '../model/layout.ts';
import { mapOf } from '../model/map-of.ts';
import { staffPlace } from '../model/places.ts';
import type { TownModel } from '../scene-model.ts';
import type { Picture } from './sprites.ts';
import type { Stage } from './stage.ts';

const LANDMARK_SIZE = 1.32;
/** Each of its keepers must be seen. */
export const VAULT_SIZE = 1.7;
const GATE_SIZE = 1.3;

export class HallLayer {
  readonly #stage: Stage;
  #layoutId = '';
  #pictures: Picture[] = [];
  #landmarks: Readonly<Record<Landmark, Picture>> | null = null;
  #witch: Picture | null = null;
  #flames: Picture | null = null;
  #isBuilding = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  update(model: TownModel): void {
    if (model.layout.id !== this.#layoutId) this.#rebuild(model.layout);
    const { hall, dispatch, lodge } = model.plane.offices;
    this.#landmarks?.warehouse.setFrame(landmarkFrame('warehouse', model.isRegistryOpen));
    this.#landmarks?.hall.setFrame(landmarkFrame('hall', hall.isOpen));
    this.#landmarks?.dispatch.setFrame(landmarkFrame('dispatch', dispatch.isOpen));
    this.#landmarks?.lodge.setFrame(landmarkFrame('lodge', lodge.isOpen));
    this.#isBuilding = model.builds.length > 0;
    this.#witch?.setVisible(this.#isBuilding);
    this.#flames?.setVisible(this.#isBuilding);
  }

  /** What is out of sight needs no drawing. */
  cull(view: Box): void {
    for (const picture of this.#pictures) {
      const { x, y } = picture;
      picture.setVisible(x > view.left - 150 && x < view.right + 150 && y > view.top - 90 && y < view.bottom + 190);
    }
    if (!this.#isBuilding) for (const picture of [this.#witch, this.#flames]) picture?.setVisible(false);
  }

  #rebuild(layout: Layout): void {
    this.#layoutId = layout.id;
    for (const picture of this.#pictures) picture.destroy();
    this.#pictures = [];
    const { sprites } = this.#stage;
    const stand = (x: number, y: number, frame: string, size = 1): Picture => {
      const picture = sprites.standing(x, y, frame, size);
      this.#pictures.push(picture);
      return picture;
    };
    this.#landmarks = mapOf(LANDMARKS, (id) => {
      const { x, y } = layout.landmarks[id];
      // Who keeps the ledger stands on this ground: `PlaneLayer`.
      if (id !== 'vault') return stand(x, y, landmarkFrame(id), LANDMARK_SIZE);
      return stand(x, y, VAULT_GROUND, VAULT_SIZE).setDepth(sprites.depthAt(x - 4, y - 4));
    });
    for (const { x, y } of layout.gates) stand(x, y, propFrame('gate'), GATE_SIZE);
    const { warehouse, workshop } = layout.landmarks;
    stand(warehouse.x - 3.6, warehouse.y + 3.8, postFrame('keeper'), 1.15);
    this.#witch = stand(workshop.x + 1.4, workshop.y + 4.4, postFrame('witch'), 1.15);
    this.#flames = stand(workshop.x + 3, workshop.y + 2.9, propFrame('flame'), 0.7);
  }
}

/** Where its roof ends, in pixels above its ground point. */
const ROOFS: Readonly<Record<Exclude<Landmark, 'lodge'>, number>> = {
  hall: 128,
  dispatch: 142,
  vault: 150,
  warehouse: 104,
  workshop: 92,
};

/** Plates over plates are so far apart. */
const LINE = 23;
/** Over the lodge hangs the board: its plate lies before it, and ends where its people begin. */
const LODGE_PEOPLE = 24;
export const plateOrigin = (id: Landmark): number => (id === 'lodge' ? 1 : 0.5);

/**
 * The screen place of a landmark's plate, and of the lines that come after it: over its roof, so that whoever stands
 * before the door is seen. `size`: of the plates.
 */
export function landmarkPlate(layout: Layout, id: Landmark, line = 0, size = 1): readonly [number, number] {
  if (id === 'lodge') {
    const first = staffPlace(layout, 'lodge', 0);
    const [px, py] = iso(first.x, first.y);
    return [px - LODGE_PEOPLE, py + LINE * line * size];
  }
  const { x, y } = layout.landmarks[id];
  const [px, py] = iso(x, y);
  return [px, py - ROOFS[id] - LINE * line * size];
}
