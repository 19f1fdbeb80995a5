/** The class of the lesson: who is in it, and what they see. */
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { host, join, seatLine } from './classroom.ts';
import { townOf } from './practice.ts';
import { Viewer } from './viewer.ts';

export interface Class {
  readonly code: string;
  readonly teacher: Viewer;
  readonly dispatcher: Viewer;
  readonly steward: Viewer;
  readonly head: Viewer;
}

export const picture = (stage: string, ...viewers: readonly Viewer[]) =>
  Promise.all(viewers.map((viewer) => viewer.picture('lesson', stage)));

/** How many visitors a second are served now, by the gauge. */
export async function servedNow(viewer: Viewer): Promise<number> {
  const gauge = viewer.id('gauge-guesthouse').locator('.gauge-now');
  return Number(/^\d+/.exec(await gauge.innerText())?.[0] ?? 0);
}

/** Seats are given in the order of coming. */
export async function assemble(browser: Browser, url: string): Promise<Class> {
  const teacher = await Viewer.open(browser, { name: 'teacher', url, moves: true });
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
  await Promise.all([teacher, dispatcher, steward, head].map(townOf));
  await picture('02-start', teacher, dispatcher, steward, head);
  return { code, teacher, dispatcher, steward, head };
}
