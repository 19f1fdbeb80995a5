/** The simulation in a real browser engine gives the states that it gives in Node. */
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEntry } from '../../shared/session/log.ts';
import type { ClusterSetup } from '../../shared/session/setup.ts';
import { launchBrowser } from '../support/browser.ts';
import { hashesAlong } from '../support/hashes-along.ts';
import { playAtRandom } from '../support/random-session.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
declare const hashesOf: { hashesAlong: (setup: ClusterSetup, log: readonly LogEntry[]) => string[] };

/** The simulation as one script that knows nothing of modules. */
async function bundle(): Promise<string> {
  const entry = `${import.meta.dirname}/../support/hashes-along.ts`;
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'hashesOf' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('no bundle');
  return first.output[0].code;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('ENGINE-1 the same log gives the same hashes in Node and in Chromium', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
  for (const seed of [21, 22, 23]) {
    const { setup, log } = playAtRandom(seed, 400, () => undefined);
    const inNode = hashesAlong(setup, log);
    const inBrowser = await page.evaluate(([s, l]) => hashesOf.hashesAlong(s, l), [setup, log] as const);
    expect(inNode.length).toBeGreaterThan(400);
    expect(inBrowser, `seed ${seed}`).toEqual(inNode);
  }
});
