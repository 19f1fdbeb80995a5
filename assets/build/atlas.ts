/** `npm run atlas`: draws the art into client/generated/, unless what is there is what would be drawn. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { faviconSvg } from '../art/favicon.ts';
import { heroSvg } from '../art/hero.ts';
import { allFrames, badge, BADGES, mood, MOODS, picture, reach, toSvg } from '../art/index.ts';
import { shorten } from '../art/shorthand.ts';
import { buildPage } from './page.ts';

const OUT = join(import.meta.dirname, '../../client/generated');
const FILES = ['town-drawing.json', 'town.json', 'badges.json', 'moods.json', 'hero.webp', 'favicon.svg'];

const HERO_QUALITY = 60;

/** A sign as inline SVG for the DOM. It says nothing by itself: its neighbour in the text does. */
const inline = (body: string): string =>
  toSvg(picture(reach(14, 14, 14, 14), body)).replace('<svg ', '<svg aria-hidden="true" focusable="false" ');

/** Changes when any picture, this builder, or the rasteriser changes. */
function stamp(): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(sharp.versions))
    .update(JSON.stringify(allFrames()))
    .update(heroSvg())
    .update(faviconSvg())
    .update(readFileSync(join(import.meta.dirname, '../art/shorthand.ts')));
  for (const file of readdirSync(import.meta.dirname).toSorted()) {
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest('hex');
}

const stampFile = join(OUT, 'stamp.txt');
const current = stamp();

function fresh(): boolean {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === current &&
    FILES.every((file) => existsSync(join(OUT, file)))
  );
}

async function write(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const page = await buildPage('town-drawing.json');
  writeFileSync(join(OUT, 'town-drawing.json'), JSON.stringify(shorten(page.svg)));
  writeFileSync(join(OUT, 'town.json'), JSON.stringify(page.json));
  const { w, h } = page.json.meta.size;
  console.log(`town: ${Object.keys(page.json.frames).length} frames, ${w}x${h}, ${page.svg.length} bytes`);
  await sharp(Buffer.from(heroSvg())).webp({ quality: HERO_QUALITY }).toFile(join(OUT, 'hero.webp'));
  writeFileSync(join(OUT, 'favicon.svg'), faviconSvg());
  const badges = Object.fromEntries(BADGES.map((name) => [name, inline(badge(name))]));
  const moods = Object.fromEntries(MOODS.map((step) => [step, inline(mood(step))]));
  writeFileSync(join(OUT, 'badges.json'), JSON.stringify(badges));
  writeFileSync(join(OUT, 'moods.json'), JSON.stringify(moods));
  writeFileSync(stampFile, current);
}

if (fresh()) console.log('art: unchanged');
else await write();
