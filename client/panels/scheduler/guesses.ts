/** Predict, then run: what a viewer guessed before they saw the scheduler's verdict, and how often they were right. */
import { signal } from '@preact/signals';
import type { PodExplanation } from '../../../shared/cluster/scheduler/explain.ts';
import { storage } from '../../state/storage.ts';
import { keptFlag } from '../preferences.ts';

/** A node's name, or that it fits nowhere. */
export const NOWHERE = '';

export interface Tally {
  readonly right: number;
  readonly all: number;
}

/** Several nodes may be equally good: the scheduler draws lots among them, so each is right. */
export function isRight({ nodes }: Pick<PodExplanation, 'nodes'>, guessed: string): boolean {
  if (guessed === NOWHERE) return nodes.every(({ fits }) => !fits);
  return nodes.some(({ node, best }) => node === guessed && best);
}

export const guessesFirst = keptFlag('scheduler.guess', false);

const TALLY = 'scheduler.tally';

function savedTally(): Tally {
  const [right = 0, all = 0] = (storage.get(TALLY) ?? '').split('/').map(Number);
  return Number.isInteger(right) && Number.isInteger(all) ? { right, all } : { right: 0, all: 0 };
}

export const tally = signal<Tally>(savedTally());

export interface Guess {
  readonly node: string;
  readonly right: boolean;
}

/** By pod: each is guessed once, and its verdict stands as it was then. */
export const guesses = signal<ReadonlyMap<string, Guess>>(new Map());

export function guess(explanation: PodExplanation, node: string): void {
  if (guesses.value.has(explanation.pod)) return;
  const right = isRight(explanation, node);
  guesses.value = new Map([...guesses.value, [explanation.pod, { node, right }]]);
  tally.value = { right: tally.value.right + Number(right), all: tally.value.all + 1 };
  storage.set(TALLY, `${tally.value.right}/${tally.value.all}`);
}
