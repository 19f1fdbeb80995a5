/** A whole lesson in real browsers: a teacher and three students, one of them Chinese, one on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { assemble, picture, type Class } from './support/lesson-class.ts';
import { buildAndShip, serve, standUp } from './support/lesson-running.ts';
import { crash, evictAndRebind, recover } from './support/lesson-trouble.ts';
import { townOf } from './support/practice.ts';
import { Viewer } from './support/viewer.ts';

const CHECKED_MS = 60_000;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

test('LESSON-1 a class builds, ships, runs, breaks, repairs and watches its town', async () => {
  const group = await assemble(browser, server.url);
  const everybody = [group.teacher, group.dispatcher, group.steward, group.head];
  await buildAndShip(group);
  await standUp(group);
  await serve(group);
  await crash(group);
  await evictAndRebind(group);
  await recover(group);
  await standStill(group);
  const uptime = await end(group);
  await comeLate(group.code, uptime);
  await leaderboard(group.teacher, uptime);
  await replay(group.teacher, uptime);
  expect(everybody.flatMap(({ errors }) => errors)).toEqual([]);
});

/** Talking it over: time stands still for all, and the line that says so fits on the narrowest phone. */
async function standStill({ teacher, head }: Class): Promise<void> {
  await teacher.id('pause').click();
  await head.id('clock').locator('.paused').waitFor();
  for (const width of [360, 390]) {
    await head.page.setViewportSize({ width, height: 800 });
    const right = await head.page
      .locator('.game-head > *')
      .evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().right)));
    expect(right, `the head line at ${width} px`).toBeLessThanOrEqual(width);
  }
}

/** Everybody sees the same uptime on the podium. */
async function end({ teacher, dispatcher, steward, head }: Class): Promise<string> {
  await teacher.id('end').click();
  await teacher.id('end-confirm').click();
  const uptime = await teacher.id('podium-uptime').innerText();
  expect(uptime).toMatch(/^\d+\.\d\d %$/);
  for (const student of [dispatcher, steward, head]) {
    expect(await student.id('podium-uptime').innerText()).toBe(uptime);
  }
  await teacher.id('watch-replay').waitFor();
  await teacher.page.getByText(teacher.text('podium.checked')).waitFor();
  await picture('14-podium', teacher, dispatcher, steward, head);
  return uptime;
}

/** Whoever comes after the end sees the same podium, in the same clothes. */
async function comeLate(code: string, uptime: string): Promise<void> {
  const late = await Viewer.open(browser, { name: 'late', url: server.url, size: { width: 1920, height: 1080 } });
  await late.page.goto(`${server.url}/projector/${code}`);
  const outages = late.id('outages');
  await outages.waitFor();
  expect(await late.id('podium').innerText()).toContain(uptime);
  const icon = await late.page.locator('.icon').first().boundingBox();
  expect(icon?.width).toBeLessThan(40);
  for (const summary of await outages.locator('summary').all()) await summary.click();
  await expect.poll(() => outages.innerText()).toContain(late.text('fault.node-crash.title'));
  await picture('18-late', late);
  expect(late.errors).toEqual([]);
  await late.close();
}

async function leaderboard(teacher: Viewer, uptime: string): Promise<void> {
  await teacher.link('podium.board').click();
  const row = teacher.id('leaderboard').locator('tbody tr');
  await row.waitFor();
  expect(await row.innerText()).toContain(FIRST_TOWN.title.en);
  expect(await row.innerText()).toContain(uptime);
  await picture('15-leaderboard', teacher);
  await row.getByRole('link').click();
}

async function replay(teacher: Viewer, uptime: string): Promise<void> {
  const verdict = teacher.id('replay-verdict');
  await verdict.waitFor({ timeout: CHECKED_MS });
  expect(await verdict.getAttribute('data-same')).toBe('true');
  expect(await verdict.innerText()).toContain(uptime);
  await townOf(teacher);
  await picture('16-replay', teacher);
  await teacher.page.getByText(teacher.text('replay.faults')).click();
  const mark = teacher.page.locator('[data-mark=fault]').filter({ hasText: 'node-1' }).first();
  const time = await mark.locator('.mono').innerText();
  await mark.click();
  expect(await teacher.id('replay-time').innerText()).toContain(`${time} /`);
  await teacher.id('tab-kubelet').click();
  await teacher.id('node-tab-node-1').click();
  await teacher.id('machine').getByText(teacher.text('machine.power.off')).waitFor();
  await picture('17-replay-crash', teacher);
}
