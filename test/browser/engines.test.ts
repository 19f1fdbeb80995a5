/** The same log gives the same states in every JavaScript engine that is here. `npm run engines` runs longer ones. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../engines/bundle.ts';
import { casesOf } from '../engines/cases.ts';
import type { EngineCase } from '../engines/checkpoints.ts';
import { ensureEngine, firstDifference, inNode, OTHER_ENGINES } from '../engines/engines.ts';
import { launchBrowser } from '../support/browser.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
declare const engines: { checkpoints: (one: EngineCase) => string[] };

const cases = await casesOf([22, 23], 400, 1);
const ours = inNode(cases);
let script = '';
let browser: Browser;
beforeAll(async () => {
  script = await bundle();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('ENGINE-1 the same log gives the same hashes in Node and in Chromium', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const theirs = await page.evaluate((all) => all.map((one) => engines.checkpoints(one)), cases);
  for (const hashes of ours) expect(hashes.length).toBeGreaterThan(400);
  expect(firstDifference(cases, ours, theirs)).toBeNull();
});

test.each(OTHER_ENGINES)(
  'ENGINE-2 the same log gives the same hashes in Node and in $name',
  async (engine) => {
    const program = ensureEngine(engine);
    expect(program, `apt-get install ${engine.debianPackage}`).toBeDefined();
    expect(firstDifference(cases, ours, await engine.run(program ?? '', script, cases))).toBeNull();
  },
  600_000,
);

test('ENGINE-3 a hash that differs is named by its log and tick', () => {
  const theirs = structuredClone(ours);
  const [first = []] = theirs;
  first[6] = 'another';
  expect(firstDifference(cases, ours, theirs)).toContain('seed 22, 400 ticks: at tick 7 ');
});
