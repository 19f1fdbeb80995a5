/** Opening a class and coming into it, through the pages. */
import { CODE_ALPHABET, CODE_LENGTH } from '../../../shared/protocol/join-code.ts';
import type { Viewer } from './viewer.ts';

/** The code stands there only when the server has told it. */
const joinCode = new RegExp(`[${CODE_ALPHABET}]{${CODE_LENGTH}}`);

/** Chooses a lesson and opens the session; gives the code that the lobby shows. */
export async function host(teacher: Viewer, lesson: string): Promise<string> {
  await teacher.goto('/host');
  await teacher.page.getByRole('radio', { name: lesson }).check();
  await teacher.button('host.open').click();
  const code = teacher.id('join-code').filter({ hasText: joinCode });
  return (await code.innerText()).trim();
}

/** Picks the first nickname offered, and waits until the lobby is there. */
export async function join(student: Viewer, code: string): Promise<void> {
  await student.goto(`/join/${code}`);
  await student.page.locator('.nicknames button').first().click();
  await student.id('join-code').waitFor();
}

/** The seat as the lobby names it, with who sits there. */
export function seatLine(viewer: Viewer, seat: string): Promise<string> {
  return viewer.page.locator('.seat-list li').filter({ hasText: seat }).innerText();
}
