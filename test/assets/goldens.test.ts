// The art sheets as a person last approved them. A difference means that pictures changed: look at them, and if they are
// meant, `npm run goldens`. The cells of a house's sheet are its states, in the order of STATES in assets/art/names.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { HOUSE_STYLES, STATES } from '../../assets/art/index.ts';
import { drawSheet, sheets, type Sheet } from '../../assets/build/sheets.ts';

const FOLDER = join(import.meta.dirname, 'golden');
/** Another version of the rasteriser may smooth edges otherwise: so much of a channel is no other picture. */
const FAR_APART = 40;
/** In parts per million of all pixels. A badge of another colour is some 3000 in a sheet of fourteen houses. */
const MOST_DIFFERENT_PPM = 300;

async function pixels(image: Buffer): Promise<{ readonly data: Buffer; readonly size: string }> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, size: `${info.width}x${info.height}` };
}

async function differencePpm(now: Buffer, before: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pixels(now), pixels(before)]);
  expect(a.size).toBe(b.size);
  let different = 0;
  for (let i = 0; i < a.data.length; i += 3) {
    const isFar = [0, 1, 2].some(
      (channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) > FAR_APART,
    );
    if (isFar) different += 1;
  }
  return Math.round((different * 3 * 1_000_000) / a.data.length);
}

const all = sheets();
const golden = ({ name }: Sheet): Buffer => readFileSync(join(FOLDER, `${name}.webp`));

describe('art sheets', () => {
  it.each(all)('TOWN-20 $name looks as it did when a person approved it', { timeout: 60_000 }, async (sheet) => {
    expect(await differencePpm(await drawSheet(sheet), golden(sheet))).toBeLessThan(MOST_DIFFERENT_PPM);
  });

  it('TOWN-20 a picture in another state is noticed', { timeout: 60_000 }, async () => {
    const [first] = all;
    if (!first) throw new Error('no sheets');
    const changed = { ...first, svg: first.svg.replaceAll('#0072b2', '#d55e00') };
    expect(await differencePpm(await drawSheet(changed), golden(first))).toBeGreaterThan(MOST_DIFFERENT_PPM);
  });

  it('TOWN-20 show every house in every state, and nothing that is gone', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(all.map(({ name }) => `${name}.webp`).toSorted());
    for (const style of HOUSE_STYLES) {
      const sheet = all.find(({ name }) => name === `house-${style}`);
      expect(sheet?.svg.match(/<rect width="140"/g)).toHaveLength(STATES.length);
    }
  });
});
