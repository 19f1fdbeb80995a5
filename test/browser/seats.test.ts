/** Every seat's panel, in both views: axe finds nothing, nothing runs over the edge at any size or at 200 %, and its main work is done with keys alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { townOf } from './support/practice.ts';
import { Viewer, type ViewerOptions } from './support/viewer.ts';

const TABS = ['scheduler', 'steward', 'kubelet', 'builder', 'objects', 'teacher'] as const;
/** Zoomed to 200 %, a screen has half as many pixels of its own. */
const SIZES = [
  { name: 'phone', size: { width: 360, height: 740 } },
  { name: 'tablet', size: { width: 820, height: 1180 } },
  { name: 'laptop', size: { width: 1366, height: 768 } },
  { name: 'laptop-200', size: { width: 683, height: 384 } },
  { name: 'wall', size: { width: 1920, height: 1080 } },
  { name: 'wall-200', size: { width: 960, height: 540 } },
];
/** For people to look at. */
const PICTURED: ReadonlySet<string> = new Set(['phone', 'laptop', 'wall']);
/** Simulated time passes until there is something to see. */
const SOME_TICKS_MS = 2500;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

/** Alone at every seat, by hand, with time standing still after a while. */
async function atEverySeat(options: Omit<ViewerOptions, 'url'>): Promise<Viewer> {
  const viewer = await Viewer.open(browser, { ...options, url: server.url });
  await viewer.goto('/practice/first-town?r=canvas');
  const take = viewer.page.locator('.seat-list').getByRole('button', { name: viewer.text('seat.take') });
  await viewer.id('practice-start').waitFor();
  for (let left = await take.count(); left > 0; left -= 1) {
    await take.first().click();
    await expect.poll(() => take.count()).toBe(left - 1);
  }
  await viewer.id('practice-start').click();
  await townOf(viewer);
  await viewer.id('pace').selectOption('16');
  await viewer.page.waitForTimeout(SOME_TICKS_MS);
  // From here on slowly, once somebody lets time go on.
  await viewer.id('pace').selectOption('1');
  await viewer.id('pause').click();
  return viewer;
}

async function openTab(viewer: Viewer, tab: string): Promise<void> {
  const button = viewer.id(`tab-${tab}`);
  if ((await button.getAttribute('aria-selected')) !== 'true') await button.click();
  await viewer.id(`panel-${tab}`).waitFor();
}

/** How far the page, the panel in it, or a part of the game is wider than its room. */
function overflowOf(viewer: Viewer): Promise<number> {
  return viewer.page.evaluate(() => {
    const page = document.documentElement;
    const panel = document.querySelector('.panel-body') ?? page;
    const parts = [...document.querySelectorAll('.game-head > *, .game-main > *')];
    const beyond = parts.map((part) => Math.ceil(part.getBoundingClientRect().right - page.clientWidth));
    return Math.max(page.scrollWidth - page.clientWidth, panel.scrollWidth - panel.clientWidth, ...beyond);
  });
}

