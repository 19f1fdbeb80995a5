/** The town in a real browser: its bytes, what its frames ask of the chip, its fall-backs, and hands, keys and ears. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TownTestHooks } from '../../client/town/test-hooks.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { host, join } from './support/classroom.ts';
import { townOf } from './support/practice.ts';
import { Viewer, type ViewerOptions } from './support/viewer.ts';
import { chromium } from 'playwright-core';

declare const window: { townHooks: TownTestHooks };

/** As the issue has it, in bytes on the line, compressed as for a browser without brotli. */
const ENTRY_BYTES = 100_000;
/** Under the 700 kB, with room for what is still to come. */
const TOWN_BYTES = 655_000;
/**
 * Loaded once the first picture is there, which may be before its bytes are counted: texts that nobody reads before,
 * panels that wait for it, and the code editor with what it reads manifests by (`browser` is the chunk of the yaml library).
 */
const LATER = /code-mirror|read-manifests|browser-|(builder|plots|objects)-panel|(en|zh)-late/;
const COMEBACK_MS = 6000;
const SMALL = { width: 480, height: 400 };
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;
const BUSY_MS = 70;
const READY_MS = 90_000;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

async function townAt(path: string, options: Partial<ViewerOptions> = {}, on: Browser = browser): Promise<Viewer> {
  const viewer = await Viewer.open(on, { name: 'town', url: server.url, moves: true, ...options });
  await viewer.goto(path);
  await viewer.id('practice-start').click();
  // WebGL by the processor alone may take its time.
  await viewer.page.locator('[data-testid=town][data-ready=true]').waitFor({ timeout: READY_MS });
  return viewer;
}

async function countBytes(page: Page): Promise<() => number> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  const urls = new Map<string, string>();
  let bytes = 0;
  line.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!LATER.test(urls.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  return () => bytes;
}

test('TOWN-21 entry, host and join take less than 100 kB each', async () => {
  for (const path of ['/', '/host', '/join']) {
    const guest = await Viewer.open(browser, { name: 'guest', url: server.url });
    const bytes = await countBytes(guest.page);
    await guest.goto(path);
    await guest.page.waitForLoadState('networkidle');
    console.log(`${path} ${bytes()} bytes`);
    expect(bytes()).toBeGreaterThan(10_000);
    expect(bytes()).toBeLessThan(ENTRY_BYTES);
    await guest.close();
  }
});

test('TOWN-21 all up to the first picture of the town takes less than 700 kB, alone and in a class', async () => {
  const alone = await Viewer.open(browser, { name: 'alone', url: server.url });
  const practice = await countBytes(alone.page);
  await alone.goto('/practice/sandbox');
  await alone.id('practice-start').click();
  await townOf(alone);
  console.log(`practice ${practice()} bytes`);
  expect(practice()).toBeLessThan(TOWN_BYTES);
  await alone.close();
  const [teacher, student] = [
    await Viewer.open(browser, { name: 'teacher', url: server.url }),
    await Viewer.open(browser, { name: 'student', url: server.url }),
  ];
  const town = await countBytes(student.page);
  await join(student, await host(teacher, FIRST_TOWN.title.en));
  await teacher.id('start').click();
  await townOf(student);
  console.log(`class ${town()} bytes`);
  expect(town()).toBeLessThan(TOWN_BYTES);
  await Promise.all([teacher.close(), student.close()]);
});

test('TOWN-16 WebGL draws with few calls and textures, and comes back when its context is lost', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=webgl', { size: SMALL });
  const counts = await viewer.page.evaluate(() => window.townHooks.counters());
  expect(counts['textures']).toBeLessThanOrEqual(4);
  await viewer.page.evaluate(() => {
    const loss = window.townHooks.control.town?.graphics?.getExtension('WEBGL_lose_context');
    loss?.loseContext();
    setTimeout(() => loss?.restoreContext(), 500);
  });
  await viewer.page.waitForTimeout(COMEBACK_MS);
  const isLost = await viewer.page.evaluate(() => window.townHooks.control.town?.graphics?.isContextLost());
  expect(isLost).toBe(false);
  expect(viewer.errors).toEqual([]);
  await viewer.close();
});

test('TOWN-16 a context that does not come back, and a browser without WebGL, end with Canvas', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=webgl', { size: SMALL });
  await viewer.page.evaluate(() =>
    window.townHooks.control.town?.graphics?.getExtension('WEBGL_lose_context')?.loseContext(),
  );
  await expect
    .poll(() => viewer.page.evaluate(() => window.townHooks.control.town?.graphics ?? 'canvas'), { timeout: 20_000 })
    .toBe('canvas');
  await viewer.close();
  const plain = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--headless', '--no-sandbox', '--disable-3d-apis', '--disable-software-rasterizer'],
  });
  const without = await townAt('/practice/sandbox?test=1', {}, plain);
  expect(await without.page.evaluate(() => document.createElement('canvas').getContext('webgl'))).toBeNull();
  expect(await without.page.evaluate(() => window.townHooks.control.town?.graphics ?? 'canvas')).toBe('canvas');
  expect(without.errors).toEqual([]);
  await plain.close();
});

