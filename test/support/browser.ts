// The one door to a real browser: finds Chromium, installs it where there is none, launches it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { aptInstall, isDebian, succeeds } from './apt.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
];

/** The path of a browser that is already here. `BROWSER_PATH` overrules the search. */
export function findBrowser(): string | undefined {
  const named = process.env['BROWSER_PATH'];
  if (named !== undefined) return named;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

function playwrightInstall(): boolean {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  return succeeds(process.execPath, [cli, 'install', 'chromium']);
}

/** Debian's chromium draws Chinese only with a CJK font; other systems bring one. */
function lacksChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.status !== 0 || listed.stdout.trim() === '';
}

/** Finds a browser or installs one; throws with what to do by hand where neither works. */
export function ensureBrowser(): string {
  if (isDebian()) {
    const missing = [...(findBrowser() ? [] : ['chromium']), ...(lacksChineseFont() ? ['fonts-noto-cjk'] : [])];
    if (missing.length > 0 && !aptInstall(missing))
      console.error(`apt-get could not install ${missing.join(' and ')}.`);
  }
  if (!findBrowser()) playwrightInstall();
  const path = findBrowser();
  if (path) return path;
  throw new Error(
    'No browser for the browser tests, and none could be installed. Install Chromium or Chrome ' +
      '(Debian, as root: apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright-core install chromium), ' +
      'or set BROWSER_PATH to one.',
  );
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser found: npm run browser installs one.');
  return chromium.launch({ executablePath, args: flags });
}
