/** The race of virtual machines and containers, played in the browser on two plots that are alike. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { startPractice } from './support/practice.ts';
import { Viewer } from './support/viewer.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

/** Of each machine only the full view tells; neither has anything that axe complains of, nor runs over the edge. */
async function inBothViews(viewer: Viewer): Promise<void> {
  const fact = viewer.page.locator('.tenants dt', { hasText: viewer.text('plots.moreFit') });
  const tenants = await viewer.page.locator('.tenants').count();
  await viewer.id('pause').click();
  for (const isFull of [false, true]) {
    await viewer.id('full-view').setChecked(isFull);
    expect(await fact.count()).toBe(isFull ? tenants : 0);
    const { violations } = await new AxeBuilder({ page: viewer.page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await viewer.picture('plots', '3-full');
}

test('VM-10 PANEL-33 twelve of each are ordered: containers answer first, six machines fit, and a panic takes one side', async () => {
  const viewer = await Viewer.open(browser, { name: 'racer', url: server.url });
  await startPractice(viewer, 'vm-and-container');
  await viewer.id('tab-plots').click();
  const side = (plot: string, tenants: string) => viewer.id(`host-${plot}`).locator(`[data-testid=tenants-${tenants}]`);
  await side('plot-1', 'vm').locator('button', { hasText: '+12' }).click();
  await side('plot-2', 'container').locator('button', { hasText: '+12' }).click();
  await viewer.id('pace').selectOption('4');
  const counts = (plot: string, tenants: string) => side(plot, tenants).locator('dd').first().innerText();
  await expect.poll(() => counts('plot-2', 'container'), { timeout: 20_000 }).toBe('12 / 12');
  expect(await counts('plot-1', 'vm')).toBe('0 / 6');
  await viewer.picture('plots', '1-booting');
  await viewer.id('pace').selectOption('16');
  await expect.poll(() => counts('plot-1', 'vm'), { timeout: 30_000 }).toBe('6 / 6');
  await expect.poll(() => counts('plot-2', 'container'), { timeout: 60_000 }).toBe('0 / 12');
  await viewer.picture('plots', '2-panic');
  await inBothViews(viewer);
  expect(viewer.errors).toEqual([]);
});
