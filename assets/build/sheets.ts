/** Sheets to judge the art by: every picture in a cell of grass, a kind to a sheet, without a word on them. */
import sharp from 'sharp';
import {
  allFrames,
  GROUND,
  HOST_VARIANTS,
  HOUSE_STYLES,
  houseFrame,
  PLOT_VARIANTS,
  plotPicture,
  STATES,
  toSvg,
  type Picture,
} from '../art/index.ts';

export interface Sheet {
  readonly name: string;
  readonly svg: string;
}

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

const GAP = 4;
const QUALITY = 82;

function cell(picture: Picture, x: number, y: number, { width, height }: Grid): string {
  const place = `<svg x="${(width - picture.width) / 2}" y="${(height - picture.height) / 2}" `;
  const ground = `<rect width="${width}" height="${height}" rx="6" fill="${GROUND.grass}"/>`;
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}">${ground}${toSvg(picture).replace('<svg ', place)}</svg>`;
}

function sheet(name: string, pictures: readonly Picture[], grid: Grid): Sheet {
  const { columns, width, height, scale = 1 } = grid;
  const cells = pictures.map((picture, i) =>
    cell(picture, GAP + (i % columns) * (width + GAP), GAP + Math.floor(i / columns) * (height + GAP), grid),
  );
  const w = GAP + Math.min(columns, pictures.length) * (width + GAP);
  const h = GAP + Math.ceil(pictures.length / columns) * (height + GAP);
  const size = `viewBox="0 0 ${w} ${h}" width="${w * scale}" height="${h * scale}"`;
  const paper = '<rect width="100%" height="100%" fill="#f4f7ee"/>';
  return { name, svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${cells.join('')}</svg>` };
}

/** A sheet for each style, its cells in the order of the states; then everything else by kind. */
export function sheets(): readonly Sheet[] {
  const frames = new Map(allFrames());
  const named = (...prefixes: readonly string[]): Picture[] =>
    [...frames].filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix))).map(([, picture]) => picture);
  const houses = HOUSE_STYLES.map((style) => {
    const pictures = STATES.flatMap((state) => frames.get(houseFrame(style, state)) ?? []);
    return sheet(`house-${style}`, pictures, { columns: 7, width: 140, height: 140 });
  });
  return [
    ...houses,
    sheet('landmarks', named('landmark/'), { columns: 6, width: 200, height: 180 }),
    sheet('vault', named('vault/', 'member/', 'ledger/'), { columns: 6, width: 190, height: 140 }),
    sheet('town-hall', named('staff/', 'crowd/'), { columns: 8, width: 116, height: 110 }),
    sheet('machines', named('vm/', 'kernel/'), { columns: 5, width: 170, height: 160 }),
    sheet('people', named('visitor/', 'post/', 'courier/'), { columns: 12, width: 44, height: 56 }),
    sheet('things', named('prop/', 'cart/', 'ship/'), { columns: 7, width: 150, height: 130 }),
    sheet('signs', named('badge/', 'mood/'), { columns: 11, width: 40, height: 40, scale: 1.5 }),
    sheet(
      'villages',
      [...PLOT_VARIANTS, ...HOST_VARIANTS].map((variant) => plotPicture(variant)),
      { columns: 2, width: 740, height: 400, scale: 0.5 },
    ),
  ];
}

/** As it is kept. */
export function drawSheet({ svg }: Sheet): Promise<Buffer> {
  return sharp(Buffer.from(svg), { unlimited: true }).webp({ quality: QUALITY, effort: 6 }).toBuffer();
}
