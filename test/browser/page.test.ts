/** The entry: the page opens without errors, and the lobby does not make a class wait. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { host, join } from './support/classroom.ts';
import { Viewer } from './support/viewer.ts';

const LOBBY_BYTES = 100_000;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

test('the page opens in a real browser, without errors', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(server.url);
  await page.getByRole('heading').first().waitFor();
  expect(await page.title()).toContain('Podville');
  expect(errors).toEqual([]);
});

/** Compressed bytes of all that was asked for before the lobby stood; the game is fetched while it is looked at. */
function lobbyBytes(viewer: Viewer): Promise<number> {
  return viewer.page.evaluate(() => {
    const [stands] = performance.getEntriesByName('lobby-stands');
    const isEarlier = ({ startTime }: PerformanceEntry) => startTime <= (stands?.startTime ?? Infinity);
    const fetched = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    return fetched.filter(isEarlier).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
}

test('TOWN-21 the lobby takes less than 100 kB, of who teaches and of who comes by the link', async () => {
  const [teacher, student] = [
    await Viewer.open(browser, { name: 'teacher', url: server.url }),
    await Viewer.open(browser, { name: 'student', url: server.url }),
  ];
  for (const { page } of [teacher, student]) await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  await join(student, await host(teacher, FIRST_TOWN.title.en));
  for (const viewer of [teacher, student]) {
    // The very page, opened by itself: what came with an earlier page is counted as well.
    await viewer.page.reload();
    await viewer.id('join-code').waitFor();
    const bytes = await lobbyBytes(viewer);
    console.log(`lobby of ${viewer.name}: ${bytes} bytes`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(LOBBY_BYTES);
    await viewer.close();
  }
});

test('PAGE-4 a part of the page that did not come is asked for again, and the page stands', async () => {
  const viewer = await Viewer.open(browser, { name: 'unlucky', url: server.url });
  let lost = 0;
  await viewer.page.route(/\/assets\/leaderboard-.*\.js$/, async (route) => {
    lost += 1;
    await (lost === 1 ? route.abort() : route.continue());
  });
  await viewer.page.goto(`${server.url}/leaderboard`);
  await viewer.page.getByRole('heading', { name: viewer.text('board.title') }).waitFor();
  expect(lost).toBe(2);
  await viewer.close();
});
