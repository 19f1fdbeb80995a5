/** A whole lesson in real browsers: a teacher and three students, one of them Chinese, one on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { build, deploy, push } from './support/builder.ts';
import { host, join, seatLine } from './support/classroom.ts';
import { bindByKeyboard, bindElsewhere, bringUp, doAll, press, skipToPanel } from './support/seats.ts';
import { Viewer } from './support/viewer.ts';

const SECOND_MS = 1000;
const GUESTHOUSE = {
  name: 'guesthouse',
  blueprint: `FROM hut:1.0
RUN cut-wood 2
RUN lay-tiles
COPY teahouse/v1 /srv/teahouse
LABEL podville.style=teahouse
EXPOSE 8080
USER host
CMD ["teahouse"]
`,
};

interface Class {
  readonly code: string;
  readonly teacher: Viewer;
  readonly dispatcher: Viewer;
  readonly steward: Viewer;
  readonly head: Viewer;
}

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
});

test('LESSON-1 a class builds, ships, runs, breaks, repairs and watches its town', async () => {
  const group = await assemble();
  const everybody = [group.teacher, group.dispatcher, group.steward, group.head];
  await buildAndShip(group);
  await standUp(group);
  await serve(group);
  await crash(group);
  await evictAndRebind(group);
  await recover(group);
  const uptime = await end(group);
  await leaderboard(group.teacher, uptime);
  await replay(group.teacher, uptime);
  expect(everybody.flatMap(({ errors }) => errors)).toEqual([]);
});

const picture = (stage: string, ...viewers: readonly Viewer[]) =>
  Promise.all(viewers.map((viewer) => viewer.picture('lesson', stage)));

/** How many visitors a second are served now, by the gauge. */
async function servedNow(viewer: Viewer): Promise<number> {
  const gauge = viewer.id('gauge-guesthouse').locator('.gauge-now');
  return Number(/^\d+/.exec(await gauge.innerText())?.[0] ?? 0);
}

/** Seats are given in the order of coming. */
async function assemble(): Promise<Class> {
  const { url } = server;
  const teacher = await Viewer.open(browser, { name: 'teacher', url });
  const code = await host(teacher, FIRST_TOWN.title.en);
  const dispatcher = await Viewer.open(browser, { name: 'dispatcher', url });
  const steward = await Viewer.open(browser, { name: 'steward', url, language: 'zh' });
  const head = await Viewer.open(browser, { name: 'head', url, size: { width: 390, height: 800 } });
  for (const student of [dispatcher, steward, head]) await join(student, code);
  expect(await seatLine(dispatcher, dispatcher.text('seat.scheduler'))).toContain(dispatcher.text('seat.leave'));
  expect(await seatLine(steward, steward.text('seat.controller-manager'))).toContain(steward.text('seat.leave'));
  const village = head.text('seat.kubelet', { node: 'node-1' });
  expect(await seatLine(head, village)).toContain(head.text('seat.leave'));
  await picture('01-lobby', teacher, dispatcher, steward, head);
  await teacher.button('lobby.start').click();
  await Promise.all(
    [teacher, dispatcher, steward, head].map((viewer) =>
      viewer.page.locator('[data-testid=town][data-ready=true]').waitFor(),
    ),
  );
  await picture('02-start', teacher, dispatcher, steward, head);
  return { code, teacher, dispatcher, steward, head };
}

async function buildAndShip({ dispatcher }: Class): Promise<void> {
  await dispatcher.id('tab-builder').click();
  await dispatcher.id('switch-builder-hand').click();
  const reference = await build(dispatcher, GUESTHOUSE);
  await picture('03-build', dispatcher);
  await push(dispatcher, reference);
  await picture('04-pushed', dispatcher);
  await deploy(dispatcher, GUESTHOUSE.name, reference);
  await picture('05-deployed', dispatcher);
}

/** ReplicaSet and pods, villages, houses: all by hand. */
async function standUp({ dispatcher, steward, head }: Class): Promise<void> {
  await press(steward.id('work-deployment'), 'createReplicaSet');
  await press(steward.id('work-replicaset'), 'createPods');
  await dispatcher.id('tab-scheduler').click();
  await dispatcher.id('queue-item').first().waitFor();
  await picture('06-queue', dispatcher, steward);
  await skipToPanel(dispatcher);
  for (const node of ['node-1', 'node-2', 'node-3']) await bindByKeyboard(dispatcher, node);
  await bringUp(head);
  await picture('07-village', head);
}

