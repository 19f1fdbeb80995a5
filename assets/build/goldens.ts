/** `npm run goldens`: draws the art sheets into test/assets/golden/, to be looked at before they are committed. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSheet, sheets } from './sheets.ts';

const OUT = join(import.meta.dirname, '../../test/assets/golden');

mkdirSync(OUT, { recursive: true });
for (const file of readdirSync(OUT)) rmSync(join(OUT, file));
for (const sheet of sheets()) writeFileSync(join(OUT, `${sheet.name}.webp`), await drawSheet(sheet));