/** The volume appears with the sound, is named in the viewer's language, moves with the arrows, and is remembered. */
async function louderWithKeys(viewer: Viewer): Promise<void> {
  viewer.language = 'zh';
  expect(await viewer.id('volume').count()).toBe(0);
  await viewer.id('sound').press('Enter');
  const volume = viewer.page.getByRole('slider', { name: viewer.text('game.volume', { percent: 70 }) });
  await volume.press('ArrowRight');
  await expect.poll(() => viewer.id('volume').inputValue()).toBe('80');
  expect(await viewer.page.evaluate(() => localStorage.getItem('podville.game.volume'))).toBe('80');
  await viewer.page.keyboard.press('Escape');
  await expect
    .poll(() => viewer.page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
    .toBe('settings');
}

describe('seats', () => {
  test.each(['en', 'zh'] as const)(
    'SEAT-1 PANEL-30 nothing runs over the edge at any size, in either view (%s)',
    async (language) => {
      const viewer = await atEverySeat({ name: language, language });
      for (const { name, size } of SIZES) {
        await viewer.page.setViewportSize(size);
        for (const tab of TABS) {
          await openTab(viewer, tab);
          expect.soft(await overflowOf(viewer), `${tab}, ${name}`).toBe(0);
          if (PICTURED.has(name)) await viewer.picture('seats', `${tab}-${name}`);
          await viewer.id('full-view').check();
          expect.soft(await overflowOf(viewer), `${tab}, ${name}, full`).toBe(0);
          if (name === 'laptop') await viewer.picture('seats', `${tab}-full-${name}`);
          await viewer.id('full-view').uncheck();
        }
      }
      expect(viewer.errors).toEqual([]);
      await viewer.close();
    },
  );

  test('SEAT-2 axe finds nothing in either view of any panel, nor in the codex', async () => {
    const viewer = await atEverySeat({ name: 'axe' });
    const look = async (place: string) => {
      const { violations } = await new AxeBuilder({ page: viewer.page }).setLegacyMode().analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      expect.soft(found, place).toEqual([]);
    };
    for (const view of ['beginner', 'full']) {
      await openTab(viewer, 'scheduler');
      if (view === 'full') await viewer.id('full-view').check();
      for (const tab of TABS) {
        await openTab(viewer, tab);
        expect(await viewer.id('full-view').isChecked()).toBe(view === 'full');
        await look(`${tab}, ${view}`);
      }
    }
    await openTab(viewer, 'steward');
    await viewer.id('ask-cm').click();
    await viewer.id('entry-cm').waitFor();
    await look('codex');
    await viewer.close();
  });

  test('SEAT-3 with keys alone: make a ReplicaSet, make its pods, guess, place, let in, order a machine', async () => {
    const viewer = await atEverySeat({ name: 'keys' });
    const { keyboard } = viewer.page;
    const pressKey = async (selector: string) => {
      await viewer.tabTo(selector);
      await keyboard.press('Enter');
    };
    await keyboard.press('2');
    await viewer.id('panel-steward').waitFor();
    await pressKey('[data-testid=work-deployment] [data-testid=verb-createReplicaSet]');
    await pressKey('[data-testid=work-replicaset] [data-testid=verb-createPods]');
    await keyboard.press('p');
    await keyboard.press('1');
    await viewer.id('queue-item').first().waitFor();
    await viewer.tabTo('[data-testid=guess-first]');
    await keyboard.press('Space');
    await pressKey('[data-testid=guess-node-2]');
    await viewer.id('guess-answer').waitFor();
    expect(await viewer.id('guess-tally').innerText()).toContain('1');
    const waiting = await viewer.id('queue-item').count();
    await pressKey('[data-testid=node-card-node-1] [data-testid=verb-bind]');
    await expect.poll(() => viewer.id('queue-item').count()).toBe(waiting - 1);
    await keyboard.press('3');
    await pressKey('[data-testid=node-tab-node-1]');
    await pressKey('[data-testid=pod-work] [data-testid=verb-admitPod]');
    await keyboard.press('2');
    await pressKey('[data-testid=loop-provisioning]');
    await pressKey('[data-testid=verb-addNode]');
    await viewer.id('work-provisioning').getByTestId('work-item').waitFor();
    expect(viewer.errors).toEqual([]);
    await viewer.close();
  });

  test('PANEL-25 what is seldom wanted is folded away, one press off; the full view shows it', async () => {
    const viewer = await atEverySeat({ name: 'more' });
    await openTab(viewer, 'steward');
    const more = viewer.id('panel-steward').getByTestId('more').first();
    const isOpen = () => more.evaluate((details) => (details as HTMLDetailsElement).open);
    expect(await isOpen()).toBe(false);
    expect(await more.locator('.more-body').count()).toBe(0);
    await more.locator('summary').press('Enter');
    await expect.poll(isOpen).toBe(true);
    await more.locator('summary').press('Enter');
    await expect.poll(isOpen).toBe(false);
    await viewer.id('panel-steward').getByTestId('full-view').check();
    await openTab(viewer, 'kubelet');
    const every = await viewer
      .id('panel-kubelet')
      .getByTestId('more')
      .evaluateAll((all) => all.map((details) => (details as HTMLDetailsElement).open));
    expect(every.length).toBeGreaterThan(0);
    expect(every.every(Boolean)).toBe(true);
    await viewer.close();
  });

  test('SEAT-4 PANEL-26 the words change while one plays; the codex is searched in either language', async () => {
    const viewer = await atEverySeat({ name: 'words' });
    await openTab(viewer, 'steward');
    const heading = viewer.id('panel-steward').getByRole('heading', { level: 2 });
    expect(await heading.innerText()).toContain('Chief steward');
    await viewer.id('settings').click();
    await viewer.button('common.language').click();
    await louderWithKeys(viewer);
    expect(await heading.innerText()).toContain('大总管');
    await viewer.id('settings').click();
    await viewer.id('codex-open').click();
    await viewer.id('codex-search').fill('ledger');
    await viewer.id('entry-etcd').waitFor();
    expect(await viewer.id('codex').locator('.codex-list > li').count()).toBeLessThan(5);
    await viewer.close();
  });
});
