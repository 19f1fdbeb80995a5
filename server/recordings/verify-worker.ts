/** Runs one recording in a thread of its own, so that no lesson waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyRecording } from '../../shared/recording/verify.ts';
import { practiceFault } from './practice-check.ts';
import type { VerifyAnswer, VerifyJob } from './verifier.ts';

function run({ recording, scenario }: VerifyJob): VerifyAnswer {
  try {
    const fault = scenario === null ? null : practiceFault(recording, scenario);
    return fault === null ? { verdict: verifyRecording(recording), fault: null } : { verdict: null, fault };
  } catch (error) {
    return { verdict: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port has no origin
parentPort?.postMessage(run(workerData as VerifyJob));
