/** The simulation as one script that knows nothing of modules, and leaves `engines.checkpoints` behind. */
import { build } from 'vite';

export async function bundle(): Promise<string> {
  const entry = `${import.meta.dirname}/checkpoints.ts`;
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'engines' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('no bundle');
  return first.output[0].code;
}
