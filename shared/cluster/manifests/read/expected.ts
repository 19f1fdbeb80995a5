/** What is expected at a place of a manifest, as data: the sentence is the client's. */
import { FORMATS, shapesOf, type SchemaNode } from './schema-tree.ts';
import { QUANTITY_PLACES } from './quantities.ts';

export type Expected =
  | { readonly type: 'mapping'; readonly fields: readonly string[] }
  | { readonly type: 'list' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'text' }
  /** Text in a format that has a name: `quantity`, `dnsLabel`, `labelValue`, ... */
  | { readonly type: 'format'; readonly format: string }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'either'; readonly of: readonly Expected[] };

/** `parent` and `field`: under which name the value stands in which mapping. */
export function expectedAt(node: SchemaNode, parent: string, field: string): Expected {
  const shapes = shapesOf(node);
  if (shapes) {
    const all = shapes.map((shape) => expectedAt(shape, parent, field));
    const fields = all.flatMap((one) => (one.type === 'mapping' ? one.fields : []));
    if (all.every(({ type }) => type === 'mapping')) return { type: 'mapping', fields: [...new Set(fields)] };
    return { type: 'either', of: all };
  }
  if (node.const !== undefined) return { type: 'choice', values: [String(node.const)] };
  if (node.enum) return { type: 'choice', values: node.enum.map(String) };
  switch (node.type) {
    case 'object':
      return { type: 'mapping', fields: Object.keys(node.properties ?? {}) };
    case 'array':
      return { type: 'list' };
    case 'integer':
    case 'number':
      return { type: 'integer', minimum: node.minimum ?? 0, maximum: node.maximum ?? Number.MAX_SAFE_INTEGER };
    case 'boolean':
      return { type: 'boolean' };
    default: {
      const format =
        QUANTITY_PLACES.has(parent) || QUANTITY_PLACES.has(field) ? 'quantity' : FORMATS.get(node.pattern ?? '');
      return format === undefined ? { type: 'text' } : { type: 'format', format };
    }
  }
}
