/** The second half of the lesson: a village goes dark, and the class brings the town back. */
import { expect } from 'vitest';
import { picture, servedNow, type Class } from './lesson-class.ts';
import { bindElsewhere, doAll, press } from './seats.ts';
import type { Viewer } from './viewer.ts';

const RECOVERY_MS = 30_000;

export async function crash({ teacher, dispatcher, head }: Class): Promise<void> {
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
export async function evictAndRebind({ teacher, dispatcher, steward, head }: Class): Promise<void> {
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
export async function recover({ teacher, dispatcher, steward, head }: Class): Promise<void> {
  await teacher.id('pace-16').click();
  const village = head.id('panel-kubelet');
  await village.locator('.pod-work.due').first().waitFor({ timeout: RECOVERY_MS });
  await teacher.id('pace-2').click();
  const isEmpty = async () => {
    await doAll(village);
    return (await head.id('pod-work').count()) === 0;
  };
  await expect.poll(isEmpty, { timeout: RECOVERY_MS }).toBe(true);
  const nodes = steward.id('work-node-lifecycle');
  const believed = async () => {
    await doAll(nodes);
    return head.id('machine').innerText();
  };
  await expect.poll(believed, { timeout: RECOVERY_MS }).toMatch(new RegExp(`node-1\\s+${head.text('node.ready')}`));
  await doAll(nodes);
  await doAll(steward.id('work-endpoints'));
  await dispatcher.id('faults').locator('.healed').first().waitFor();
  await expect.poll(() => servedNow(dispatcher), { timeout: RECOVERY_MS }).toBeGreaterThan(0);
  await picture('13-recovered', teacher, dispatcher, steward, head);
}
