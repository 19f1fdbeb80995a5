/**
 * Values out of a schema: whatever a table of verbs, commands or manifests will ever hold can be asked for without a
 * line here. Fields that name objects get names of objects that are there, most of the time.
 */
import { z } from 'zod';
import { KINDS, type Kind } from '../../../shared/api/kinds.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What breaks programs that trust their input. */
const HOSTILE_TEXTS = [
  '__proto__',
  'constructor',
  'toString',
  'default/__proto__',
  'default/constructor',
  '',
  '/',
  'default/',
  'kube-system/nobody',
  'x'.repeat(253),
  '🏠',
  'null',
  '0',
  'a|b@c',
];
const HOSTILE_NUMBERS = [0, 1, -1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, 0.5];

/** Fields whose name is not that of the kind that they speak of. */
const SPEAKS_OF: Readonly<Record<string, readonly Kind[]>> = {
  autoscaler: ['HorizontalPodAutoscaler'],
  owner: ['StatefulSet', 'DaemonSet', 'Job'],
  reference: ['Tag', 'LocalTag'],
  image: ['Tag', 'LocalTag'],
  repository: ['Repository', 'Tag'],
  seat: ['Seat'],
  switch: ['LoopSwitch'],
  player: ['Player'],
  slot: ['Node'],
  target: ['Node', 'Deployment', 'Service', 'ConfigMap'],
};

export class Maker {
  readonly #chance: Chance;
  readonly #view: View;
  /** Percent of all fields that hold something no honest player would write. */
  readonly #spite: number;

  constructor(chance: Chance, view: View, spite: number) {
    this.#chance = chance;
    this.#view = view;
    this.#spite = spite;
  }

  /** Of about that shape: whoever takes it in must check it. */
  valueOf(schema: z.ZodType): unknown {
    return this.#make(jsonOf(schema), '', {});
  }

  #make(schema: JsonSchema, field: string, beside: Readonly<Record<string, unknown>>): unknown {
    const choices = schema.anyOf ?? schema.oneOf;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return this.#chance.pick(schema.enum);
    if (choices) return this.#make(this.#chance.pick(choices), field, beside);
    if (schema.type === 'object') return this.#object(schema);
    if (schema.type === 'array') {
      const { items = {} } = schema;
      return Array.from({ length: this.#chance.below(3) }, () => this.#make(items, field, {}));
    }
    if (schema.type === 'integer' || schema.type === 'number') return this.#number(schema);
    if (schema.type === 'boolean') return this.#chance.percent(50);
    return schema.type === 'null' ? null : this.#text(field, beside);
  }

  #object({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      if (required.includes(name) || this.#chance.percent(40)) object[name] = this.#make(schema, name, object);
    }
    return object;
  }

  #number({ minimum = 0, maximum = 20 }: JsonSchema): number {
    if (this.#chance.percent(this.#spite)) return this.#chance.pick([...HOSTILE_NUMBERS, minimum, maximum]);
    return minimum + this.#chance.below(Math.min(8, maximum - minimum + 1));
  }

  #text(field: string, beside: Readonly<Record<string, unknown>>): string {
    if (this.#chance.percent(this.#spite)) return this.#chance.pick(HOSTILE_TEXTS);
    const kind = this.#chance.maybe(kindsNamed(field, beside));
    const key = kind && this.#chance.maybe(this.#view.keys(kind));
    if (field === 'container') return this.#container(beside['pod'] ?? beside['deployment']);
    return key ?? this.#chance.pick(['default/nothing', 'node-1', 'app', 'hut:1.0', 'alpine']);
  }

  #container(of: unknown): string {
    const pod = this.#view.get('Pod', String(of));
    const template = pod ?? this.#view.get('Deployment', String(of))?.spec.template;
    return template?.spec.containers[0]?.name ?? 'app';
  }
}

const schemas = new WeakMap<z.ZodType, JsonSchema>();

function jsonOf(schema: z.ZodType): JsonSchema {
  let json = schemas.get(schema);
  if (!json) {
    json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' }) as JsonSchema;
    schemas.set(schema, json);
  }
  return json;
}

function kindsNamed(field: string, beside: Readonly<Record<string, unknown>>): readonly Kind[] {
  const named = field === 'key' ? String(beside['kind']) : `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return SPEAKS_OF[field] ?? KINDS.filter((kind) => kind === named);
}
