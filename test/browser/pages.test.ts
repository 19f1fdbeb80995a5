/** Every page, in both languages, on a phone and on a laptop: nothing runs over the edge, nothing fails, axe finds nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEXTS } from '../../client/i18n/texts.ts';
import { launchBrowser } from '../support/browser.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { host, join } from './support/classroom.ts';
import { endPractice, startPractice, townOf } from './support/practice.ts';
import { Viewer, type Language } from './support/viewer.ts';

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1366, height: 768 };
const FEW_TICKS_MS = 1500;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

/** Rule, where, and what is wrong there: all that is needed to mend it. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  // Our pages hold no frames: axe need not open a page of its own to gather what it found in them.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** Keys that the page shows because their texts have not come. */
async function bareKeysOf(page: Page): Promise<readonly string[]> {
  const words = (await page.locator('body').innerText()).split(/\s+/);
  return words.filter((word) => word in TEXTS.en);
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe looks at (roles, names, colours) differs between sizes, not between languages: each is asked once. */
const VIEWS = [
  { language: 'en', device: 'phone', size: PHONE, withAxe: false },
  { language: 'en', device: 'laptop', size: LAPTOP, withAxe: true },
  { language: 'zh', device: 'phone', size: PHONE, withAxe: true },
  { language: 'zh', device: 'laptop', size: LAPTOP, withAxe: false },
] satisfies { language: Language; device: string; size: typeof PHONE; withAxe: boolean }[];

type View = (typeof VIEWS)[number];

function looking({ language, device, size, withAxe }: View) {
  const open = (name: string) =>
    Viewer.open(browser, { name: `${name}-${language}-${device}`, url: server.url, language, size });

  async function expectSound(viewer: Viewer, pageName: string, looksAxe = withAxe): Promise<void> {
    await viewer.picture('pages', pageName);
    expect.soft(await overflowOf(viewer.page), `${pageName}: overflow`).toBe(0);
    if (looksAxe) expect.soft(await violationsOf(viewer.page), `${pageName}: axe`).toEqual([]);
    expect.soft(await bareKeysOf(viewer.page), `${pageName}: texts`).toEqual([]);
    expect.soft(viewer.errors, `${pageName}: errors`).toEqual([]);
  }
  return { open, expectSound };
}

describe.each(VIEWS)('pages ($language, $device)', (view) => {
  const { open, expectSound } = looking(view);

  test('PAGE-1 pages that need no session', async () => {
    const viewer = await open('guest');
    for (const name of ['', 'host', 'join', 'practice', 'leaderboard', 'replays']) {
      await viewer.goto(`/${name}`);
      await viewer.page.getByRole('heading', { level: 1 }).waitFor();
      await viewer.page.waitForLoadState('networkidle');
      await expectSound(viewer, name === '' ? 'landing' : name);
    }
    await viewer.close();
  });
});

// Both languages and both sizes, though not each with each: SEAT-1 has the panels in all of them.
describe.each(VIEWS.filter(({ withAxe }) => withAxe))('pages of a class ($language, $device)', (view) => {
  const { open, expectSound } = looking(view);
  const { language, device } = view;

  test('PAGE-2 a class: lobby, game and projector', async () => {
    const teacher = await open('teacher');
    const code = await host(teacher, FIRST_TOWN.title[language]);
    await expectSound(teacher, 'lobby-of-teacher');
    const student = await open('student');
    await join(student, code);
    await expectSound(student, 'lobby');
    await teacher.button('lobby.start').click();
    await Promise.all([townOf(teacher), townOf(student)]);
    await teacher.id('pause').click();
    await expectSound(teacher, 'game-of-teacher');
    for (const tab of ['scheduler', 'steward', 'kubelet', 'builder', 'objects']) {
      const button = student.id(`tab-${tab}`);
      if ((await button.getAttribute('aria-selected')) !== 'true') await button.click();
      // At a laptop's size SEAT-2 asks axe about each panel.
      await expectSound(student, `game-${tab}`, device === 'phone');
    }
    await student.goto(`/projector/${code}`);
    await townOf(student);
    await expectSound(student, 'projector');
    await Promise.all([teacher.close(), student.close()]);
  });

  test('PAGE-3 practice: game, podium and replay', async () => {
    const viewer = await open('alone');
    await startPractice(viewer, 'first-town');
    await viewer.id('pace').selectOption('16');
    await viewer.id('tab-builder').click();
    await viewer.page.waitForTimeout(FEW_TICKS_MS);
    await expectSound(viewer, 'practice-game');
    await endPractice(viewer);
    await expectSound(viewer, 'podium');
    await viewer.id('watch-replay').click();
    await townOf(viewer);
    await expectSound(viewer, 'replay');
    await viewer.close();
  });
});
