/** The first look: the largest zoom at which the whole town lies clear of the cards that cover the canvas, and where it then lies. */
import type { Point } from './camera.ts';
import type { Rectangle } from './insets.ts';
import { boxAround } from './model/outline.ts';

export interface Frame {
  readonly zoom: number;
  /** The place of the world in the middle of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** A sign that hangs beyond the town's outline: where its middle is in the world, and its half size on the screen, the same at every zoom. */
export interface Sign extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface Stand {
  readonly width: number;
  readonly height: number;
  /** What lies over the canvas, in its own pixels. */
  readonly covers: readonly Rectangle[];
}

/** Between the town and an edge or a card. */
const MARGIN = 10;
/** A village's sign reaches beyond its corner; a tall screen has no room for that. */
const SIGN_MARGIN = 36;
const STEPS = 22;
const HALVINGS = 9;
/** On a tall screen the whole town is a strip, in which nobody tells a house from another: rather most of it, and larger. */
const LEAST_ZOOM = 0.36;
const MOST_CROPPED = 1.5;

interface Shift {
  readonly dx: number;
  readonly dy: number;
}

/** Null where it finds no room at this zoom. Of all places the one nearest to the middle. */
function placeAt({ points, signs }: Outline, zoom: number, { width, height, covers }: Stand): Shift | null {
  const scaled = points.map(({ x, y }) => ({ x: x * zoom, y: y * zoom }));
  const hung = signs.map((sign) => ({ ...sign, x: sign.x * zoom, y: sign.y * zoom }));
  const { left, right, top, bottom } = boxAround(scaled);
  const side = width > height ? SIGN_MARGIN : MARGIN;
  const [spareX, spareY] = [width - 2 * side - (right - left), height - 2 * MARGIN - (bottom - top)];
  if (spareX < 0 || spareY < 0) return null;
  let best: (Shift & { readonly far: number }) | null = null;
  for (let i = 0; i <= STEPS; i += 1) {
    for (let j = 0; j <= STEPS; j += 1) {
      const far = Math.hypot((i / STEPS - 0.5) * spareX, (j / STEPS - 0.5) * spareY);
      if (best && far >= best.far) continue;
      const [dx, dy] = [side - left + (spareX * i) / STEPS, MARGIN - top + (spareY * j) / STEPS];
      if (isClear(scaled, dx, dy, covers) && isClearOfSigns(hung, dx, dy, covers)) best = { dx, dy, far };
    }
  }
  return best;
}

function isClear(points: readonly Point[], dx: number, dy: number, covers: readonly Rectangle[]): boolean {
  for (const cover of covers) {
    const [left, right] = [cover.left - MARGIN - dx, cover.right + MARGIN - dx];
    const [top, bottom] = [cover.top - MARGIN - dy, cover.bottom + MARGIN - dy];
    for (const { x, y } of points) if (x > left && x < right && y > top && y < bottom) return false;
  }
  return true;
}

function isClearOfSigns(signs: readonly Sign[], dx: number, dy: number, covers: readonly Rectangle[]): boolean {
  return covers.every((cover) =>
    signs.every(
      ({ x, y, halfWidth, halfHeight }) =>
        x + dx + halfWidth <= cover.left - MARGIN ||
        x + dx - halfWidth >= cover.right + MARGIN ||
        y + dy + halfHeight <= cover.top ||
        y + dy - halfHeight >= cover.bottom,
    ),
  );
}

export interface Outline {
  readonly points: readonly Point[];
  readonly signs: readonly Sign[];
}

/** `fallback`: the frame where the cards leave no room at all. */
export function frameTown(outline: Outline, stand: Stand, maxZoom: number, fallback: Frame): Frame {
  const { points } = outline;
  let [low, high] = [0, maxZoom];
  let found: (Shift & { readonly zoom: number }) | null = null;
  for (let turn = 0; turn < HALVINGS && found?.zoom !== maxZoom; turn += 1) {
    const zoom: number = turn === 0 ? maxZoom : (low + high) / 2;
    const shift = placeAt(outline, zoom, stand);
    if (shift) [low, found] = [zoom, { ...shift, zoom }];
    else high = zoom;
  }
  const { width, height } = stand;
  if (!found) return closer(points, stand, fallback);
  const { zoom, dx, dy } = found;
  return closer(points, stand, { zoom, x: (width / 2 - dx) / zoom, y: (height / 2 - dy) / zoom });
}

/** Zooms in around the town's middle, which stays where it is on the screen. */
function closer(points: readonly Point[], { width, height }: Stand, { x, y, zoom }: Frame): Frame {
  const { left, right, top, bottom } = boxAround(points);
  const wanted = Math.min(LEAST_ZOOM, zoom * MOST_CROPPED);
  if (zoom >= wanted || width > height) return { x, y, zoom };
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return { zoom: wanted, x: middleX + ((x - middleX) * zoom) / wanted, y: middleY + ((y - middleY) * zoom) / wanted };
}
