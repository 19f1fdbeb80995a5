/** Threads that play classes side by side. What comes of it depends on the seeds alone, not on who was quicker. */
import { Worker } from 'node:worker_threads';
import type { Violation } from './checkers/watch.ts';
import type { Wanted } from './features.ts';
import type { Figures } from './tally.ts';

/** One class. */
export interface Task {
  readonly seed: number;
  readonly ticks: number;
  readonly wanted?: Wanted;
}

export interface Outcome {
  readonly seed: number;
  readonly figures: Figures;
  readonly violations: readonly Violation[];
}

const MEMBER = new URL('crew-member.ts', import.meta.url);

export class Crew {
  readonly #threads: readonly Worker[];

  constructor(threads: number) {
    this.#threads = Array.from(
      { length: threads },
      () => new Worker(MEMBER, { execArgv: ['--disable-warning=ExperimentalWarning'] }),
    );
  }

  /** In the order of the tasks. Whoever is free takes the next. */
  async play(tasks: readonly Task[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const waiting = tasks.entries();
    await Promise.all(
      this.#threads.map(async (thread) => {
        for (const [at, task] of waiting) outcomes[at] = await played(thread, task);
      }),
    );
    return outcomes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

function played(thread: Worker, task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (outcome: Outcome) => {
      thread.off('error', reject);
      resolve(outcome);
    });
    thread.postMessage(task, []);
  });
}
