/** The people of the town hall: who leads before a chair, who stands by, who is gone; the ledger's keepers; a crowd at the door. */
import { crowdFrame, ledgerFrame, memberFrame, propFrame, ROOMS, staffFrame } from '../../../assets/art/names.ts';
import { LEDGER_PLACE, MEMBER_PLACES } from '../../../assets/art/vault-places.ts';
import { crowdOf, type Plane } from '../model/plane.ts';
import { chairPlace, crowdPlace, staffPlaces } from '../model/places.ts';
import type { TownModel } from '../scene-model.ts';
import { standingDepth } from './depth.ts';
import { VAULT_SIZE } from './hall-layer.ts';
import { iso } from '../../../assets/art/iso.ts';
import { Pool } from './sprites.ts';
import type { Stage } from './stage.ts';

const STAFF_SIZE = 1.3;
const CROWD_SIZE = 1.15;

export class PlaneLayer {
  readonly #stage: Stage;
  readonly #pictures: Pool;
  #shown = '';

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#pictures = new Pool(() => stage.sprites.standing(0, 0, propFrame('chair')));
  }

  update({ plane, layout }: TownModel): void {
    const shown = layout.id + JSON.stringify(plane);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#pictures.begin();
    const stand = (x: number, y: number, frame: string, size: number): void => {
      const [px, py] = iso(x, y);
      this.#pictures
        .next()
        .setFrame(frame)
        .setPosition(px, py)
        .setScale(this.#stage.sprites.scale * size)
        .setDepth(standingDepth(x, y));
    };
    for (const room of ROOMS) {
      const office = plane.offices[room];
      const chair = chairPlace(layout, room);
      if (chair) stand(chair.x, chair.y, propFrame('chair'), STAFF_SIZE);
      staffPlaces(layout, room, office).forEach(({ x, y }, index) => {
        const official = office.officials[index];
        if (official) stand(x, y, staffFrame(room, official.rank), STAFF_SIZE);
      });
    }
    this.#vault(layout.landmarks.vault, plane, stand);
    if (plane.rush) {
      const { x, y } = crowdPlace(layout);
      stand(x, y, crowdFrame(crowdOf(plane.rush)), CROWD_SIZE);
    }
    this.#pictures.end();
  }

  #vault(
    { x, y }: { readonly x: number; readonly y: number },
    { keepers, ledger }: Plane,
    stand: (x: number, y: number, frame: string, size: number) => void,
  ): void {
    MEMBER_PLACES.forEach(([dx, dy], index) => {
      const keeper = keepers[index];
      if (keeper) stand(x + dx * VAULT_SIZE, y + dy * VAULT_SIZE, memberFrame(keeper.state), VAULT_SIZE);
    });
    const [dx, dy] = LEDGER_PLACE;
    stand(x + dx * VAULT_SIZE, y + dy * VAULT_SIZE, ledgerFrame(ledger), VAULT_SIZE);
  }
}
