/**
 * Random numbers without a stream: a keyed hash of (seed, tick, name). A new draw in one place moves no other draw,
 * and a snapshot has no generator to save.
 */
import { assert } from './assert.ts';
import { avalanche, hashText, mixText } from './hash.ts';

/** Uniform in [0, 2^32). The name may go on from a beginning that was mixed before; see `mixText`. */
export function randomUint32(seed: number, tick: number, name: string, beginning?: number): number {
  return drawFor(seed, tick, hashText(name, beginning));
}

function drawFor(seed: number, tick: number, nameHash: number): number {
  return avalanche(avalanche(seed ^ Math.imul(tick, 0x9e3779b1)) ^ nameHash);
}

/** Uniform in [0, bound). The bias is below bound / 2^32, which no game of ours can see. */
export function randomBelow(bound: number, seed: number, tick: number, name: string): number {
  assert(bound > 0, 'randomBelow needs a positive bound');
  return randomUint32(seed, tick, name) % bound;
}

const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A name suffix as Kubernetes makes them: no vowels and no 0, 1, 3, so that no word appears by accident. */
export function randomSuffix(length: number, seed: number, tick: number, name: string): string {
  const mixed = mixText(`${name}#`);
  let suffix = '';
  for (let index = 0; index < length; index += 1) {
    const drawn = drawFor(seed, tick, hashText(String(index), mixed));
    suffix += SUFFIX_ALPHABET[drawn % SUFFIX_ALPHABET.length];
  }
  return suffix;
}
