/** Playing alone, through the pages. */
import type { Viewer } from './viewer.ts';

/** Chooses a lesson, starts it, and waits for the town. */
export async function startPractice(viewer: Viewer, lesson: string): Promise<void> {
  await viewer.goto('/practice');
  await viewer.id(`scenario-${lesson}`).click();
  await viewer.id('practice-start').click();
  await townOf(viewer);
}

/** Alone, one is also the teacher: one ends the session oneself. */
export async function endPractice(viewer: Viewer): Promise<void> {
  await viewer.id('tab-teacher').click();
  await viewer.id('end').click();
  await viewer.id('end-confirm').click();
  await viewer.id('podium-uptime').waitFor();
}

/** The picture of the town is there. */
export async function townOf(viewer: Viewer): Promise<void> {
  await viewer.page.locator('[data-testid=town][data-ready=true]').waitFor();
}
