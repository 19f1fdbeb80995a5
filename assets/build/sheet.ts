/** Draws sheets to judge the art by, into test/output/: `node assets/build/sheet.ts`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  allFrames,
  GROUND,
  houseFrame,
  PLOT_VARIANTS,
  plotPicture,
  STATES,
  STYLES,
  toSvg,
  type Picture,
} from '../art/index.ts';

const OUT = join(import.meta.dirname, '../../test/output');
const frames = new Map(allFrames());

interface Cell {
  readonly label: string;
  readonly picture: Picture;
}

const label = (text: string, x: number, y: number): string =>
  `<text x="${x}" y="${y}" font-family="sans-serif" font-size="11" fill="#1f2933">${text}</text>`;

/** A picture in a cell of grass, its box in the middle. */
function cell({ label: text, picture }: Cell, x: number, y: number, width: number, height: number): string {
  const nested = toSvg(picture).replace(
    '<svg ',
    `<svg x="${(width - picture.width) / 2}" y="${(height - picture.height) / 2}" `,
  );
  return `<g transform="translate(${x},${y})"><rect width="${width}" height="${height}" rx="6" fill="${GROUND.grass}"/>${nested}${label(text, 5, height - 5)}</g>`;
}

/** Rows of cells on paper. */
async function sheet(
  name: string,
  cells: readonly Cell[],
  columns: number,
  width: number,
  height: number,
  scale = 1,
): Promise<void> {
  const gap = 6;
  const rows = Math.ceil(cells.length / columns);
  const drawn = cells.map((c, i) =>
    cell(c, gap + (i % columns) * (width + gap), gap + Math.floor(i / columns) * (height + gap), width, height),
  );
  const [w, h] = [gap + columns * (width + gap), gap + rows * (height + gap)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w * scale}" height="${h * scale}"><rect width="100%" height="100%" fill="#f4f7ee"/>${drawn.join('')}</svg>`;
  await sharp(Buffer.from(svg), { unlimited: true })
    .png()
    .toFile(join(OUT, `${name}.png`));
}

const named = (prefix: string): Cell[] =>
  [...frames].filter(([name]) => name.startsWith(prefix)).map(([name, picture]) => ({ label: name, picture }));

const house = (style: (typeof STYLES)[number], state: (typeof STATES)[number]): Cell => ({
  label: `${style} / ${state}`,
  picture: frames.get(houseFrame(style, state)) as Picture,
});

mkdirSync(OUT, { recursive: true });
await sheet(
  'art-sheet',
  STYLES.flatMap((style) => STATES.map((state) => house(style, state))),
  STATES.length,
  176,
  176,
);
await sheet('art-landmarks', named('landmark/'), 4, 272, 232);
await sheet('art-people', [...named('visitor/'), ...named('post/'), ...named('courier/')], 12, 60, 70, 2);
await sheet('art-props', [...named('prop/'), ...named('cart/'), ...named('ship/')], 6, 196, 150);
await sheet('art-signs', [...named('badge/'), ...named('mood/')], 11, 60, 50, 2.4);
await sheet('art-lights', named('light/'), 4, 200, 188);
await sheet(
  'art-plots',
  PLOT_VARIANTS.map((variant) => ({ label: variant, picture: plotPicture(variant) })),
  2,
  690,
  380,
);
