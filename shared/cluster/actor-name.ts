/** How a record names who asked for it. */
import type { Actor } from './actor.ts';

export function actorName(actor: Actor): string {
  return actor.type === 'player' ? actor.id : actor.type === 'teacher' ? 'teacher' : actor.name;
}
