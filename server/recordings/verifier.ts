/** Re-simulates recordings, one after the other, each in its own thread with limits on time and memory. */
import { Worker } from 'node:worker_threads';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Verdict } from '../../shared/recording/verify.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';

export interface VerifyJob {
  readonly recording: Recording;
  /** Set for a practice run: the world it must have been played against. */
  readonly scenario: Scenario | null;
}

export interface VerifyAnswer {
  readonly verdict: Verdict | null;
  /** Why there is none. */
  readonly fault: string | null;
}

const TIMEOUT_MS = 60_000;
const MEMORY_MIB = 512;
const WORKER = new URL('verify-worker.ts', import.meta.url);

export class Verifier {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Jobs that are not done. */
  get waiting(): number {
    return this.#waiting;
  }

  verify(job: VerifyJob): Promise<VerifyAnswer> {
    this.#waiting += 1;
    const answer = this.#last.then(() => runWorker(job)).finally(() => (this.#waiting -= 1));
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}

function runWorker(job: VerifyJob): Promise<VerifyAnswer> {
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let timeout: NodeJS.Timeout | undefined;
  const answer = new Promise<VerifyAnswer>((resolve) => {
    timeout = setTimeout(() => resolve({ verdict: null, fault: 'timeout' }), TIMEOUT_MS);
    worker.on('message', (message: VerifyAnswer) => resolve(message));
    worker.on('error', (error: Error) => resolve({ verdict: null, fault: error.message }));
    worker.on('exit', () => resolve({ verdict: null, fault: 'stopped' }));
  });
  return answer.finally(() => {
    clearTimeout(timeout);
    return worker.terminate();
  });
}
