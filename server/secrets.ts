/** Ids, keys and codes drawn from the machine's randomness. Secrets are stored as hashes only. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../shared/protocol/join-code.ts';

const SECRET_BYTES = 16;
const ID_BYTES = 8;

function randomHex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}

/** 32 hexadecimal digits: a host key or a seat's token. */
export function newSecret(): string {
  return randomHex(SECRET_BYTES);
}

/** 16 hexadecimal digits: a session, a player. */
export function newId(): string {
  return randomHex(ID_BYTES);
}

/** An integer below `bound`, each as likely as the other. */
export function randomBelow(bound: number): number {
  const limit = Math.floor(2 ** 32 / bound) * bound;
  for (;;) {
    const value = crypto.getRandomValues(new Uint32Array(1))[0] as number;
    if (value < limit) return value % bound;
  }
}

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomBelow(CODE_ALPHABET.length)]).join('');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function matchesHash(secret: string, hash: string): boolean {
  const found = Buffer.from(hashSecret(secret));
  const wanted = Buffer.from(hash);
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
