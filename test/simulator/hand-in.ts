/** What somebody says, as the room takes it in: read, let through or not, and answered. */
import type { LogEntry } from '../../shared/session/log.ts';
import { commandSchema } from '../../shared/commands/table.ts';
import { problemOfRefusal } from './checkers/texts.ts';
import type { ClassUnderAttack } from './class-under-attack.ts';
import { THROWS } from './failing-log.ts';
import type { ObservedTeam } from './observed-team.ts';
import type { Tally } from './tally.ts';

/** The entry that never came into a log because it threw; null, as it should be, where none did. */
export function handIn(
  { session }: ClassUnderAttack,
  team: ObservedTeam,
  tally: Tally,
  author: string,
  message: unknown,
): LogEntry | null {
  const { success, data: command } = commandSchema.safeParse(message);
  if (!success) {
    tally.totals.malformed += 1;
    return null;
  }
  const { revision, sequence } = team.store;
  if (!mayAsk(session, team, author)) return null;
  const refusal = session.command(author, team.cluster.id, command);
  if (!refusal) return null;
  tally.totals.refused += 1;
  tally.count('refusals', refusal.key);
  if (refusal.key === 'brokenCommand') {
    team.tell(THROWS, refusal.message);
    return ['c', author, command];
  }
  const problem = problemOfRefusal(refusal);
  if (problem !== null) team.tell('SRV-88', problem);
  const isUnchanged = team.store.revision === revision && team.store.sequence === sequence;
  if (!isUnchanged) team.tell('SRV-30', `${refusal.key} was refused and changed something`);
  return null;
}

/** As the room lets nobody else through: whoever is here commands the own team's cluster. */
function mayAsk({ members }: ClassUnderAttack['session'], { cluster }: ObservedTeam, author: string): boolean {
  const member = members.roster.get(author);
  return author === 'teacher' || (member?.connected === true && member.cluster === cluster.id);
}
