/** Writes what is small and social into the room's Schema state. Only what differs is written, so only that travels. */
import { scoreOf } from '../../shared/cluster/score/score.ts';
import type { ClassSession } from '../session/class-session.ts';
import type { Member } from '../session/roster.ts';
import type { StoredRecording } from '../storage/storage.ts';
import { LobbyState, PlayerState, TeamState } from './lobby-state.ts';

export function newLobby(session: ClassSession): LobbyState {
  const state = new LobbyState();
  state.code = session.code;
  state.scenarioId = session.scenarioId;
  for (const { id, name } of session.teams) state.teams.push(new TeamState().assign({ id, name }));
  showSession(state, session);
  showScores(state, session);
  return state;
}

export function showSession(state: LobbyState, session: ClassSession): void {
  state.phase = session.phase;
  state.pace = session.pace;
  state.locked = session.locked;
  session.teams.forEach((team, index) => state.teams[index]?.assign({ frozen: team.isFrozen }));
  showPlayers(state, session.roster.list());
}

export function showScores(state: LobbyState, session: ClassSession): void {
  state.tick = session.tick;
  session.teams.forEach((team, index) => {
    const { uptimePpm, served, offered } = scoreOf(team.store);
    state.teams[index]?.assign({ uptimePpm: uptimePpm ?? -1, served, offered });
  });
}

export function showVerdicts(state: LobbyState, recordings: readonly StoredRecording[] | 'checking'): void {
  state.teams.forEach((team, index) => {
    if (recordings === 'checking') team.verdict = 'checking';
    else team.assign({ verdict: String(recordings[index]?.isTrue ?? false), recordingId: recordings[index]?.id ?? '' });
  });
}

/** Players are only ever appended, except when one is removed: then the list is made anew instead of spliced. */
function showPlayers(state: LobbyState, members: readonly Member[]): void {
  const isPrefix = state.players.every((player, index) => player.id === members[index]?.id);
  if (!isPrefix) state.players.clear();
  members.forEach((member, index) => {
    const { id, nickname, cluster: team, connected } = member;
    const shown = state.players[index];
    if (!shown) state.players.push(new PlayerState().assign({ id, nickname, team, connected }));
    else shown.assign({ nickname, team, connected });
  });
}
