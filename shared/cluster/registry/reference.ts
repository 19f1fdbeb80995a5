/**
 * Image references, parsed as distribution/reference does: a strict form that takes the text as it stands, and the
 * normalised form that everything else uses, where Docker Hub (`docker.io`), `library/` and `:latest` are filled in.
 */
import type { View } from '../../store/store.ts';
import { parseDigest, type DigestErrorKind } from './digest.ts';

export interface ImageReference {
  /** `docker.io`; empty in a strict reference that names none. */
  readonly domain: string;
  /** `library/villa`: the repository. */
  readonly path: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

export type ReferenceErrorKind = 'empty-name' | 'uppercase' | 'invalid-format' | 'name-too-long' | DigestErrorKind;
export type StrictResult = ImageReference | { readonly errorKind: ReferenceErrorKind };

/** Source: distribution/reference, normalize.go. */
export const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DOMAIN = 'index.docker.io';
/** Of Docker Hub’s official images. */
export const OFFICIAL_NAMESPACE = 'library';
const OFFICIAL_PREFIX = `${OFFICIAL_NAMESPACE}/`;
export const DEFAULT_TAG = 'latest';
/** Source: distribution/reference, RepositoryNameTotalLengthMax. */
const PATH_LENGTH_MAX = 255;

/** Grammar: distribution/reference, regexp.go. */
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = `(?:${HOST_PART}(?:\\.${HOST_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(
  `^(?:(${HOST})/)?(${COMPONENT}(?:/${COMPONENT})*)(?::(\\w[\\w.-]{0,127}))?(?:@(${DIGEST}))?$`,
);
/** A bare image id is not a name. */
const IDENTIFIER = /^[a-f0-9]{64}$/;

export function parseStrictReference(text: string): StrictResult {
  const match = REFERENCE.exec(text);
  if (!match) {
    if (text === '') return { errorKind: 'empty-name' };
    return { errorKind: REFERENCE.test(text.toLowerCase()) ? 'uppercase' : 'invalid-format' };
  }
  const [, domain = '', path = '', tag = null, digest = null] = match;
  if (path.length > PATH_LENGTH_MAX) return { errorKind: 'name-too-long' };
  if (digest !== null) {
    const parsed = parseDigest(digest);
    if (!parsed.valid) return { errorKind: parsed.errorKind };
  }
  return { domain, path, tag, digest };
}

/** The normalised reference, or null when the text is none. The tag stays null where none was written. */
export function parseReference(text: string): ImageReference | null {
  if (IDENTIFIER.test(text)) return null;
  const [domain, remainder] = splitDomain(text);
  const repository = remainder.split(':', 1)[0] ?? '';
  if (repository !== repository.toLowerCase()) return null;
  const result = parseStrictReference(`${domain}/${remainder}`);
  return 'errorKind' in result ? null : result;
}

/** The first part is a host only if it could be no Docker Hub account. Source: splitDockerDomain. */
function splitDomain(text: string): readonly [domain: string, remainder: string] {
  const slash = text.indexOf('/');
  const first = slash === -1 ? '' : text.slice(0, slash);
  const isHost = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
  const domain = isHost && first !== LEGACY_DOMAIN ? first : DEFAULT_DOMAIN;
  const remainder = isHost ? text.slice(slash + 1) : text;
  return domain === DEFAULT_DOMAIN && !remainder.includes('/')
    ? [domain, OFFICIAL_PREFIX + remainder]
    : [domain, remainder];
}

/** `docker.io/library/villa`: the repository with its domain. */
export function repositoryOf(reference: ImageReference): string {
  return reference.domain === '' ? reference.path : `${reference.domain}/${reference.path}`;
}

const suffixOf = ({ tag, digest }: ImageReference): string =>
  (tag === null ? '' : `:${tag}`) + (digest === null ? '' : `@${digest}`);

/** All that the reference says, written out. */
export function canonicalReference(reference: ImageReference): string {
  return repositoryOf(reference) + suffixOf(reference);
}

/** As people write it: without Docker Hub's domain, and without `library/`. */
export function familiarReference(reference: ImageReference): string {
  if (reference.domain !== DEFAULT_DOMAIN) return canonicalReference(reference);
  const parts = reference.path.split('/');
  const path = parts.length === 2 && parts[0] === OFFICIAL_NAMESPACE ? parts[1] : reference.path;
  return path + suffixOf(reference);
}

/** Neither tag nor digest means `:latest`. */
export function withDefaultTag(reference: ImageReference): ImageReference {
  return reference.tag === null && reference.digest === null ? { ...reference, tag: DEFAULT_TAG } : reference;
}

/** `villa` -> `docker.io/library/villa:latest`; null when the text is no reference. */
export function normaliseReference(text: string): string | null {
  const reference = parseReference(text);
  return reference === null ? null : canonicalReference(withDefaultTag(reference));
}

/** The digest that a pull of this reference would fetch; undefined when the registry has no such manifest. */
export function resolveReference(view: View, text: string): string | undefined {
  const parsed = parseReference(text);
  if (!parsed) return undefined;
  const reference = withDefaultTag(parsed);
  const repository = repositoryOf(reference);
  // A digest wins over a tag beside it: that is what pinning is for.
  if (reference.digest !== null) return view.get('Revision', `${repository}@${reference.digest}`)?.digest;
  return view.get('Tag', `${repository}:${reference.tag}`)?.digest;
}

/** A stored reference as people write it; what cannot be parsed stays as it is. */
export function familiarText(text: string): string {
  const reference = parseReference(text);
  return reference === null ? text : familiarReference(reference);
}
