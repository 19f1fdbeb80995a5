/** Secret: furniture behind a lock. Its values are base64, which is a wrapping and no lock. */
import { z } from 'zod';
import { encodeBase64 } from '../base/base64.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

const key = z
  .string()
  .max(253)
  .regex(/^[-._a-zA-Z0-9]+$/);
/** Nobody minds where its lines end: Go's base64.StdEncoding passes over `\r` and `\n`. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]/g, '');
}

export const secretManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Secret'),
  metadata: manifestMeta,
  type: z.string().max(253).default('Opaque'),
  data: z.record(key, z.string().max(8192).overwrite(withoutLineEnds).regex(BASE64)).default({}),
  /** Written in plain; kept in `data`. */
  stringData: z.record(key, z.string().max(4096)).optional(),
});

export interface Secret {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: ObjectMeta;
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
}

/** `stringData` wins over `data`, and is never shown again. */
export function secretData(
  data: Readonly<Record<string, string>>,
  stringData: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const encoded = Object.entries(stringData).map(([name, text]) => [name, encodeBase64(text)] as const);
  return { ...data, ...Object.fromEntries(encoded) };
}
