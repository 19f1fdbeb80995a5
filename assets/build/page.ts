/** One page of the atlas: all frames at a scale, packed, as an image and Phaser's JSON hash. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
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
  /** The ground point, as a share of the source size. Phaser reads `anchor`; `pivot` is for other tools. */
  readonly anchor: { x: number; y: number };
  readonly pivot: { x: number; y: number };
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
  readonly image: Buffer;
  readonly json: AtlasJson;
}

/** What is asked of a page: pixels per unit, greatest side, WebP quality. */
export interface PageSpec {
  readonly scale: number;
  readonly limit: number;
  readonly quality: number;
}

/** Draws and packs all frames. */
export async function buildPage(image: string, { scale, limit, quality }: PageSpec): Promise<AtlasPage> {
  const page = pack(await tiles(scale), limit, 2 * scale);
  const json: AtlasJson = {
    frames: Object.fromEntries(frameEntries(page).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    meta: { image, format: 'RGBA8888', size: { w: page.width, h: page.height }, scale: String(scale) },
  };
  return { image: await draw(page, quality), json };
}

async function tiles(scale: number): Promise<Tile[]> {
  const byPixels = new Map<string, Tile>();
  for (const [name, picture] of allFrames()) {
    const raster = await rasterise(picture, scale, name.startsWith('light/'));
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
      const ground = { x: picture.originX / picture.width, y: picture.originY / picture.height };
      return [
        name,
        {
          frame: { x, y, w: item.width, h: item.height },
          rotated: false,
          trimmed: true,
          spriteSourceSize: { x: raster.left, y: raster.top, w: item.width, h: item.height },
          sourceSize: { w: raster.boxWidth, h: raster.boxHeight },
          anchor: ground,
          pivot: ground,
        },
      ];
    }),
  );

async function draw(page: Page<Tile>, quality: number): Promise<Buffer> {
  const layers = page.placed.map(({ item, x, y }) => ({
    input: item.pixels,
    raw: { width: item.width, height: item.height, channels: 4 as const },
    left: x,
    top: y,
  }));
  const canvas = { width: page.width, height: page.height, channels: 4 as const, background: '#00000000' };
  const raw = await sharp({ create: canvas }).composite(layers).raw().toBuffer();
  return sharp(raw, { raw: { width: page.width, height: page.height, channels: 4 } })
    .webp({ quality, alphaQuality: 50, effort: 6 })
    .toBuffer();
}
