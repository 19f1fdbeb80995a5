/** What an HTTP route is: a method, a path, and a function from a checked request to an answer or a refusal. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { Refusal } from '../session/refusal.ts';
import { badMessage } from '../rooms/messages.ts';

export interface ApiRequest {
  /** Values of the path's `:names`. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type ApiAnswer =
  | { readonly json: unknown; readonly code?: number }
  | { readonly bytes: Uint8Array; readonly type: string; readonly fileName: string };

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/api/sessions/:code` */
  readonly path: string;
  readonly maxBodyBytes?: number;
  readonly handle: (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;
}

/** The value as the schema has it, or the refusal that says what is wrong. */
export function check<Schema extends z.core.$ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> {
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) throw new Refusal(badMessage(what, parsed.error));
  return parsed.data;
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The values of a path's names, or null where the path is another one. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return values;
}
