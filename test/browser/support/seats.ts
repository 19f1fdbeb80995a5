/** The work of the seats, as hands do it: through the panels. */
import type { Locator } from 'playwright-core';
import type { Viewer } from './viewer.ts';

/** A button may be gone before it is pressed: then there is nothing left to do. */
const PATIENCE_MS = 2000;

/** Presses a verb's button, wherever it stands in a part of the page. */
export async function press(part: Locator, verb: string): Promise<void> {
  await part.getByTestId(`verb-${verb}`).first().click();
}

/** Does all that a list offers now, one thing after another. */
export async function doAll(list: Locator): Promise<void> {
  const due = list.locator('.due [data-testid^=verb-][aria-disabled=false]').first();
  while ((await due.count()) > 0) await due.click({ timeout: PATIENCE_MS }).catch(() => undefined);
}

/** The dispatch room with the keyboard alone: to the village's button, Enter. */
export async function bindByKeyboard(scheduler: Viewer, node: string): Promise<void> {
  const { page } = scheduler;
  const item = scheduler.id('queue-item').first();
  const pod = await item.locator('.queue-name strong').innerText();
  await scheduler.tabTo(`[data-testid=node-card-${node}] [data-testid=verb-bind]`);
  await page.keyboard.press('Enter');
  await scheduler.id('queue-item').filter({ hasText: pod }).waitFor({ state: 'detached' });
}

/** Onto the skip link, the first stop of the page, and over it into the panel. */
export async function skipToPanel(viewer: Viewer): Promise<void> {
  await viewer.tabTo('.skip');
  await viewer.page.keyboard.press('Enter');
}

/** The dispatch room with a pointer: the first waiting pod, to a village that takes it, but not to one of this name. */
export async function bindElsewhere(scheduler: Viewer, avoided: string): Promise<void> {
  await scheduler.id('queue-item').first().click();
  await press(scheduler.page.locator(`.node-card.fits:not([data-testid=node-card-${avoided}])`).first(), 'bind');
}

/** The village head brings up every pod of the village: admit, pull, start. */
export async function bringUp(head: Viewer): Promise<void> {
  const panel = head.id('panel-kubelet');
  await press(panel, 'admitPod');
  await press(panel, 'pullImage');
  await press(panel, 'startContainer');
}
