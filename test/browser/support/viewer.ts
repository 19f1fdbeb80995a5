/** One person in front of one browser: a context of their own, every error that it reports, and pictures of what they see. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { z } from 'zod';
import { TEXTS, type TextKey } from '../../../client/i18n/texts.ts';

/** Git ignores it. */
const PICTURES = join(import.meta.dirname, '../../output');
/** For people to look at; asked for, since each costs a machine without a graphics card a second. */
const wantsPictures = z.stringbool().default(false).parse(process.env['PICTURES']);
/** The machine may have two cores and five browsers on them. */
const PATIENCE_MS = 20_000;
const LAPTOP = { width: 1366, height: 768 };
const MOST_TABS = 120;

export type Language = keyof typeof TEXTS;

export interface ViewerOptions {
  readonly name: string;
  readonly url: string;
  readonly language?: Language;
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the town may move. Who asks for calm spares a machine of two cores most of its frames. */
  readonly moves?: boolean;
}

export class Viewer {
  readonly page: Page;
  readonly url: string;
  readonly name: string;
  readonly errors: string[] = [];
  language: Language;

  private constructor(page: Page, { name, url, language = 'en' }: ViewerOptions) {
    this.page = page;
    this.url = url;
    this.name = name;
    this.language = language;
    page.on('pageerror', (error) => this.errors.push(`${name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${name}: ${message.text()} ${message.location().url}`);
    });
  }

  /** Called inside a test: should that fail, the last thing this viewer saw is kept. */
  static async open(browser: Browser, options: ViewerOptions): Promise<Viewer> {
    const context = await browser.newContext({
      viewport: options.size ?? LAPTOP,
      locale: options.language === 'zh' ? 'zh-CN' : 'en-GB',
      reducedMotion: options.moves ? 'no-preference' : 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const viewer = new Viewer(await context.newPage(), options);
    onTestFailed(async () => {
      if (viewer.page.isClosed()) return;
      await viewer.#keepPicture('failed', 'last');
      console.error(viewer.page.url(), viewer.errors);
    });
    return viewer;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** A text as this viewer reads it. */
  text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return TEXTS[this.language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  id(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  button(key: TextKey): Locator {
    return this.page.getByRole('button', { name: this.text(key), exact: true });
  }

  link(key: TextKey): Locator {
    return this.page.getByRole('link', { name: this.text(key), exact: true });
  }

  /** Walks with the Tab key until it stands on what a selector names, as somebody without a mouse does. */
  async tabTo(selector: string): Promise<void> {
    for (let step = 0; step < MOST_TABS; step += 1) {
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${this.name}: ${selector} is not reached with the Tab key`);
  }

  /** Of what is seen at this stage, where pictures are wanted. */
  async picture(folder: string, stage: string): Promise<void> {
    if (wantsPictures) await this.#keepPicture(folder, stage);
  }

  async #keepPicture(folder: string, stage: string): Promise<void> {
    mkdirSync(join(PICTURES, folder), { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, folder, `${stage}-${this.name}.png`) });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
