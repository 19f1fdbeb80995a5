/** The town around the villages: landmarks, gates, posts, builds at work, trees. */
import { iso } from '../../../assets/art/iso.ts';
import {
  LANDMARKS,
  landmarkFrame,
  postFrame,
  propFrame,
  vaultFrame,
  type Landmark,
} from '../../../assets/art/names.ts';
import type { Box } from '../camera.ts';
import type { Detail } from '../lod.ts';
import type { Layout } from '../model/layout.ts';
import { mapOf } from '../model/map-of.ts';
import type { TownModel } from '../scene-model.ts';
import type { Picture } from './sprites.ts';
import type { Stage } from './stage.ts';

const LANDMARK_SIZE = 1.12;
const GATE_SIZE = 1.25;
const TREE = propFrame('tree');

export class HallLayer {
  readonly #stage: Stage;
  #layoutId = '';
  #pictures: Picture[] = [];
  #landmarks: Readonly<Record<Landmark, Picture>> | null = null;
  #witch: Picture | null = null;
  #flames: Picture | null = null;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  update(model: TownModel): void {
    if (model.layout.id !== this.#layoutId) this.#rebuild(model.layout);
    this.#landmarks?.warehouse.setFrame(landmarkFrame('warehouse', model.isRegistryOpen));
    const { ledgerMembers, isHallOpen, hasScheduler, hasSteward } = model.plane;
    this.#landmarks?.vault.setFrame(vaultFrame(ledgerMembers));
    this.#landmarks?.hall.setFrame(landmarkFrame('hall', isHallOpen));
    this.#landmarks?.dispatch.setFrame(landmarkFrame('dispatch', hasScheduler));
    this.#landmarks?.lodge.setFrame(landmarkFrame('lodge', hasSteward));
    const isBuilding = model.builds.length > 0;
    this.#isBuilding = isBuilding;
    this.#witch?.setVisible(isBuilding);
    this.#flames?.setVisible(isBuilding);
  }

  /** What is out of sight, and trees in the map, need no drawing. */
  cull(detail: Detail, view: Box): void {
    for (const picture of this.#pictures) {
      const { x, y } = picture;
      const isNear = x > view.left - 130 && x < view.right + 130 && y > view.top - 80 && y < view.bottom + 150;
      picture.setVisible(isNear && (detail !== 'map' || picture.frame.name !== TREE));
    }
    const isBuilding = this.#isBuilding;
    if (!isBuilding) for (const picture of [this.#witch, this.#flames]) picture?.setVisible(false);
  }

  #isBuilding = false;

  #rebuild(layout: Layout): void {
    this.#layoutId = layout.id;
    for (const picture of this.#pictures) picture.destroy();
    this.#pictures = [];
    const { sprites } = this.#stage;
    const keep = (picture: Picture): Picture => {
      this.#pictures.push(picture);
      return picture;
    };
    const stand = (x: number, y: number, frame: string, size = 1): Picture => keep(sprites.standing(x, y, frame, size));
    for (const { x, y } of trees(layout)) stand(x, y, TREE, 1.1);
    this.#landmarks = mapOf(LANDMARKS, (id) => {
      const { x, y } = layout.landmarks[id];
      return stand(x, y, landmarkFrame(id), LANDMARK_SIZE);
    });
    for (const { x, y } of layout.gates) stand(x, y, propFrame('gate'), GATE_SIZE);
    const { warehouse, workshop } = layout.landmarks;
    stand(warehouse.x - 3.6, warehouse.y + 3.4, postFrame('keeper'));
    this.#witch = stand(workshop.x + 1.2, workshop.y + 4, postFrame('witch'));
    this.#flames = stand(workshop.x + 2.7, workshop.y + 2.6, propFrame('flame'), 0.6);
  }
}

/** Trees stand where nothing else does: outside the streets, at places that look scattered and are not. */
function trees(layout: Layout): readonly { readonly x: number; readonly y: number }[] {
  const { west, east, north, south, streetsX, streetsY, landmarks, gates, riverX } = layout;
  const right = streetsX.at(-1) ?? 0;
  const bottom = streetsY.at(-1) ?? 0;
  const found: { x: number; y: number }[] = [];
  let turn = 7;
  for (let x = west; x < east; x += 3.1) {
    for (let y = north; y < south + 4; y += 3.1) {
      turn = (turn * 73 + 41) % 101;
      if (turn > 22) continue;
      const at = { x: x + (turn % 5) * 0.4, y: y + (turn % 7) * 0.3 };
      const inTown = at.x > -6 && at.x < right + 3 && at.y > -6 && at.y < bottom + 3 && !inPark(layout, at.x, at.y);
      const inRiver = Math.abs(at.x - riverX) < 6.5;
      const onHall = at.y < 0 && at.x > -3 && at.x < 50 && at.y > north + 1;
      const onGates = at.x < 0 && gates.some((gate) => Math.abs(gate.y - at.y) < 4.5);
      const onSupplies = [landmarks.warehouse, landmarks.workshop].some(
        (place) => Math.abs(place.x - at.x) < 7 && Math.abs(place.y - at.y) < 7,
      );
      if (!inTown && !inRiver && !onHall && !onGates && !onSupplies) found.push(at);
    }
  }
  return found;
}

/** A block of the grid where no village stands yet is a park. */
function inPark({ plots, streetsX, streetsY }: Layout, x: number, y: number): boolean {
  const block = (streets: readonly number[], at: number): number => streets.filter((street) => street < at).length - 1;
  const [column, row] = [block(streetsX, x), block(streetsY, y)];
  const nearStreet = [...streetsX.map((street) => street - x), ...streetsY.map((street) => street - y)];
  if (nearStreet.some((distance) => Math.abs(distance) < 3)) return false;
  const inGrid = column >= 0 && row >= 0 && column < streetsX.length - 1 && row < streetsY.length - 1;
  return inGrid && !plots.some((plot) => plot.column === column && plot.row === row);
}

/** The screen place of a landmark's plate: under its front corner. */
export function landmarkFoot(layout: Layout, id: Landmark): readonly [number, number] {
  const { x, y } = layout.landmarks[id];
  const [px, py] = iso(x, y);
  return [px, py + 50];
}
