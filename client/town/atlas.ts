/** The atlas as pixels: the one drawing of all frames, painted once on a canvas, as fine as the screen is. */
import { unfold, type Shorthand } from '../../assets/art/shorthand.ts';
import atlasDrawing from '../generated/town-drawing.json?url';
import atlasFrames from '../generated/town.json?url';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
type Size = Pick<Box, 'w' | 'h'>;

/** A frame as Phaser's atlas loader reads it. */
interface Frame {
  readonly frame: Box;
  readonly spriteSourceSize: Box;
  readonly sourceSize: Size;
  readonly rotated: false;
  readonly trimmed: true;
  readonly anchor: { readonly x: number; readonly y: number };
}

interface AtlasJson {
  readonly frames: Readonly<Record<string, Frame>>;
  readonly meta: { readonly size: Size };
}

export type Fineness = 1 | 2;

export interface Atlas {
  readonly canvas: HTMLCanvasElement;
  readonly frames: Readonly<Record<string, Frame>>;
  /** Pixels of the canvas a unit. */
  readonly fineness: Fineness;
}

/** Above this many device pixels a CSS pixel, the double size is worth its memory. */
const FINE_FROM = 1.2;
const LIGHT = 'light/';
/** What is darker than this gives no light. */
const DIMMEST = 40;

export const finenessFor = (pixelRatio: number): Fineness => (pixelRatio > FINE_FROM ? 2 : 1);

const atlases = new Map<Fineness, Promise<Atlas>>();

/** Painted once, whoever asks first: the lobby does, while people still come. */
export function atlasAt(fineness: Fineness): Promise<Atlas> {
  let atlas = atlases.get(fineness);
  if (!atlas) {
    atlases.set(fineness, (atlas = paint(fineness)));
    // Who asks again after a broken line may have more luck.
    atlas.catch(() => atlases.delete(fineness));
  }
  return atlas;
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  return (await response.json()) as T;
}

async function readDrawing(): Promise<HTMLImageElement> {
  const svg = unfold(await fetchJson<Shorthand>(atlasDrawing));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const drawing = new Image();
  drawing.src = url;
  try {
    await drawing.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  return drawing;
}

async function paint(fineness: Fineness): Promise<Atlas> {
  const [drawing, { frames, meta }] = await Promise.all([readDrawing(), fetchJson<AtlasJson>(atlasFrames)]);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [meta.size.w * fineness, meta.size.h * fineness];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas for the atlas');
  context.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const scaled = Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, enlarge(frame, fineness)]));
  for (const [name, { frame }] of Object.entries(scaled)) if (name.startsWith(LIGHT)) keepLight(context, frame);
  return { canvas, frames: scaled, fineness };
}

function enlarge(frame: Frame, by: number): Frame {
  const box = ({ x, y, w, h }: Box): Box => ({ x: x * by, y: y * by, w: w * by, h: h * by });
  const { w, h } = frame.sourceSize;
  return {
    ...frame,
    frame: box(frame.frame),
    spriteSourceSize: box(frame.spriteSourceSize),
    sourceSize: { w: w * by, h: h * by },
  };
}

/** A light to lay over others: black becomes transparent, what shines keeps its colour. */
function keepLight(context: CanvasRenderingContext2D, { x, y, w, h }: Box): void {
  const pixels = context.getImageData(x, y, w, h);
  const { data } = pixels;
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(i, i + 4);
    const brightness = Math.max(red, green, blue);
    if (brightness < DIMMEST) {
      data[i + 3] = 0;
      continue;
    }
    const brighter = 255 / brightness;
    data.set([red * brighter, green * brighter, blue * brighter, alpha / brighter], i);
  }
  context.putImageData(pixels, x, y);
}
