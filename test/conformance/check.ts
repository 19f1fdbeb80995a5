/** Runs vectors through the simulation's own functions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Family } from './family.ts';
import type { Vector, VectorFile } from './vectors.ts';

export interface Failure {
  readonly vector: Vector;
  readonly got: unknown;
}

export interface FamilyResult {
  readonly family: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Names of the cases left out. */
  readonly skipped: readonly string[];
}

/** The family's file; one without a file has nothing to answer with, so that each of its cases fails. */
async function familyOf(name: string): Promise<Family> {
  const path = join(import.meta.dirname, 'families', `${name}.ts`);
  return /^[a-z0-9-]+$/.test(name) && existsSync(path) ? ((await import(path)) as Family) : { adapters: {} };
}

export async function checkFile({ family: name, cases }: VectorFile): Promise<FamilyResult> {
  const family = await familyOf(name);
  const failures: Failure[] = [];
  const skipped: string[] = [];
  for (const vector of cases) {
    if (vector.optional.some((feature) => family.leftOut?.includes(feature))) skipped.push(vector.name);
    else {
      const got = answer(family, vector);
      if (!isRight(family, vector, got)) failures.push({ vector, got });
    }
  }
  return { family: name, passed: cases.length - failures.length - skipped.length, failures, skipped };
}

/** Stands for an answer that cannot be right. */
class NoAnswer {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

function answer(family: Family, { fn, input }: Vector): unknown {
  const adapter = family.adapters[fn];
  if (!adapter) return new NoAnswer(`no adapter for ${fn}`);
  try {
    return plain(adapter(structuredClone(input) as never));
  } catch (error) {
    return new NoAnswer(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** As it would be written: vectors are JSON. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function isRight(family: Family, { fn, expected }: Vector, got: unknown): boolean {
  if (got instanceof NoAnswer) return false;
  const comparer = family.comparers?.[fn];
  return comparer ? comparer(expected as never, got as never) : isDeepStrictEqual(got, expected);
}
