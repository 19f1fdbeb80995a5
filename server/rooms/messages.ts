/** Refusals of messages that never reach a cluster. */
import type { z } from 'zod';
import { failure, type Status } from '../../shared/api/status.ts';

/** The first thing that is wrong with a message: where, and what was expected. */
export function badMessage(type: string, { issues }: z.core.$ZodError): Status {
  const issue = issues[0];
  const path = issue?.path.join('.') ?? '';
  const problem = issue?.message ?? 'not valid';
  const where = path === '' ? type : `${type}.${path}`;
  return failure('BadRequest', 'badMessage', `${where}: ${problem}`, { where, problem });
}

export function unknownMessage(type: string | number): Status {
  const name = String(type).slice(0, 40);
  return failure('BadRequest', 'unknownMessage', `no message is called "${name}"`, { name });
}

export const TOO_MANY: Status = failure('TooManyRequests', 'tooManyMessages', 'too many messages: slow down', {});
export const HOST_ONLY: Status = failure('Forbidden', 'hostOnly', 'only the teacher may do this', {});
export const WATCH_ONLY: Status = failure('Forbidden', 'watchOnly', 'a projector watches and does nothing', {});

export function otherTeams(cluster: string): Status {
  return failure('Forbidden', 'otherTeam', `cluster "${cluster}" belongs to another team`, { cluster });
}
