/** `npm run verify -- FILE`: runs a recording (JSON, gzipped or not) and says whether it comes out as recorded. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import { recording as recordingSchema, type Recording, type SessionResult } from '../../shared/recording/recording.ts';
import { verifyRecording } from '../../shared/recording/verify.ts';

function readRecording(path: string): Recording {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return recordingSchema.parse(JSON.parse((isGzip ? gunzipSync(bytes) : bytes).toString('utf8')));
}

function describeResult({ uptimePpm, served, offered, handPpm, ticks }: SessionResult): string {
  const uptime = uptimePpm === null ? '--' : `${(uptimePpm / 10_000).toFixed(2)} %`;
  return `uptime ${uptime}, ${served} of ${offered} requests served, ${(handPpm / 10_000).toFixed(2)} % by hand, ${ticks} ticks`;
}

function verify(path: string): boolean {
  const { head, ...rest } = readRecording(path);
  console.log(`${path}: scenario ${head.scenarioId}, team ${head.teamName}, session ${head.sessionId}`);
  if (head.rules !== RULES_VERSION) console.log(`recorded under rules ${head.rules}; these are rules ${RULES_VERSION}`);
  const { isTrue, hashesChecked, mismatch, recorded, found } = verifyRecording({ head, ...rest });
  console.log(
    `hashes:   ${hashesChecked} checked, ${mismatch === null ? 'all equal' : `first difference at input ${mismatch.sequence}: recorded ${mismatch.expected}, found ${mismatch.found}`}`,
  );
  console.log(`recorded: ${recorded === null ? 'no result' : describeResult(recorded)}`);
  console.log(`found:    ${describeResult(found)}`);
  console.log(isTrue ? 'verdict:  true' : 'verdict:  FALSE');
  return isTrue;
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: npm run verify -- FILE');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = verify(path) ? 0 : 1;
  } catch (error) {
    console.error(
      `${path}: not a recording that can be run: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 2;
  }
}