/** As houses open, their addresses are published; visitors come. */
async function serve({ teacher, dispatcher, steward, head }: Class): Promise<void> {
  await teacher.id('pace-4').click();
  await expect
    .poll(
      async () => {
        await doAll(steward.id('work-endpoints'));
        return servedNow(dispatcher);
      },
      { timeout: 60 * SECOND_MS },
    )
    .toBeGreaterThan(0);
  await teacher.id('pace-2').click();
  await picture('08-served', teacher, dispatcher, steward, head);
}

async function crash({ teacher, dispatcher, head }: Class): Promise<void> {
  await teacher.id('inject-node-crash').click();
  await teacher.id('inject-target').selectOption('node-1');
  await teacher.id('inject').click();
  for (const viewer of [teacher, dispatcher, head]) await viewer.id('fault-node-crash').first().waitFor();
  await picture('09-crash', teacher, dispatcher, head);
}

/**
 * After fifty silent seconds the steward writes the node off and takes its pod away, the dispatcher finds another place.
 * The village head has long begun to start the machine again.
 */
async function evictAndRebind({ teacher, dispatcher, steward, head }: Class): Promise<void> {
  await press(head.id('machine'), 'reboot');
  await teacher.id('pace-8').click();
  await picture('10-booting', head);
  const nodes = steward.id('work-node-lifecycle');
  await press(nodes, 'markNode');
  await teacher.id('pace-2').click();
  await doAll(nodes);
  await doAll(steward.id('work-endpoints'));
  await switchLanguage(steward);
  await picture('11-notready', steward, teacher);
  await evictFrom(steward, 'node-1');
  await press(steward.id('work-replicaset'), 'createPods');
  await bindElsewhere(dispatcher, 'node-1');
  await picture('12-rebound', dispatcher, steward);
}

async function switchLanguage(viewer: Viewer): Promise<void> {
  await viewer.id('settings').click();
  await viewer.button('common.language').click();
  viewer.language = viewer.language === 'zh' ? 'en' : 'zh';
  await viewer.page.locator(`html[lang^=${viewer.language}]`).waitFor();
  await viewer.page.keyboard.press('Escape');
}

/** In the full view the steward may also act without a plan. */
async function evictFrom(steward: Viewer, node: string): Promise<void> {
  await steward.id('tab-objects').click();
  const row = steward.id('pod-table').locator('tbody tr').filter({ hasText: node });
  const pod = await row.first().locator('button').first().innerText();
  await steward.id('tab-steward').click();
  await steward.id('full-view').check();
  const verbs = steward.page.locator('.free-verbs');
  await verbs.getByRole('combobox', { name: steward.text('kind.Pod') }).selectOption({ label: pod.trim() });
  await press(verbs, 'evict');
  await steward.id('full-view').uncheck();
}

/** The machine is up again: what was evicted is cleared away, and the village is open for new houses. */
async function recover({ teacher, dispatcher, steward, head }: Class): Promise<void> {
  await teacher.id('pace-16').click();
  const village = head.id('panel-kubelet');
  await village
    .locator('.pod-work.due')
    .first()
    .waitFor({ timeout: 30 * SECOND_MS });
  await teacher.id('pace-2').click();
  const isEmpty = async () => {
    await doAll(village);
    return (await head.id('pod-work').count()) === 0;
  };
  await expect.poll(isEmpty, { timeout: 30 * SECOND_MS }).toBe(true);
  const nodes = steward.id('work-node-lifecycle');
  const believed = async () => {
    await doAll(nodes);
    return head.id('machine').innerText();
  };
  await expect.poll(believed, { timeout: 30 * SECOND_MS }).toMatch(new RegExp(`node-1\\s+${head.text('node.ready')}`));
  await doAll(nodes);
  await doAll(steward.id('work-endpoints'));
  await dispatcher.id('faults').locator('.healed').first().waitFor();
  await expect.poll(() => servedNow(dispatcher), { timeout: 30 * SECOND_MS }).toBeGreaterThan(0);
  await picture('13-recovered', teacher, dispatcher, steward, head);
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
  await verdict.waitFor({ timeout: 60 * SECOND_MS });
  expect(await verdict.getAttribute('data-same')).toBe('true');
  expect(await verdict.innerText()).toContain(uptime);
  await teacher.page.locator('[data-testid=town][data-ready=true]').waitFor();
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
