/** Runs a recording and says whether it comes out as recorded. The leaderboard believes nothing else. */
import { resultOf } from './result.ts';
import { RecordingPlayer } from './player.ts';
import type { Recording, SessionResult } from './recording.ts';

export interface Verdict {
  readonly isTrue: boolean;
  readonly hashesChecked: number;
  readonly mismatch: { readonly sequence: number; readonly expected: string; readonly found: string } | null;
  readonly recorded: SessionResult | null;
  readonly found: SessionResult;
}

/** Throws an InvariantError where the log itself cannot be applied. */
export function verifyRecording(recording: Recording): Verdict {
  const player = new RecordingPlayer(recording);
  while (!player.atEnd) player.next();
  const found = resultOf(player.simulation.store);
  const isSame = recording.result === null || JSON.stringify(recording.result) === JSON.stringify(found);
  return {
    isTrue: player.mismatch === null && isSame,
    hashesChecked: recording.hashes.length,
    mismatch: player.mismatch,
    recorded: recording.result,
    found,
  };
}
