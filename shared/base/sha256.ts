/** Content digests in the form that OCI registries use. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8Bytes } from './utf8.ts';

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

export function digestOfText(text: string): Digest {
  return `sha256:${bytesToHex(sha256(utf8Bytes(text)))}`;
}

/** The first 12 digits, as Docker's own tables print them. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}
