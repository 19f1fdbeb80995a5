/** How far the cards beside the town reach over it. */
import type { Insets } from './camera.ts';

/** What lies over the town. */
const COVERS = '.game-head, .side, .panel-area > *, .bottom, .town-mirror:focus-within';
/** Card by card: a column of cards leaves the ground below the last one free. */
const CARDS =
  '.game-head, .side > *, .panel-area > *, .bottom, .town-mirror:focus-within, .town-corner > *, .town-legend';
/** A cover larger than this share is no side but a sheet over everything, soon to be closed again. */
const MOST_COVERED = 0.6;
/** A sheet that leaves this little of the town leaves nothing to look at. */
const MOST_HIDDEN = 0.7;
/** Of the width, or of the height, by two sides together. */
const MOST_TAKEN = 0.8;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export function insetsFrom(town: Rectangle, covers: readonly Rectangle[]): Insets {
  const [width, height] = [town.right - town.left, town.bottom - town.top];
  if (width <= 0 || height <= 0) return NONE;
  const insets = { ...NONE } as Record<keyof Insets, number>;
  for (const cover of covers) {
    const left = Math.max(town.left, cover.left);
    const right = Math.min(town.right, cover.right);
    const top = Math.max(town.top, cover.top);
    const bottom = Math.min(town.bottom, cover.bottom);
    if (right <= left || bottom <= top || (right - left) * (bottom - top) > width * height * MOST_COVERED) continue;
    const reach = {
      top: bottom - town.top,
      right: town.right - left,
      bottom: town.bottom - top,
      left: right - town.left,
    };
    // A cover counts to the side where it costs the town least.
    const cost = (each: (typeof SIDES)[number]) => reach[each] / (each === 'left' || each === 'right' ? width : height);
    const side = SIDES.reduce((best, each) => (cost(each) < cost(best) ? each : best));
    insets[side] = Math.max(insets[side], reach[side]);
  }
  // Between cards that leave hardly anything, the town is seen behind them or not at all.
  if (insets.left + insets.right > width * MOST_TAKEN) insets.left = insets.right = 0;
  if (insets.top + insets.bottom > height * MOST_TAKEN) insets.top = insets.bottom = 0;
  return insets;
}

/** What lies over the town, in its own pixels: cards beside it, and what stands in its corners. */
export function coversOf(parent: HTMLElement | null): readonly Rectangle[] {
  const town = parent?.getBoundingClientRect();
  if (!town) return [];
  const area = town.width * town.height;
  return [...document.querySelectorAll(CARDS)].flatMap((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (width * height === 0 || width * height > area * MOST_HIDDEN) return [];
    return [{ left: left - town.left, top: top - town.top, right: right - town.left, bottom: bottom - town.top }];
  });
}

export function insetsOf(parent: HTMLElement | null): Insets {
  const town = parent?.getBoundingClientRect();
  if (!town) return NONE;
  return insetsFrom(
    town,
    [...document.querySelectorAll(COVERS)].map((cover) => cover.getBoundingClientRect()),
  );
}
