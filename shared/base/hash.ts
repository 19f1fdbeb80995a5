/**
 * A structural hash of plain data in two 32-bit lanes. Keys of records may come in any order; arrays keep theirs.
 * It finds accidents; it is no defence against someone who looks for collisions.
 */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

export const ZERO_HASH: Hash64 = { high: 0, low: 0 };

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const GOLDEN = 0x9e3779b1;
/** The two lanes see the same value through different seeds. */
const HIGH_SEED = 0x2545f491;
const LOW_SEED = 0x6c8e9cf5;

/** FNV-1a over code units. Goes on from another text's, so that a common beginning is read once. */
export function mixText(text: string, seed = FNV_OFFSET): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash;
}

/** The same, finished with a murmur-style avalanche. Unsigned 32 bits. */
export function hashText(text: string, seed = FNV_OFFSET): number {
  return avalanche(mixText(text, seed));
}

export function avalanche(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Both lanes of the value that was mixed last: one walk makes two numbers, and no pair need be made for each field. */
let high = 0;
let low = 0;

function mixBoth(text: string, highSeed: number, lowSeed: number): void {
  high = highSeed;
  low = lowSeed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, FNV_PRIME);
    low = Math.imul(low ^ unit, FNV_PRIME);
  }
  high = avalanche(high);
  low = avalanche(low);
}

function set(mixed: number): void {
  high = avalanche(HIGH_SEED ^ mixed);
  low = avalanche(LOW_SEED ^ mixed);
}

/** Leaves its answer in the two lanes. */
function mix(value: unknown): void {
  if (typeof value === 'string') mixBoth(value, HIGH_SEED ^ 0x51, LOW_SEED ^ 0x51);
  else if (typeof value === 'number') mixNumber(value);
  else if (typeof value === 'boolean') set(value ? 0x7472 : 0x6661);
  else if (value === undefined) set(0x75);
  else if (value === null) set(0x6e);
  else if (Array.isArray(value)) mixList(value);
  else mixRecord(value as Readonly<Record<string, unknown>>);
}

function mixNumber(value: number): void {
  if (!Number.isSafeInteger(value)) {
    mixBoth(String(value), HIGH_SEED ^ 0x4e, LOW_SEED ^ 0x4e);
    return;
  }
  const mixed = (value | 0) ^ Math.imul(Math.floor(value / 0x1_0000_0000), GOLDEN);
  high = avalanche(mixed ^ Math.imul(HIGH_SEED, 3));
  low = avalanche(mixed ^ Math.imul(LOW_SEED, 3));
}

function mixList(list: readonly unknown[]): void {
  let highSum = avalanche(HIGH_SEED ^ 0x5b ^ list.length);
  let lowSum = avalanche(LOW_SEED ^ 0x5b ^ list.length);
  for (const item of list) {
    mix(item);
    highSum = avalanche(Math.imul(highSum, 31) ^ high);
    lowSum = avalanche(Math.imul(lowSum, 31) ^ low);
  }
  high = highSum;
  low = lowSum;
}

function mixRecord(record: Readonly<Record<string, unknown>>): void {
  let highSum = avalanche(HIGH_SEED ^ 0x7b);
  let lowSum = avalanche(LOW_SEED ^ 0x7b);
  for (const key of Object.keys(record)) {
    const item = record[key];
    if (item === undefined) continue;
    mix(item);
    const highOfItem = Math.imul(high, GOLDEN);
    const lowOfItem = Math.imul(low, GOLDEN);
    mixBoth(key, HIGH_SEED, LOW_SEED);
    highSum = (highSum + avalanche(high ^ highOfItem)) | 0;
    lowSum = (lowSum + avalanche(low ^ lowOfItem)) | 0;
  }
  high = avalanche(highSum);
  low = avalanche(lowSum);
}

export function hashValue(value: unknown): Hash64 {
  mix(value);
  return { high, low };
}

/** Hash of one named object; the name salts it, so that two objects which swap their contents do not cancel out. */
export function hashEntry(name: string, value: unknown): Hash64 {
  const hash = hashValue(value);
  return {
    high: avalanche(hash.high ^ hashText(name, 0x1f3d5b79)),
    low: avalanche(hash.low ^ hashText(name, 0x2b4d6f81)),
  };
}

export function addHash(a: Hash64, b: Hash64): Hash64 {
  return { high: (a.high + b.high) >>> 0, low: (a.low + b.low) >>> 0 };
}

export function subtractHash(a: Hash64, b: Hash64): Hash64 {
  return { high: (a.high - b.high) >>> 0, low: (a.low - b.low) >>> 0 };
}

export function formatHash(hash: Hash64): string {
  return hash.high.toString(16).padStart(8, '0') + hash.low.toString(16).padStart(8, '0');
}
