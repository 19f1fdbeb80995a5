/**
 * The atlas: all frames packed on one page, as one drawing (SVG) and Phaser's JSON hash.
 * It stays a drawing until a browser opens it: a tenth of a picture's bytes, and sharp on every screen.
 */
import { createHash } from 'node:crypto';
import { allFrames, type Picture } from '../art/index.ts';
import { pack, type Page } from './pack.ts';
import { rasterise, type Raster } from './raster.ts';

/** Frames drawn from the same pixels share one place on the page. */
interface Tile extends Raster {
  readonly frames: { readonly name: string; readonly picture: Picture; readonly raster: Raster }[];
}

/** A frame as Phaser's atlas loader reads it. */
export interface FrameJson {
  readonly frame: { x: number; y: number; w: number; h: number };
  readonly rotated: false;
  readonly trimmed: true;
  readonly spriteSourceSize: { x: number; y: number; w: number; h: number };
  readonly sourceSize: { w: number; h: number };
  /** The ground point, as a share of the source size. */
  readonly anchor: { x: number; y: number };
}

/** The atlas description. */
export interface AtlasJson {
  readonly frames: Readonly<Record<string, FrameJson>>;
  readonly meta: {
    readonly image: string;
    readonly format: string;
    readonly size: { w: number; h: number };
    readonly scale: string;
  };
}

/** A finished page. */
export interface AtlasPage {
  readonly svg: string;
  readonly json: AtlasJson;
}

/** Older graphics chips take no side above 4096, and screens of double density take the page twice as large. */
export const LIMIT = 2048;
const PADDING = 2;

/** Draws and packs all frames. */
export async function buildPage(image: string): Promise<AtlasPage> {
  const page = pack(await tiles(), LIMIT, PADDING);
  const json: AtlasJson = {
    frames: Object.fromEntries(frameEntries(page).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    meta: { image, format: 'RGBA8888', size: { w: page.width, h: page.height }, scale: '1' },
  };
  return { svg: draw(page), json };
}

async function tiles(): Promise<Tile[]> {
  const byPixels = new Map<string, Tile>();
  for (const [name, picture] of allFrames()) {
    const raster = await rasterise(picture);
    const key = createHash('sha256').update(`${raster.width}x${raster.height}`).update(raster.pixels).digest('hex');
    const tile = byPixels.get(key) ?? { ...raster, frames: [] };
    tile.frames.push({ name, picture, raster });
    byPixels.set(key, tile);
  }
  return [...byPixels.values()];
}

const frameEntries = (page: Page<Tile>): [string, FrameJson][] =>
  page.placed.flatMap(({ item, x, y }) =>
    item.frames.map(({ name, picture, raster }): [string, FrameJson] => {
      const ground = {
        x: share(picture.originX, picture.width),
        y: share(picture.originY, picture.height),
      };
      return [
        name,
        {
          frame: { x, y, w: item.width, h: item.height },
          rotated: false,
          trimmed: true,
          spriteSourceSize: { x: raster.left, y: raster.top, w: item.width, h: item.height },
          sourceSize: { w: raster.boxWidth, h: raster.boxHeight },
          anchor: ground,
        },
      ];
    }),
  );

/** To a hundred-thousandth: a few thousandths of a pixel, and shorter to write down. */
const share = (part: number, whole: number): number => Number((part / whole).toFixed(5));

/** Each tile's first picture, cut to what is visible of it. */
function draw({ width, height, placed }: Page<Tile>): string {
  // What looks alike stands together, so that it compresses.
  const byName = placed.toSorted((a, b) => ((a.item.frames[0]?.name ?? '') < (b.item.frames[0]?.name ?? '') ? -1 : 1));
  const drawn = byName.map(({ item, x, y }) => {
    const [first] = item.frames;
    if (!first) throw new Error('a tile without a frame');
    const { picture, raster } = first;
    const view = `${raster.left - picture.originX} ${raster.top - picture.originY} ${item.width} ${item.height}`;
    return `<svg x="${x}" y="${y}" width="${item.width}" height="${item.height}" viewBox="${view}">${tenths(picture.body)}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawn.join('')}</svg>`;
}

/** A tenth of a pixel is finer than anybody sees, and a third of the bytes less. */
const tenths = (svg: string): string =>
  svg.replaceAll(/-?\d+\.\d\d+/g, (number) => String(Number(Number(number).toFixed(1))));
