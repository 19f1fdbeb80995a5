/** Turns pictures into pixels: rasterised by sharp, cut to what is visible. */
import sharp from 'sharp';
import { toSvg, type Picture } from '../art/index.ts';

/** The visible pixels of a picture, and where they lie in its box. */
export interface Raster {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  /** Offset of the visible part in the whole box, and the box. */
  readonly left: number;
  readonly top: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
}

/** Alpha below this is not visible. */
const FAINT = 4;

/** Rasterises a picture, one pixel to a unit. */
export async function rasterise(picture: Picture): Promise<Raster> {
  const svg = Buffer.from(toSvg(picture));
  const { data, info } = await sharp(svg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return trim(data, info.width, info.height);
}

function trim(data: Buffer, boxWidth: number, boxHeight: number): Raster {
  let [left, top, right, bottom] = [boxWidth, boxHeight, -1, -1];
  for (let y = 0; y < boxHeight; y++) {
    for (let x = 0; x < boxWidth; x++) {
      if ((data[(y * boxWidth + x) * 4 + 3] ?? 0) < FAINT) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < left) throw new Error('an empty picture');
  // At a finer scale the edge reaches a little further.
  [left, top] = [Math.max(0, left - 1), Math.max(0, top - 1)];
  [right, bottom] = [Math.min(boxWidth - 1, right + 1), Math.min(boxHeight - 1, bottom + 1)];
  const [width, height] = [right - left + 1, bottom - top + 1];
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = ((y + top) * boxWidth + left) * 4;
    data.copy(pixels, y * width * 4, start, start + width * 4);
  }
  return { pixels, width, height, left, top, boxWidth, boxHeight };
}
