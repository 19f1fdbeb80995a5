/**
 * Values out of a schema: whatever a table of verbs, commands or manifests will ever hold can be asked for without a
 * line here. Fields that name objects get names of objects that are there, most of the time.
 */
import { z } from 'zod';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile.ts';
import { writtenManifest, writtenPod } from './manifests.ts';
import { relabelledPod } from './relabelled.ts';
import { writtenFor } from './written.ts';

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
    // Its schema is a test of what was written.
    if (field === 'manifest') return manifestBeside(this.#chance, this.#view, beside);
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
    return writtenFor(this.#chance, this.#view, field, beside);
  }
}

/** What goes to a machine is to be a pod; a careless player lays anything there. */
function manifestBeside(chance: Chance, view: View, beside: Readonly<Record<string, unknown>>): object {
  if (beside['node'] !== undefined && chance.percent(80)) return writtenPod(chance);
  return beside['node'] === undefined && chance.percent(5) ? relabelledPod(chance, view) : writtenManifest(chance);
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
