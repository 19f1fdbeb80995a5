/** Which rules of the SPEC files are watched: by a test whose title names them, or by an invariant of the attack. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk, type SourceFile, type SyntaxNode } from './source.ts';

export interface Rule {
  readonly id: string;
  readonly path: string;
}

const root = join(import.meta.dirname, '../..');
const ID = /\b[A-Z]+-\d+\b/g;
const NAMING = new Set(['test', 'it', 'describe', 'invariant', 'stands']);

export function readSpecs(): readonly SourceFile[] {
  const paths = globSync('{shared,server,client}/**/SPEC.md', { cwd: root });
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** A rule begins its line, or stands in bold letters. */
export function rulesIn({ path, text }: SourceFile): readonly Rule[] {
  const ids = [...text.matchAll(/(?:^- (?:\*\*)?|\*\*)([A-Z]+-\d+)\b/gm)].map((match) => match[1] ?? '');
  return ids.map((id) => ({ id, path }));
}

/** Ids in the titles of tests and groups, and in the first argument of invariants. */
export function citedIn(file: SourceFile): readonly string[] {
  const cited: string[] = [];
  walk(file, (node) => {
    if (node.type !== 'CallExpression' || !NAMING.has(rootName(node['callee'] as SyntaxNode))) return;
    const [title] = node['arguments'] as readonly SyntaxNode[];
    // The rows of a table begin with their titles.
    const rows = title?.type === 'ArrayExpression' ? (title['elements'] as readonly (SyntaxNode | null)[]) : [];
    const heads = rows.map((row) => (row?.type === 'ArrayExpression' ? (row['elements'] as SyntaxNode[])[0] : row));
    for (const named of [title, ...heads]) if (named) cited.push(...(textOf(named).match(ID) ?? []));
  });
  return cited;
}

/** `test` of `test.each(table)(title)`. */
function rootName(callee: SyntaxNode): string {
  if (callee.type === 'Identifier') return String(callee['name']);
  if (callee.type === 'CallExpression') return rootName(callee['callee'] as SyntaxNode);
  return callee.type === 'MemberExpression' ? rootName(callee['object'] as SyntaxNode) : '';
}

function textOf(title: SyntaxNode): string {
  if (title.type === 'Literal') return String(title['value']);
  if (title.type !== 'TemplateLiteral') return '';
  return (title['quasis'] as readonly { value: { raw: string } }[]).map(({ value }) => value.raw).join(' ');
}

export function unwatched(specs: readonly SourceFile[], tests: readonly SourceFile[]): readonly Rule[] {
  const cited = new Set(tests.flatMap(citedIn));
  return specs.flatMap(rulesIn).filter(({ id }) => !cited.has(id));
}

/** Rules that stand twice: nobody can say which of them a test cites. */
export function doubled(specs: readonly SourceFile[]): readonly Rule[] {
  const seen = new Set<string>();
  return specs.flatMap(rulesIn).filter(({ id }) => seen.size === seen.add(id).size);
}
