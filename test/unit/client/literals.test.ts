/** No sentence reaches a player past the dictionary: what stands in the markup itself is found by parsing it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** Attributes that are read or spoken. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);
/** A word, not a unit (`500m`) or a sign. */
const WORD = /\p{L}{2,}/u;

interface AstNode {
  readonly type: string;
  readonly [field: string]: unknown;
}
const isNode = (value: unknown): value is AstNode => typeof value === 'object' && value !== null && 'type' in value;
const nodesIn = (value: unknown): readonly AstNode[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** The texts that an expression may come to, as far as they are written in it. */
function literalsOf(node: AstNode): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return nodesIn(node['quasis']).map(({ value }) => (value as { raw: string }).raw);
    case 'ConditionalExpression':
      return nodesIn([node['consequent'], node['alternate']]).flatMap(literalsOf);
    case 'LogicalExpression':
      return nodesIn([node['left'], node['right']]).flatMap(literalsOf);
    case 'JSXExpressionContainer':
      return nodesIn(node['expression']).flatMap(literalsOf);
    default:
      return [];
  }
}

/** `RUN`, `COPY`: what is written in `<code>` is said the same in every language. */
function isCode(node: AstNode): boolean {
  const opening = node['openingElement'] as { name?: { name?: unknown } } | undefined;
  return node.type === 'JSXElement' && opening?.name?.name === 'code';
}

function textsOf(node: AstNode): readonly string[] {
  if (node.type === 'JSXText') return [String(node['value'])];
  if (node.type === 'JSXAttribute') {
    const name = (node['name'] as { name?: unknown }).name;
    return SPOKEN.has(String(name)) ? nodesIn(node['value']).flatMap(literalsOf) : [];
  }
  const isChildOf = node.type === 'JSXElement' || node.type === 'JSXFragment';
  return isChildOf
    ? nodesIn(node['children']).flatMap((child) => (child.type === 'JSXExpressionContainer' ? literalsOf(child) : []))
    : [];
}

function visibleLiterals(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: AstNode) => {
    if (isCode(node)) return;
    found.push(...textsOf(node).filter((text) => WORD.test(text)));
    for (const value of Object.values(node)) nodesIn(value).forEach(visit);
  };
  visit(parseSync(file, source).program as unknown as AstNode);
  return found.map((text) => `${file}: ${text.trim()}`);
}

test('TEXT-6 no words stand in the markup itself: each comes from the dictionary', () => {
  const files = globSync('client/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => visibleLiterals(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('TEXT-6 a planted word is found, in text, attribute, branch and template', () => {
  const planted =
    'const a = <p title="Some help" class="not this">Words {ok ? "yes" : `so ${n} left`} {t("key")} 5 m</p>;';
  expect(visibleLiterals('a.tsx', planted)).toEqual([
    'a.tsx: yes',
    'a.tsx: so',
    'a.tsx: left',
    'a.tsx: Some help',
    'a.tsx: Words',
  ]);
});
