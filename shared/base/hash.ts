/**
 * A structural hash of plain data in two 32-bit lanes. Keys of records may come in any order; arrays keep theirs.
 * It finds accidents; it is no defence against someone who looks for collisions.
 */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

export const ZERO_HASH: Hash64 = { high: 0, low: 0 };

/** FNV-1a over code units, finished with a murmur-style avalanche. Unsigned 32 bits. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return avalanche(hash);
}

export function avalanche(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashLane(value: unknown, seed: number): number {
  switch (typeof value) {
    case 'string':
      return hashText(value, seed ^ 0x51);
    case 'number':
      return Number.isSafeInteger(value)
        ? avalanche((value | 0) ^ Math.imul(Math.floor(value / 0x1_0000_0000), 0x9e3779b1) ^ Math.imul(seed, 3))
        : hashText(String(value), seed ^ 0x4e);
    case 'boolean':
      return avalanche(seed ^ (value ? 0x7472 : 0x6661));
    case 'undefined':
      return avalanche(seed ^ 0x75);
    default:
      break;
  }
  if (value === null) return avalanche(seed ^ 0x6e);
  if (Array.isArray(value)) {
    let hash = avalanche(seed ^ 0x5b ^ value.length);
    for (const item of value) hash = avalanche(Math.imul(hash, 31) ^ hashLane(item, seed));
    return hash;
  }
  let sum = avalanche(seed ^ 0x7b);
  for (const [key, item] of Object.entries(value as object)) {
    if (item !== undefined)
      sum = (sum + avalanche(hashText(key, seed) ^ Math.imul(hashLane(item, seed), 0x9e3779b1))) | 0;
  }
  return avalanche(sum);
}

export function hashValue(value: unknown): Hash64 {
  return { high: hashLane(value, 0x2545f491), low: hashLane(value, 0x6c8e9cf5) };
}

/** Hash of one named object; the name salts it, so that two objects which swap their contents do not cancel out. */
export function hashEntry(name: string, value: unknown): Hash64 {
  const { high, low } = hashValue(value);
  return { high: avalanche(high ^ hashText(name, 0x1f3d5b79)), low: avalanche(low ^ hashText(name, 0x2b4d6f81)) };
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
