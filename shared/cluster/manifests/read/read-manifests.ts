/** Reads manifests as they are written for a real cluster: YAML, several documents in one text, problems at their line. */
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
} from 'yaml';
import { MANIFESTS, type ManifestKind } from '../../../api/kinds.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { WrittenManifest } from '../written-manifest.ts';
import { asStored } from './older-versions.ts';
import { nearestName } from './nearest-name.ts';
import { problemsOf, showPath, type Problem, type ProblemKey } from './problems.ts';
import { schemaTree } from './schema-tree.ts';
import { tidy, type Path } from './tidy.ts';

export interface LocatedProblem extends Problem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface ReadManifests {
  /** Those without errors, in the order of the text. */
  readonly manifests: readonly WrittenManifest[];
  /** By line. */
  readonly problems: readonly LocatedProblem[];
}

/** Oracle: apiserver.maxRequestBodyBytes is 3 MiB; a text for the bench needs less. */
const MAX_TEXT_LENGTH = 256 * 1024;
const MAX_DOCUMENTS = 64;

export function readManifests(text: string): ReadManifests {
  if (text.length > MAX_TEXT_LENGTH) {
    return { manifests: [], problems: [{ ...error('tooLarge', [], 'Request entity too large'), line: 1, column: 1 }] };
  }
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: counter, version: '1.1', customTags: asGoReadsYaml });
  const read = (Array.isArray(parsed) ? parsed : []).slice(0, MAX_DOCUMENTS).map((one) => readDocument(one, counter));
  const problems = read.flatMap((one) => one.problems);
  return {
    manifests: read.flatMap((one) => one.manifests),
    problems: problems.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** sigs.k8s.io/yaml reads YAML 1.1, where `yes` is true, but knows neither dates nor numbers to the base 60. */
type Tags = Parameters<typeof parseAllDocuments>[1] extends { customTags?: infer T } | undefined ? T : never;
const asGoReadsYaml = ((tags: readonly { readonly tag?: string; readonly format?: string }[]) =>
  tags.filter(
    ({ tag, format }) => format !== 'TIME' && !/:(timestamp|binary|omap|pairs|set)$/.test(tag ?? ''),
  )) as unknown as Tags;

interface ReadDocument {
  readonly manifests: readonly WrittenManifest[];
  readonly problems: readonly LocatedProblem[];
}

function readDocument(parsed: Document.Parsed, counter: LineCounter): ReadDocument {
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ pos, message }) => ({
      ...error('badYaml', [], (message.split('\n')[0] ?? message).replace(/ at line .*$/, '')),
      ...at(pos[0]),
    }));
    return { manifests: [], problems };
  }
  if (parsed.contents === null || isEmpty(parsed.contents)) return { manifests: [], problems: [] };
  const json = parsed.toJS() as Json;
  const items = isObject(json) && json['kind'] === 'List' && isList(json['items']) ? json['items'] : null;
  const checked = items ? items.map((item, index) => checkManifest(item, ['items', index])) : [checkManifest(json, [])];
  return {
    manifests: checked.flatMap(({ manifest }) => (manifest ? [manifest] : [])),
    problems: checked.flatMap(({ problems }) =>
      problems.map((problem) => ({ ...problem, ...at(offsetOf(parsed.contents, problem)) })),
    ),
  };
}

const isEmpty = (node: Node) => isScalar(node) && node.value === null;

interface Checked {
  readonly manifest: WrittenManifest | null;
  readonly problems: readonly Problem[];
}

/** One manifest as JSON. `base`: where in its document it stands. */
function checkManifest(written: Json, base: Path): Checked {
  if (!isObject(written))
    return failed(error('notAMapping', base, 'error unmarshaling JSON: cannot unmarshal into a mapping'));
  const json = asStored(written);
  const { kind, apiVersion } = json;
  if (typeof kind !== 'string') return failed(error('missingKind', [...base, 'kind'], "Object 'Kind' is missing"));
  if (!isManifestKind(kind)) return failed(unknownKind(kind, [...base, 'kind'], apiVersion));
  const tree = schemaTree(kind);
  const wanted = tree.properties?.['apiVersion']?.const;
  if (apiVersion !== wanted) return failed(wrongVersion(kind, [...base, 'apiVersion'], apiVersion, String(wanted)));
  const { value, ignored } = tidy(kind, json, tree);
  const warnings = ignored.map(({ path, why }): Problem => {
    const field = showPath(path);
    const message = `field "${field}" has no effect in this cluster`;
    return {
      key: 'ignoredField',
      severity: 'warning',
      path: [...base, ...path],
      message,
      details: { field, why },
      expected: null,
    };
  });
  const { error: wrong } = MANIFESTS[kind].safeParse(value);
  const errors = (wrong?.issues ?? []).flatMap((issue) => problemsOf(issue, value, tree));
  return {
    manifest: wrong ? null : (value as JsonObject as unknown as WrittenManifest),
    problems: [...warnings, ...errors.map((problem) => ({ ...problem, path: [...base, ...problem.path] }))],
  };
}

const KINDS_OF_MANIFESTS = Object.keys(MANIFESTS);
const isManifestKind = (kind: string): kind is ManifestKind => Object.hasOwn(MANIFESTS, kind);
const failed = (problem: Problem): Checked => ({ manifest: null, problems: [problem] });

function error(key: ProblemKey, path: Path, message: string, details: Problem['details'] = {}): Problem {
  return { key, severity: 'error', path, message, details: { message, ...details }, expected: null };
}

function unknownKind(kind: string, path: Path, apiVersion: Json | undefined): Problem {
  const message = `no matches for kind "${kind}" in version "${String(apiVersion)}"`;
  const details = { name: kind, nearest: nearestName(kind, KINDS_OF_MANIFESTS) ?? '' };
  return { ...error('unknownKind', path, message, details), expected: { type: 'choice', values: KINDS_OF_MANIFESTS } };
}

function wrongVersion(kind: string, path: Path, apiVersion: Json | undefined, wanted: string): Problem {
  const message = `no matches for kind "${kind}" in version "${String(apiVersion ?? '')}"`;
  const details = { kind, value: String(apiVersion ?? ''), wanted };
  return { ...error('wrongVersion', path, message, details), expected: { type: 'choice', values: [wanted] } };
}

/** Where the path leads in the text; of a field that is unknown the field's name, of one that is missing its mapping. */
function offsetOf(contents: Node | null, { path, key }: Problem): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  path.forEach((part, index) => {
    if (isAlias(node) || !isCollection(node)) return;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === part) : undefined;
    const child: unknown = pair ? pair.value : isPair(node) ? undefined : node.get(part, true);
    const isLast = index === path.length - 1;
    const named = isLast && (key === 'unknownField' || key === 'ignoredField' || child === null || child === undefined);
    offset = rangeOf(named ? pair?.key : child) ?? rangeOf(pair?.key) ?? offset;
    node = child;
  });
  return offset;
}

function rangeOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0];
}
