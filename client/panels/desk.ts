/** The viewer's desk: what they may ask of the cluster, what they have asked, and the last refusal they were given. */
import { signal } from '@preact/signals';
import { failure, type Status } from '../../shared/api/status.ts';
import { authorize } from '../../shared/cluster/api-server/authorization.ts';
import { TEACHER, type Actor } from '../../shared/cluster/actor.ts';
import { VERBS, type Verb } from '../../shared/cluster/verbs/table.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import type { View } from '../../shared/store/store.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { Game } from '../state/game.ts';

const WATCHING = failure('Forbidden', 'watching', 'you are watching', {});

/** Null for who only watches: the projector, and everybody in a replay. */
export function actorOf({ as, player }: Identity): Actor | null {
  if (as === 'teacher') return TEACHER;
  return as === 'player' && player !== '' ? { type: 'player', id: player } : null;
}

/** The node that a verb acts on, for the kubelets' verbs. */
export function nodeOfVerb(view: View, verb: Verb): string | undefined {
  const definition = VERBS[verb.verb] as { readonly nodeOf?: (view: View, verb: Verb) => string | undefined };
  return definition.nodeOf?.(view, verb);
}

/** Why this viewer may not ask for a verb, by the same table that the API server asks. Null: they may. */
export function whyNot(view: View, identity: Identity, verb: Verb): Status | null {
  const actor = actorOf(identity);
  return actor === null ? WATCHING : authorize(view, actor, verb.verb, nodeOfVerb(view, verb));
}

export class Desk {
  readonly refusal = signal<Status | null>(null);
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  whyNot(verb: Verb): Status | null {
    const { store, identity, kind } = this.#connection;
    if (store === null || kind === 'replay') return WATCHING;
    return whyNot(store, identity.value, verb);
  }

  /** True when the command was done. */
  async ask(command: Command): Promise<boolean> {
    const refusal = await this.#connection.command(command);
    this.refusal.value = refusal;
    return refusal === null;
  }

  verb(verb: Verb): Promise<boolean> {
    return this.ask({ type: 'verb', verb: verb as Extract<Command, { type: 'verb' }>['verb'] });
  }

  async control(message: ControlMessage): Promise<boolean> {
    const refusal = await this.#connection.control(message);
    this.refusal.value = refusal;
    return refusal === null;
  }

  /** Sent, and not answered yet. */
  isPending(verb: Verb): boolean {
    const { pending } = this.#connection;
    if (pending.value.length === 0) return false;
    const text = JSON.stringify(verb);
    return pending.value.some(({ command }) => command.type === 'verb' && JSON.stringify(command.verb) === text);
  }
}

const desks = new WeakMap<Game, Desk>();

export function deskOf(game: Game): Desk {
  let desk = desks.get(game);
  if (!desk) {
    desk = new Desk(game.connection);
    desks.set(game, desk);
  }
  return desk;
}
