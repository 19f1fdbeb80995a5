// What may not be written: clocks, chance and machine-dependent answers in shared; enums and decorators anywhere.
import { walk, type SourceFile, type SyntaxNode, type Violation } from './source.ts';

const bannedGlobals = new Set([
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'Intl',
  'crypto',
  'console',
  'process',
  'globalThis',
  'window',
  'document',
  'fetch',
  'WeakRef',
  'FinalizationRegistry',
]);
/** Exact on every engine by the standard, or by IEEE 754. */
const exactMath = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);
const bannedMembers = /^(localeCompare|toLocale\w+)$/;

const nameOf = (value: unknown): string | undefined => {
  const node = value as SyntaxNode | undefined;
  if (node?.type === 'Identifier') return node['name'] as string;
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
};

/** `a.Date` and `{ Date: 1 }` name a field, not the global. */
function isFieldName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!parent || parent['computed'] === true) return false;
  return parent['property'] === node || (parent['key'] === node && parent['shorthand'] !== true);
}

function impurity(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.type === 'Identifier' && bannedGlobals.has(node['name'] as string) && !isFieldName(node, parent)) {
    return node['name'] as string;
  }
  if (node.type === 'MemberExpression') {
    const property = nameOf(node['property']);
    if (nameOf(node['object']) === 'Math' && !(property && exactMath.has(property) && !node['computed'])) {
      return /^[A-Z0-9_]+$/.test(property ?? '') ? undefined : `Math.${property}`;
    }
    if (property && bannedMembers.test(property)) return property;
  }
  // Math in another shape: const { random } = Math, const m = Math.
  if (node.type === 'Identifier' && node['name'] === 'Math' && parent?.type !== 'MemberExpression')
    return 'Math as a value';
  const raises = node.type === 'BinaryExpression' || node.type === 'AssignmentExpression';
  if (raises && String(node['operator']).startsWith('**')) {
    const sides = [node['left'], node['right']] as SyntaxNode[];
    const exact = sides.some((side) => 'bigint' in side) || sides.every((side) => side.type === 'Literal');
    return exact ? undefined : `${String(node['operator'])} (rounded by the engine)`;
  }
  return undefined;
}

function oldSyntax(node: SyntaxNode): string | undefined {
  if (node.type === 'TSEnumDeclaration') return 'enum';
  if (node.type === 'Decorator') return 'decorator';
  if (node.type === 'TSParameterProperty') return 'parameter property';
  return node.type === 'TSModuleDeclaration' && node['kind'] === 'namespace' ? 'namespace' : undefined;
}

function violations(files: readonly SourceFile[], rule: string, check: typeof impurity): Violation[] {
  const found: Violation[] = [];
  for (const file of files) {
    walk(file, (node, parent) => {
      const what = check(node, parent);
      if (what) found.push({ path: file.path, rule, what });
    });
  }
  return found;
}

export function purityViolations(files: readonly SourceFile[]): Violation[] {
  return violations(files, 'the same on every machine, at every time', impurity);
}

export function syntaxViolations(files: readonly SourceFile[]): Violation[] {
  return violations(files, 'only types are erased', oldSyntax);
}
