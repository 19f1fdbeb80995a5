/** The words that stand in the town, in the viewer's language. */
import type { Landmark, LedgerState, Room } from '../../../assets/art/names.ts';
import type { Gate } from '../model/town-hall.ts';
import type { BoardWords } from './board.ts';
import type { HostGround, Tenant } from '../model/hosts.ts';
import type { House } from '../model/houses.ts';
import type { Keeper, Official, Rush } from '../model/plane.ts';
import type { OldPicture } from '../model/sights.ts';
import type { Village } from '../model/villages.ts';

export interface TownWords {
  readonly landmark: (id: Landmark, short: boolean) => string;
  /** Beside its name; empty where the picture says it. */
  readonly house: (house: House) => string;
  readonly village: (village: Village) => string;
  readonly heat: (village: Village) => string;
  readonly gate: (gate: Gate) => string;
  readonly loss: (reason: string) => string;
  readonly board: () => BoardWords;
  /** Who stands at a village's verge. */
  readonly post: (post: 'head' | 'doorman' | 'chronicler' | 'backpack') => string;
  readonly official: (official: Official) => string;
  /** What is said over a room in which nobody is at work. */
  readonly vacant: (room: Room) => string;
  readonly keeper: (keeper: Keeper) => string;
  readonly ledger: (ledger: LedgerState) => string;
  readonly rush: (rush: Rush) => string;
  readonly oldPicture: (picture: OldPicture) => string;
  readonly host: (host: HostGround) => string;
  readonly tenant: (tenant: Tenant) => string;
  readonly countdown: (ticks: number) => string;
}
