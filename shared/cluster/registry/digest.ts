/** Digests as OCI writes them: `algorithm:hex`. Source: opencontainers/go-digest, Validate. */
import { utf8Bytes } from '../../base/utf8.ts';

export type DigestErrorKind = 'digest-bad-format' | 'digest-bad-length' | 'digest-unsupported';
export type ParsedDigest =
  | { readonly algorithm: string; readonly encoded: string; readonly valid: true }
  | { readonly valid: false; readonly errorKind: DigestErrorKind };

/** Hexadecimal digits of each algorithm that may be used. */
const HEX_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
const ANY_DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const LOWER_HEX = /^[a-f0-9]+$/;

const invalid = (errorKind: DigestErrorKind): ParsedDigest => ({ valid: false, errorKind });

export function parseDigest(text: string): ParsedDigest {
  const separator = text.indexOf(':');
  if (separator <= 0 || separator + 1 === text.length) return invalid('digest-bad-format');
  const algorithm = text.slice(0, separator);
  const encoded = text.slice(separator + 1);
  const length = Object.hasOwn(HEX_LENGTHS, algorithm) ? HEX_LENGTHS[algorithm] : undefined;
  if (length === undefined) return invalid(ANY_DIGEST.test(text) ? 'digest-unsupported' : 'digest-bad-format');
  if (utf8Bytes(encoded).length !== length) return invalid('digest-bad-length');
  return LOWER_HEX.test(encoded) ? { algorithm, encoded, valid: true } : invalid('digest-bad-format');
}
