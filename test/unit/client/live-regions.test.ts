/** What is said aloud when it changes must not change with every second. */
import { expect, test } from 'vitest';
import { readSources, walk, type SourceFile, type SyntaxNode } from '../../architecture/source.ts';

const CLOCKS = new Set(['formatTicks', 'TimeLeft']);

const nameOf = (node: unknown): string => String((node as SyntaxNode | undefined)?.['name']);

function isStatus(node: SyntaxNode): boolean {
  const opening = node['openingElement'] as SyntaxNode;
  return (opening['attributes'] as readonly SyntaxNode[]).some(
    ({ name, value }) => nameOf(name) === 'role' && (value as SyntaxNode | null)?.['value'] === 'status',
  );
}

/** Every name within a node, in whatever role. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, name } = value as SyntaxNode;
  const own = (type === 'Identifier' || type === 'JSXIdentifier') && typeof name === 'string' ? [name] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

/** A status that tells the time, itself or by a function of its file. */
function tickingIn(file: SourceFile): readonly string[] {
  const clocks = new Set(CLOCKS);
  walk(file, (node) => {
    const isNamed = node.type === 'FunctionDeclaration' || node.type === 'VariableDeclarator';
    // A component is named by capitals: it is no word that goes into a status.
    if (
      isNamed &&
      /^[a-z]/.test(nameOf(node['id'])) &&
      namesIn(node['body'] ?? node['init']).some((name) => clocks.has(name))
    )
      clocks.add(nameOf(node['id']));
  });
  const found: string[] = [];
  walk(file, (node) => {
    if (node.type !== 'JSXElement' || !isStatus(node)) return;
    found.push(
      ...namesIn(node['children'])
        .filter((name) => clocks.has(name))
        .map((name) => `${file.path}: ${name}`),
    );
  });
  return found;
}

test('PANEL-40 what is said aloud holds no clock', () => {
  const files = readSources('client').filter(({ path }) => path.endsWith('.tsx'));
  expect(files.filter(({ text }) => text.includes('role="status"')).length).toBeGreaterThan(10);
  expect(files.flatMap(tickingIn)).toEqual([]);
});

test('PANEL-40 a clock in a status is found, though a function of the file tells it', () => {
  const text =
    'const left = (tick) => formatTicks(tick); const A = () => <p role="status">{left(3)} <TimeLeft /></p>; const B = () => <p>{left(3)}</p>;';
  expect(tickingIn({ path: 'a.tsx', text })).toEqual(['a.tsx: left', 'a.tsx: TimeLeft']);
});
