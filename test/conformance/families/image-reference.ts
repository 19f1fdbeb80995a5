/** Image references and digests. */
import { digestOfText } from '../../../shared/base/sha256.ts';
import { parseDigest } from '../../../shared/cluster/registry/digest.ts';
import {
  canonicalReference,
  familiarReference,
  parseReference,
  parseStrictReference,
  withDefaultTag,
  type ImageReference,
} from '../../../shared/cluster/registry/reference.ts';

/** The vectors leave out a tag or digest that is not there. */
const parts = (reference: ImageReference) =>
  Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== null));

export const adapters = {
  parseReference: ({ reference: text }: { readonly reference: string }) => {
    const strict = parseStrictReference(text);
    const normalized = parseReference(text);
    return {
      strict: 'errorKind' in strict ? { valid: false, ...strict } : { valid: true, ...parts(strict) },
      normalized: normalized
        ? {
            valid: true,
            ...parts(normalized),
            canonical: canonicalReference(normalized),
            familiar: familiarReference(normalized),
            withDefaultTag: canonicalReference(withDefaultTag(normalized)),
          }
        : { valid: false },
    };
  },
  parseDigest: ({ digest }: { readonly digest: string }) => parseDigest(digest),
  digestOfBytes: ({ utf8 }: { readonly utf8: string }) => ({ digest: digestOfText(utf8) }),
};
