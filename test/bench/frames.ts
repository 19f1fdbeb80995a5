/** The frame bench in a headless browser: the figures of /bench, printed. */
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { startServer } from '../support/server.ts';
import { figure, heading } from './print.ts';

const PATIENCE_MS = 240_000;

const row = z.object({
  what: z.string(),
  renderer: z.string(),
  medianMs: z.number().optional(),
  quietMs: z.number().optional(),
  fps: z.number().optional(),
  drawCalls: z.number().nullish(),
  textures: z.number().optional(),
  objects: z.number().optional(),
  visitors: z.number().optional(),
});

/** Needs a built client. */
export async function benchFrames(): Promise<void> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  try {
    heading(
      'frames: 50 villages, 1,000 houses, 500 visitors; the camera moves at each frame; main thread, least disturbed tenth',
    );
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.goto(`${server.url}/bench`);
    await page.getByTestId('bench-start').click();
    await page.locator('[data-testid=bench-figures][data-done=true]').waitFor({ timeout: PATIENCE_MS });
    for (const element of await page.locator('[data-figures]').all()) {
      const found = row.parse(JSON.parse((await element.getAttribute('data-figures')) ?? '{}'));
      const { what, renderer, medianMs, quietMs = 0, fps = 0, drawCalls, textures, objects, visitors } = found;
      const value = medianMs === undefined ? 'not here' : `${quietMs.toFixed(2)} ms`;
      const draws = drawCalls === null || drawCalls === undefined ? '' : `, ${drawCalls} draws`;
      const note = `median ${(medianMs ?? 0).toFixed(2)} ms, ${fps.toFixed(0)} fps shown${draws}, ${textures} textures, ${objects} objects, ${visitors} visitors`;
      figure(`${renderer}, ${what}`, value, note);
    }
  } finally {
    await Promise.all([browser.close(), server.stop()]);
  }
}