test('TOWN-16 frames that are slow, as measured, lower the effort', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=canvas', { size: SMALL });
  const effort = () => viewer.page.evaluate(() => window.townHooks.counters()['effort'] ?? 0);
  // Something else on this page takes the machine's time at each frame.
  await viewer.page.evaluate((busyMs) => {
    const burn = (): void => {
      const end = performance.now() + busyMs;
      while (performance.now() < end);
      requestAnimationFrame(burn);
    };
    requestAnimationFrame(burn);
  }, BUSY_MS);
  await expect.poll(effort, { timeout: 60_000 }).toBeGreaterThan(0);
  const { maxVisitors } = await viewer.page.evaluate(
    () => window.townHooks.control.town?.watchdog.effort ?? { maxVisitors: -1 },
  );
  expect(maxVisitors).toBeLessThan(500);
  await viewer.close();
});

test('TOWN-30 the first look fills what the cards leave, at four sizes', async () => {
  for (const size of SIZES) {
    const viewer = await townAt('/practice/first-town?test=1&r=canvas', { size });
    // Cards beside the town are measured a few times a second.
    await viewer.page.waitForTimeout(1200);
    const seen = await viewer.page.evaluate(() => {
      const { camera, model } = window.townHooks.control;
      const nodes = model?.villages.map(({ node }) => window.townHooks.screenXY(`Node/${node}`)) ?? [];
      return { zoom: camera.zoom, nodes };
    });
    expect(seen.nodes.length).toBe(3);
    const isWide = size.width > size.height;
    // On a tall screen most of the town is seen; on a wide one all of it is.
    const least = isWide ? 0.36 : 0.14;
    expect(seen.zoom, `${size.width}x${size.height}`).toBeGreaterThan(least);
    if (isWide) {
      for (const at of seen.nodes) {
        if (!at) throw new Error('a village is nowhere');
        const isTown = await viewer.page.evaluate(
          ({ x, y }) => document.elementFromPoint(x, y)?.closest('.town-canvas') !== null,
          at,
        );
        expect(isTown).toBe(true);
      }
    }
    await viewer.picture('town', `first-${size.width}x${size.height}`);
    expect(viewer.errors).toEqual([]);
    await viewer.close();
  }
});

test('TOWN-17 fingers pan and pinch', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=canvas', { size: { width: 800, height: 700 } });
  const line = await viewer.page.context().newCDPSession(viewer.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const camera = () =>
    viewer.page.evaluate(() => {
      const { x, y, zoom } = window.townHooks.control.camera;
      return { x, y, zoom };
    });
  const spot = await viewer.page.evaluate(() => {
    for (let y = 120; y < 650; y += 20)
      for (let x = 20; x < 700; x += 20)
        if (
          document.elementsFromPoint(x, y)[0]?.closest('.town-canvas') &&
          document.elementsFromPoint(x + 60, y + 60)[0]?.closest('.town-canvas')
        )
          return { x, y };
    return null;
  });
  if (!spot) throw new Error('the panels leave no town');
  const { x, y } = spot;
  const before = await camera();
  await touch('touchStart', [x, y]);
  await touch('touchMove', [x + 25, y + 15]);
  await touch('touchMove', [x + 50, y + 30]);
  await touch('touchEnd');
  const panned = await camera();
  expect(panned.x).toBeLessThan(before.x);
  await touch('touchStart', [x, y], [x + 20, y + 20]);
  await touch('touchMove', [x, y], [x + 40, y + 40]);
  await touch('touchMove', [x, y], [x + 60, y + 60]);
  await touch('touchEnd');
  expect((await camera()).zoom).toBeGreaterThan(panned.zoom * 1.5);
  await viewer.close();
});

test('TOWN-19 every village and house is reached by key, and named with its state', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=canvas');
  const { page } = viewer;
  const tree = page.getByRole('tree', { name: viewer.text('town.tree') });
  await tree.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.townHooks.control.game.selection.peek()?.kind)).toBe('Node');
  expect(await tree.getByRole('treeitem').first().innerText()).toContain('node-1');
  const before = await page.evaluate(() => window.townHooks.control.camera.zoom);
  await page.keyboard.press('+');
  expect(await page.evaluate(() => window.townHooks.control.camera.zoom)).toBeGreaterThan(before);
  await viewer.close();
});

test('TOWN-23 the dial ends with the YAML of what is selected', async () => {
  const viewer = await townAt('/practice/sandbox?test=1&r=canvas');
  const { page } = viewer;
  await page.evaluate(() => {
    window.townHooks.control.select({ kind: 'Node', key: 'node-2' });
  });
  expect(await viewer.id('town-yaml').count()).toBe(0);
  await viewer.id('settings').click();
  await viewer.id('dial').selectOption('yaml');
  await expect.poll(() => viewer.id('town-yaml').innerText()).toContain('name: node-2');
  await viewer.id('dial').selectOption('kubernetes');
  expect(await viewer.id('town-yaml').count()).toBe(0);
  await viewer.close();
});

test('TOWN-22 the gallery shows every state in both languages, and axe finds nothing', async () => {
  for (const language of ['en', 'zh'] as const) {
    const viewer = await Viewer.open(browser, { name: `gallery-${language}`, url: server.url, language });
    await viewer.goto('/');
    await viewer.link('landing.gallery').click();
    await viewer.id('house-villa-crash').locator('canvas').waitFor();
    await viewer.id('night').check();
    await viewer.picture('pages', 'gallery');
    const { violations } = await new AxeBuilder({ page: viewer.page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await viewer.id('house-tower-house-oom').innerText()).toContain(viewer.text('gallery.style.tower-house'));
    expect(viewer.errors).toEqual([]);
    await viewer.close();
  }
});
