/** The landing page's picture: one village with a house of each kind, the town hall, the warehouse and some visitors. */
import { allFrames } from './frames.ts';
import { iso, PLOT_COLUMNS, PLOT_ROWS, slotCentre } from './iso.ts';
import { toSvg, type Picture } from './kit/picture.ts';
import { houseFrame, STYLES, type State } from './names.ts';
import { plotPicture } from './plot.ts';

export const HERO_WIDTH = 1100;
export const HERO_HEIGHT = 420;

/** States by slot: mostly calm, with one house being built, one waiting for its layers and one that is out of order. */
const STATES_BY_SLOT: Readonly<Record<number, State>> = { 3: 'starting', 6: 'pulling-2', 9: 'crash' };

interface Placed {
  readonly picture: Picture;
  readonly x: number;
  readonly y: number;
}

/** The picture with its ground point at a place on the canvas. */
function place({ picture, x, y }: Placed): string {
  return toSvg(picture).replace('<svg ', `<svg x="${x - picture.originX}" y="${y - picture.originY}" `);
}

export function heroSvg(): string {
  const frames = new Map(allFrames());
  const frame = (name: string, x: number, y: number): Placed[] => {
    const picture = frames.get(name);
    return picture ? [{ picture, x, y }] : [];
  };
  const [villageX, villageY] = [470, 60];
  const houses = Array.from({ length: PLOT_COLUMNS * PLOT_ROWS }, (_, slot) => {
    const [groundX, groundY] = slotCentre(slot % PLOT_COLUMNS, Math.floor(slot / PLOT_COLUMNS));
    const [x, y] = iso(groundX, groundY);
    const style = STYLES[slot % STYLES.length] ?? 'villa';
    return frame(houseFrame(style, STATES_BY_SLOT[slot] ?? 'ready'), villageX + x, villageY + y);
  }).flat();
  const placed: Placed[] = [
    ...frame('landmark/hall', 840, 110),
    ...frame('landmark/dispatch', 965, 150),
    ...frame('landmark/warehouse', 120, 150),
    { picture: plotPicture('normal'), x: villageX, y: villageY },
    ...houses.toSorted((a, b) => a.y - b.y),
    ...frame('visitor/0/left', 900, 260),
    ...frame('visitor/3/left', 868, 284),
    ...frame('visitor/1/left', 820, 300),
    ...frame('cart/right', 190, 268),
    ...frame('post/keeper', 185, 205),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${HERO_WIDTH} ${HERO_HEIGHT}" width="${HERO_WIDTH}" height="${HERO_HEIGHT}">${placed.map(place).join('')}</svg>`;
}
