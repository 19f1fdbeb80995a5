/** Vector files: where they are, and what is in them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** Beside the checkout; elsewhere when the environment says so. */
export const ORACLE = process.env['ORACLE_DIR'] ?? join(import.meta.dirname, '../../../shared/oracle');

const vector = z.object({
  name: z.string(),
  fn: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
  optional: z.array(z.string()).default([]),
});
export type Vector = z.infer<typeof vector>;

const vectorFile = z.object({ family: z.string(), cases: z.array(vector) });
export type VectorFile = z.infer<typeof vectorFile> & { readonly path: string };

const SIDE_FILES = new Set(['constants.json', 'index.json']);

/** A file, or every vector file of a folder in the order of their names. */
export function vectorFiles(path: string): readonly VectorFile[] {
  if (!statSync(path).isDirectory()) return [readVectors(path)];
  const names = readdirSync(path).filter((name) => name.endsWith('.json') && !SIDE_FILES.has(name));
  return names.sort().map((name) => readVectors(join(path, name)));
}

function readVectors(path: string): VectorFile {
  const parsed = vectorFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${basename(path)} is no vector file: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, path };
}

export function hasVectors(path: string): boolean {
  return existsSync(path);
}
