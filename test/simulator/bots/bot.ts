/** A bot: somebody at the table who does one thing, or nothing, when it is asked. */
import type { LoopMode } from '../../../shared/api/world/seat.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';
import type { Swarm } from '../features.ts';

/** What a bot can see and reach: its team's cluster, through the same door as any client. */
export interface Table {
  readonly chance: Chance;
  readonly swarm: Swarm;
  readonly view: View;
  /** Ids of all players; not all of them sit here. */
  readonly players: readonly string[];
  /** Anything at all: it is read as a message from outside is. */
  submit(author: string, message: unknown): void;
}

export type Bot = (table: Table) => void;

export const ask = (table: Table, author: string, verb: Verb): void => table.submit(author, { type: 'verb', verb });

export const turn = (table: Table, author: string, key: string, mode: LoopMode): void =>
  table.submit(author, { type: 'setLoopMode', switch: key, mode });

/** Somebody of this team, or the teacher where nobody is there. */
export const somebody = ({ chance, view }: Table): string => chance.maybe(view.keys('Player')) ?? 'teacher';
