// What the architecture tests look at: source files as text, their imports, their syntax trees.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface SourceFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly what: string;
}

const root = join(import.meta.dirname, '../..');
const notSource = new Set(['node_modules', 'dist', 'generated', 'output']);

export function readSources(folder: string): SourceFile[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notSource.has(entry.name) ? [] : readSources(path);
    return /\.tsx?$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** A path from the top of the repository for a relative import, otherwise undefined. */
  readonly target: string | undefined;
}

/** Static imports, re-exports and dynamic imports; `import type` as well, since it couples just the same. */
export function importsOf(file: SourceFile): Import[] {
  const { module } = parseSync(file.path, file.text);
  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((found) =>
      file.text.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
  return specifiers.map((specifier) => ({
    specifier,
    target: specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined,
  }));
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

function visit(
  value: unknown,
  parent: SyntaxNode | undefined,
  seen: (node: SyntaxNode, parent?: SyntaxNode) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, parent, seen);
  } else if (isNode(value)) {
    seen(value, parent);
    for (const [field, child] of Object.entries(value)) if (field !== 'type') visit(child, value, seen);
  }
}

/** Every node of the syntax tree, with its parent. A file that does not parse is an error, never an empty tree. */
export function walk(file: SourceFile, seen: (node: SyntaxNode, parent?: SyntaxNode) => void): void {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`);
  visit(program, undefined, seen);
}
