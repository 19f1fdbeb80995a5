// What the product exports and only tests use: a feature that is none.
import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source.ts';

export interface OnlyTested {
  readonly path: string;
  readonly name: string;
}

/** Functions, constants and classes by the names under which a file exports them. */
function exportedBy({ path, text }: SourceFile): string[] {
  const { module } = parseSync(path, text);
  const entries = module.staticExports.flatMap((found) => found.entries);
  return entries.flatMap((entry) =>
    entry.isType || entry.moduleRequest || entry.exportName.kind !== 'Name' ? [] : (entry.exportName.name ?? []),
  );
}

const words = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

/** Names that stand nowhere in the product but where they are declared. */
export function onlyTested(product: readonly SourceFile[]): OnlyTested[] {
  const places = new Map<string, number>();
  for (const { text } of product) for (const word of words(text)) places.set(word, (places.get(word) ?? 0) + 1);
  return product.flatMap((file) =>
    exportedBy(file).flatMap((name) => (places.get(name) === 1 ? [{ path: file.path, name }] : [])),
  );
}
