/** Who may come in, and as whom. Throws the refusal where somebody may not. */
import { failure } from '../../shared/api/status.ts';
import { joinOptions, type JoinOptions } from '../../shared/protocol/join-options.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { ClassSession } from '../session/class-session.ts';
import { freeNicknames, isNickname } from '../session/nicknames.ts';
import { Refusal } from '../session/refusal.ts';
import type { WelcomeMessage } from '../../shared/protocol/welcome-message.ts';
import { badMessage } from './messages.ts';

export function parseJoin(options: unknown): JoinOptions {
  const parsed = joinOptions.safeParse(options);
  if (!parsed.success) throw new Refusal(badMessage('join', parsed.error));
  const { protocol } = parsed.data;
  if (protocol !== PROTOCOL_VERSION) {
    const details = { client: protocol, server: PROTOCOL_VERSION };
    throw new Refusal(failure('BadRequest', 'wrongProtocol', 'this page is older or newer than the server', details));
  }
  return parsed.data;
}

export function admit(session: ClassSession, options: JoinOptions): WelcomeMessage {
  if (options.as === 'player') return admitPlayer(session, options);
  if (options.as === 'teacher' && !session.isHostKey(options.hostKey)) {
    throw new Refusal(failure('Unauthorized', 'wrongHostKey', 'the host key does not belong to this session', {}));
  }
  return { as: options.as, player: '', nickname: '', token: '', cluster: session.teams[0]?.id ?? '' };
}

function admitPlayer(session: ClassSession, options: Extract<JoinOptions, { as: 'player' }>): WelcomeMessage {
  if (options.token !== undefined) {
    const member = session.roster.withToken(options.token);
    if (!member) throw new Refusal(failure('Unauthorized', 'unknownToken', 'nobody here has this token', {}));
    session.setConnected(member.id, true);
    return {
      as: 'player',
      player: member.id,
      nickname: member.nickname,
      token: options.token,
      cluster: member.cluster,
    };
  }
  const [spare] = freeNicknames(1, 'en', (nickname) => session.roster.hasNickname(nickname));
  const nickname = options.nickname ?? spare ?? '';
  if (!isNickname(nickname)) {
    throw new Refusal(failure('Invalid', 'unknownNickname', `"${nickname}" is not one of the nicknames`, { nickname }));
  }
  const { member, token } = session.join(nickname, options.team);
  return { as: 'player', player: member.id, nickname, token, cluster: member.cluster };
}
