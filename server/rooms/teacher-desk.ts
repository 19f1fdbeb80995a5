/** What only the teacher may ask of a session. */
import type { Status } from '../../shared/api/status.ts';
import { CLOSE_REASONS, CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import type { ClassSession } from '../session/class-session.ts';
import type { Audience } from './audience.ts';

export function rule(session: ClassSession, audience: Audience, control: ControlMessage): Status | null {
  switch (control.action) {
    case 'start':
      return session.start();
    case 'setPace':
      return session.setPace(control.pace);
    case 'end':
      return session.end();
    case 'lockLobby':
      return session.setLocked(control.locked);
    case 'assignSeat':
      return session.members.assignSeat(control.cluster, control.seat, control.player);
    case 'movePlayer':
      return move(session, audience, control.player, control.cluster);
    case 'removePlayer':
      return remove(session, audience, control.player);
  }
}

/** The player's own screen is told: another team, another town. */
function move(session: ClassSession, audience: Audience, player: string, cluster: string): Status | null {
  const refusal = session.members.move(player, cluster);
  const guest = audience.playing(player);
  const nickname = session.roster.get(player)?.nickname ?? '';
  if (refusal === null && guest?.userData) {
    audience.welcome(guest, { as: 'player', player, nickname, token: guest.userData.token, cluster });
  }
  return refusal;
}

function remove(session: ClassSession, audience: Audience, player: string): Status | null {
  const refusal = session.members.remove(player);
  if (refusal === null) audience.playing(player)?.leave(CLOSED_FOR_GOOD, CLOSE_REASONS.removed);
  return refusal;
}
