// Before the browser project: a browser, and a built client to show it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';

export default function setup(): void {
  if (!existsSync(join(import.meta.dirname, '../../client/dist/index.html'))) {
    throw new Error('The client is not built: run npm run build first.');
  }
  ensureBrowser();
}
