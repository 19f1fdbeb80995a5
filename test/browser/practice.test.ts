/** Playing alone in the browser: no server is asked between the first page and the leaderboard. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { endPractice, startPractice, townOf } from './support/practice.ts';
import { Viewer } from './support/viewer.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

test('PRACTICE-1 a session alone, at full pace, ended early, gives the same states in its replay', async () => {
  const viewer = await Viewer.open(browser, { name: 'alone', url: server.url });
  await startPractice(viewer, 'first-town');
  await viewer.id('pace').selectOption('16');
  const gauge = viewer.id('gauge-guesthouse').locator('.gauge-now');
  await expect.poll(() => gauge.innerText(), { timeout: 30_000 }).toMatch(/^[1-9]/);
  await viewer.picture('practice', '1-served');
  await endPractice(viewer);
  await viewer.picture('practice', '2-podium');
  const uptime = await viewer.id('podium-uptime').innerText();
  await viewer.id('watch-replay').click();
  await viewer.id('replay-verdict').waitFor();
  expect(await viewer.id('replay-verdict').getAttribute('data-same')).toBe('true');
  expect(await viewer.id('replay-verdict').innerText()).toContain(uptime);
  await townOf(viewer);
  await viewer.picture('practice', '3-replay');
  expect(viewer.errors).toEqual([]);
});

/** Without indentation: the editor adds its own. */
const TYPED = `apiVersion: v1
kind: ConfigMap
metadata:
name: menu
data:
${Array.from({ length: 5 }, (_, index) => `dish-${index}: noodles with ${index} spices`).join('\n')}
`;

test('PANEL-29 what is typed fast stands as typed, and the offers lie over the whole page', async () => {
  const viewer = await Viewer.open(browser, { name: 'typist', url: server.url });
  await startPractice(viewer, 'sandbox');
  await viewer.id('tab-builder').click();
  await viewer.id('full-view').check();
  await viewer.id('bench-yaml').click();
  const editor = viewer.id('panel-builder').locator('.cm-content');
  await editor.click();
  await viewer.page.keyboard.press('ControlOrMeta+A');
  await viewer.page.keyboard.press('Delete');
  await viewer.page.keyboard.type(TYPED);
  const lines = async () => (await editor.locator('.cm-line').allInnerTexts()).map((line) => line.trim());
  await expect.poll(lines).toEqual(TYPED.split('\n'));
  await viewer.page.keyboard.press('ControlOrMeta+A');
  await viewer.page.keyboard.press('Delete');
  await viewer.page.keyboard.press('Control+Space');
  const offer = viewer.page.locator('.cm-tooltip-autocomplete li').first();
  await offer.waitFor();
  await viewer.picture('practice', '4-offers');
  const isOnTop = await offer.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  expect(viewer.errors).toEqual([]);
});
