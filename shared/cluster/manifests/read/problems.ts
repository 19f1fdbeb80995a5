/** What is wrong with a manifest: where, and what is expected there instead. */
import type { z } from 'zod';
import { parseIntOrString } from '../../../api/int-or-percent.ts';
import { member, type Json } from '../json.ts';
import { expectedAt, type Expected } from './expected.ts';
import { childOf, type SchemaNode } from './schema-tree.ts';
import { nearestName } from './nearest-name.ts';
import type { Path } from './tidy.ts';

/** Texts: client `manifest.<key>`. */
export const PROBLEM_KEYS = [
  'badYaml',
  'notAMapping',
  'tooLarge',
  'missingKind',
  'unknownKind',
  'wrongVersion',
  'unknownField',
  'missingField',
  'wrongType',
  'wrongValue',
  'outOfRange',
  'ignoredField',
] as const;
export type ProblemKey = (typeof PROBLEM_KEYS)[number];

export interface Problem {
  readonly key: ProblemKey;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  /** As the API server would say it. */
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly expected: Expected | null;
}

/** `spec.containers[0].image`, as error messages of Kubernetes write it. */
export function showPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

type Issue = z.core.$ZodIssue;
type Found = Omit<Problem, 'severity'>;

export function problemsOf(issue: Issue, manifest: Json, tree: SchemaNode): readonly Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  return found(issue, path, manifest, tree).map((problem) => ({ ...problem, severity: 'error' }));
}

function found(issue: Issue, path: Path, manifest: Json, tree: SchemaNode): readonly Found[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...path, key], manifest, tree));
  if (issue.code === 'invalid_union') {
    const closest = closestShape(issue.errors);
    if (closest) {
      return closest.flatMap((inner) =>
        found(inner, [...path, ...inner.path.filter((part) => typeof part !== 'symbol')], manifest, tree),
      );
    }
  }
  const { node, value } = look(path, manifest, tree);
  const expected = expectedAt(node, String(path.at(-2) ?? ''), String(path.at(-1) ?? ''));
  const field = showPath(path);
  const shown = JSON.stringify(value)?.slice(0, 100) ?? '';
  const about = { path, expected, details: { field, value: shown, ...unquoted(path, value, manifest, tree) } };
  if (value === undefined) return [{ ...about, key: 'missingField', message: `${field}: Required value` }];
  if (issue.code === 'invalid_type') {
    const message = `json: cannot unmarshal ${goType(value)} into field ${field}`;
    return [{ ...about, key: 'wrongType', message }];
  }
  const isRange = (issue.code === 'too_small' || issue.code === 'too_big') && expected.type === 'integer';
  return [
    {
      ...about,
      key: isRange ? 'outOfRange' : 'wrongValue',
      message: `${field}: Invalid value: ${shown}: ${issue.message}`,
    },
  ];
}

/** The number that it would be without its quotes, where a number may stand. */
function unquoted(path: Path, value: Json | undefined, manifest: Json, tree: SchemaNode): Found['details'] {
  const number = typeof value === 'string' ? parseIntOrString(value) : null;
  const last = path.at(-1);
  if (typeof number !== 'number' || last === undefined) return {};
  const shape = childOf(look(path.slice(0, -1), manifest, tree).node, last, number);
  return shape && expectedAt(shape, '', '').type === 'integer' ? { unquoted: number } : {};
}

/** Of several shapes that do not fit the one that fails in fewest places, unless it fails as a whole. */
function closestShape(shapes: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inner = shapes.filter((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  return [...inner].sort((a, b) => a.length - b.length)[0];
}

function unknownField(path: Path, manifest: Json, tree: SchemaNode): Found {
  const { node } = look(path.slice(0, -1), manifest, tree);
  const expected = expectedAt(node, String(path.at(-3) ?? ''), String(path.at(-2) ?? ''));
  const names = expected.type === 'mapping' ? expected.fields : [];
  const field = showPath(path);
  const details = { field, name: String(path.at(-1)), nearest: nearestName(String(path.at(-1)), names) ?? '' };
  return { key: 'unknownField', path, expected, details, message: `strict decoding error: unknown field "${field}"` };
}

function look(
  path: Path,
  manifest: Json,
  tree: SchemaNode,
): { readonly node: SchemaNode; readonly value: Json | undefined } {
  let node: SchemaNode = tree;
  let value: Json | undefined = manifest;
  for (const part of path) {
    value = member(value, part);
    node = childOf(node, part, value) ?? {};
  }
  return { node, value };
}

function goType(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
