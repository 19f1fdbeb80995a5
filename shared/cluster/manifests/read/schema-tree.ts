/** Our schemas as JSON Schema trees: what may stand at a place of a manifest. */
import { z } from 'zod';
import { MANIFESTS, type ManifestKind } from '../../../api/kinds.ts';
import { dns1035Label, dns1123Label, dns1123Subdomain, labelValue, portName } from '../../../api/names.ts';
import { percent } from '../../../api/int-or-percent.ts';
import { digest } from '../../../api/world/image.ts';
import { isObject } from '../json.ts';

export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  /** The same, where one field tells which. */
  readonly oneOf?: readonly SchemaNode[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly default?: unknown;
}

const treeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode;

/** A pure memo: a tree takes a dozen milliseconds to make, and the bench asks at every key press. */
const trees = new Map<ManifestKind, SchemaNode>();

export function schemaTree(kind: ManifestKind): SchemaNode {
  let tree = trees.get(kind);
  if (!tree) trees.set(kind, (tree = treeOf(MANIFESTS[kind])));
  return tree;
}

export const shapesOf = ({ anyOf, oneOf }: SchemaNode): readonly SchemaNode[] | undefined => anyOf ?? oneOf;

/** The one of several shapes that a value means: by the value of a constant field, else the first of its type. */
export function shapeFor(node: SchemaNode, value: unknown): SchemaNode {
  const shapes = shapesOf(node);
  if (!shapes) return node;
  const isMeant = ({ properties = {}, type }: SchemaNode) => {
    if (!isObject(value)) return type === undefined || type === typeOf(value);
    return Object.entries(properties).every(
      ([key, { const: only }]) => only === undefined || only === (value[key] ?? only),
    );
  };
  return shapes.find(isMeant) ?? shapes[0] ?? node;
}

export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What leads from a place one step down; undefined where the schema knows nothing there. */
export function childOf(node: SchemaNode, key: string | number, value: unknown): SchemaNode | undefined {
  const child =
    typeof key === 'number'
      ? node.items
      : (node.properties?.[key] ??
        (isObject(node.additionalProperties) ? (node.additionalProperties as SchemaNode) : undefined));
  return child && shapeFor(child, value);
}

/** Formats that have a name, by their pattern. */
export const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dnsLabel: dns1123Label,
    dnsName: dns1123Subdomain,
    serviceName: dns1035Label,
    labelValue,
    portName,
    percent,
    digest,
  }).flatMap(([name, schema]) => {
    const { pattern } = treeOf(schema);
    return pattern === undefined ? [] : [[pattern, name] as const];
  }),
);
