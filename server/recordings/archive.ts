/** What stays of a session: each team's recording, and its score once the log, run again, has given it again. */
import { gzipSync } from 'node:zlib';
import type { Recording } from '../../shared/recording/recording.ts';
import { resultOf } from '../../shared/recording/result.ts';
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import type { ServerLog } from '../log.ts';
import type { ClassSession } from '../session/class-session.ts';
import type { TeamCluster } from '../session/team-cluster.ts';
import type { Storage, StoredRecording } from '../storage/storage.ts';
import type { Verifier } from './verifier.ts';

export class Archive {
  readonly #storage: Storage;
  readonly #verifier: Verifier;
  readonly #log: ServerLog;

  constructor(storage: Storage, verifier: Verifier, log: ServerLog) {
    this.#storage = storage;
    this.#verifier = verifier;
    this.#log = log;
  }

  /** Puts a session away for good. From here on the recordings are all that is left of it. */
  async put(session: ClassSession): Promise<readonly StoredRecording[]> {
    const stored: { readonly meta: StoredRecording; readonly data: Uint8Array; readonly counts: boolean }[] = [];
    for (const team of session.teams) {
      const recording = this.#recordingOf(session, team);
      const { verdict, fault } = await this.#verifier.verify({ recording, scenario: null });
      const isTrue = verdict?.isTrue === true;
      if (!isTrue)
        this.#log.error(
          `recording of ${session.id}/${team.id} does not come out as recorded: ${fault ?? JSON.stringify(verdict)}`,
        );
      const data = packRecording(recording);
      const meta = describeRecording(recording, {
        code: session.code,
        createdAt: Date.now(),
        isTrue,
        bytes: data.length,
      });
      stored.push({ meta, data, counts: isTrue && !team.isFrozen });
    }
    this.#storage.transact(() => {
      for (const { meta, data, counts } of stored) {
        this.#storage.addRecording(meta, session.hostKeyHash, data);
        if (counts) addScore(this.#storage, meta, 'class');
      }
      this.#storage.closeSession(session.id);
    });
    return stored.map(({ meta }) => meta);
  }

  #recordingOf(session: ClassSession, team: TeamCluster): Recording {
    return {
      head: {
        format: 'podville-recording',
        version: 1,
        rules: RULES_VERSION,
        sessionId: session.id,
        clusterId: team.id,
        scenarioId: session.scenarioId,
        teamName: team.name,
        setup: team.setup,
      },
      log: this.#storage.log(session.id, team.id),
      hashes: this.#storage.hashes(session.id, team.id),
      result: resultOf(team.store),
    };
  }
}

export function recordingId(sessionId: string, clusterId: string): string {
  return `${sessionId}-${clusterId}`;
}

export function packRecording(recording: Recording): Uint8Array {
  return gzipSync(JSON.stringify(recording));
}

export function describeRecording(
  { head, result }: Recording,
  rest: Pick<StoredRecording, 'code' | 'createdAt' | 'isTrue' | 'bytes'>,
): StoredRecording {
  if (result === null) throw new Error('only a finished recording is stored');
  const { sessionId, clusterId, scenarioId, teamName } = head;
  return { id: recordingId(sessionId, clusterId), sessionId, scenarioId, teamName, ...result, ...rest };
}

/** A run that nobody ever wanted to visit has no uptime, and no place on the board. */
export function addScore(storage: Storage, recording: StoredRecording, origin: 'class' | 'practice'): void {
  if (recording.uptimePpm === null) return;
  const { id, scenarioId, teamName, createdAt, uptimePpm, served, offered, handPpm, ticks } = recording;
  storage.addScore({
    scenarioId,
    teamName,
    origin,
    recordingId: id,
    createdAt,
    uptimePpm,
    served,
    offered,
    handPpm,
    ticks,
  });
}
