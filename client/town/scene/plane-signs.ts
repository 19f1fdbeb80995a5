/** What is written at the town hall: what each of its people does, how each keeper is, and loudly what does not work. */
import { iso } from '../../../assets/art/iso.ts';
import { badgeFrame, ROOMS } from '../../../assets/art/names.ts';
import { MEMBER_PLACES } from '../../../assets/art/vault-places.ts';
import type { MemberState } from '../../../assets/art/names.ts';
import { nameScale } from '../lod.ts';
import { staffPlaces } from '../model/places.ts';
import { isRefused } from '../model/plane.ts';
import type { OldPicture } from '../model/sights.ts';
import { landmarkPlate, plateOrigin, VAULT_SIZE } from './hall-layer.ts';
import { SignWriter } from './sign-writer.ts';
import type { Moment } from './stage.ts';

/** From this zoom on there is room for who does what. */
const NAMES_FROM = 0.62;
/** From this zoom on a keeper's trouble is written beside its sign. */
const TROUBLE_FROM = 0.4;
/** From an old picture's badge to the end of its words. */
const OLD_PICTURE = 96;
const QUIET: ReadonlySet<MemberState> = new Set(['leader', 'follower']);
const WATCHERS = [
  ['scheduler', 'dispatch'],
  ['controller-manager', 'lodge'],
] as const;

export const sightBadge = ({ isCut }: OldPicture): 'sight-cut' | 'sight-late' => (isCut ? 'sight-cut' : 'sight-late');

export class PlaneSigns extends SignWriter {
  draw({ model }: Moment, size: number): void {
    const { plane, layout, oldPictures } = model;
    const { zoom } = this.stage.camera;
    for (const room of ROOMS) {
      const office = plane.offices[room];
      const [px, py] = landmarkPlate(layout, room, 1, size);
      if (!office.isOpen) this.plates.text(px, py, this.words.vacant(room), 'loss', size, plateOrigin(room));
      if (zoom < NAMES_FROM) continue;
      staffPlaces(layout, room, office).forEach((place, index) => {
        const official = office.officials[index];
        if (!official) return;
        const [sx, sy] = iso(place.x, place.y);
        const isGone = official.rank === 'down' || official.rank === 'starting';
        this.plates.text(sx, sy + 13, this.words.official(official), isGone ? 'bad' : 'house', nameScale(zoom));
      });
    }
    for (const [process, room] of WATCHERS) {
      const [px, py] = landmarkPlate(layout, room, plane.offices[room].isOpen ? 1 : 2, size);
      const toLeft = room === 'lodge' ? OLD_PICTURE * size : 0;
      this.#oldPicture(px - toLeft, py, oldPictures.get(process), size);
    }
    this.#vault(model, size);
    if (plane.rush) {
      const [px, py] = landmarkPlate(layout, 'hall', plane.offices.hall.isOpen ? 1 : 2, size);
      this.plates.text(px, py, this.words.rush(plane.rush), isRefused(plane.rush) ? 'loss' : 'place', size);
    }
  }

  /** Over who sees what is no longer so. */
  #oldPicture(px: number, py: number, picture: OldPicture | undefined, size: number): void {
    if (!picture) return;
    this.plates.badge(px - 14 * size, py, badgeFrame(sightBadge(picture)), size * 1.1);
    this.plates.text(px + 48 * size, py, this.words.oldPicture(picture), 'place', size);
  }

  #vault({ plane: { keepers, ledger }, layout }: Moment['model'], size: number): void {
    const { zoom } = this.stage.camera;
    const { x, y } = layout.landmarks.vault;
    const [px, py] = landmarkPlate(layout, 'vault', 1, size);
    if (ledger !== 'open') this.plates.text(px, py, this.words.ledger(ledger), 'loss', size);
    MEMBER_PLACES.forEach(([dx, dy], index) => {
      const keeper = keepers[index];
      if (!keeper || zoom < (QUIET.has(keeper.state) ? NAMES_FROM : TROUBLE_FROM)) return;
      const [kx, ky] = iso(x + dx * VAULT_SIZE, y + dy * VAULT_SIZE);
      // Beside the left one stand the steward's people: its plate lies at its feet.
      const isLeft = dy > 0;
      this.plates.text(
        dx > 0 ? kx + 44 : kx,
        isLeft ? ky + 24 : ky - 74,
        this.words.keeper(keeper),
        QUIET.has(keeper.state) ? 'house' : 'bad',
        nameScale(zoom),
      );
    });
  }
}
