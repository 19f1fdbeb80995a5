/** The chief steward's board: each workload's houses twice, pale as they are wanted, and beside that as they are. */
import type { Scene } from 'phaser';
import type { Order } from '../model/orders.ts';
import { ATLAS } from './sprites.ts';

const ROW = 27;
const HEAD = 20;
const ICON = 21;
const NAME = 92;
const BETWEEN = 14;
const COUNT = 44;
const MOST_ICONS = 6;
const MOST_ROWS = 6;
const FOOT = 10;
const INK = '#1f2933';
const FONT = 'system-ui, "Noto Sans CJK SC", sans-serif';

export interface BoardWords {
  readonly wanted: string;
  readonly observed: string;
}

/** How many houses find room in a column. */
function columnIcons(orders: readonly Order[]): number {
  return Math.min(MOST_ICONS, Math.max(4, ...orders.map(({ wanted, observed }) => Math.max(wanted, observed.length))));
}

export function boardSize(orders: readonly Order[]): readonly [width: number, height: number] {
  const column = columnIcons(orders) * ICON;
  return [NAME + 2 * column + BETWEEN + COUNT, HEAD + Math.min(MOST_ROWS, orders.length) * ROW + 10 + FOOT];
}

export function drawBoard(
  context: CanvasRenderingContext2D,
  scene: Scene,
  orders: readonly Order[],
  { wanted, observed }: BoardWords,
): void {
  const [width, height] = boardSize(orders);
  const icons = columnIcons(orders);
  const [bottom, second] = [height - FOOT, NAME + icons * ICON + BETWEEN];
  context.fillStyle = '#7a5230';
  context.fillRect(width * 0.25, bottom - 2, 5, FOOT);
  context.fillRect(width * 0.75, bottom - 2, 5, FOOT);
  context.fillStyle = '#fffdf7';
  context.strokeStyle = '#8a5f38';
  context.lineWidth = 3;
  context.beginPath();
  context.roundRect(1.5, 1.5, width - 3, bottom - 3, 7);
  context.fill();
  context.stroke();
  context.textBaseline = 'middle';
  context.fillStyle = '#4b5560';
  context.font = `600 11px ${FONT}`;
  context.fillText(wanted, NAME, HEAD / 2 + 3);
  context.fillText(observed, second, HEAD / 2 + 3);
  orders.slice(0, MOST_ROWS).forEach((order, index) => {
    const y = HEAD + 2 + index * ROW;
    const { name, wantedFrame, ready } = order;
    context.fillStyle = INK;
    context.font = `600 12px ${FONT}`;
    context.fillText(name.length > 12 ? `${name.slice(0, 11)}…` : name, 9, y + ROW / 2);
    for (let i = 0; i < Math.min(icons, order.wanted); i += 1)
      drawHouse(context, scene, wantedFrame, NAME + i * ICON, y, true);
    order.observed.slice(0, icons).forEach((frame, i) => drawHouse(context, scene, frame, second + i * ICON, y, false));
    // What is wanted and is not there.
    for (let i = order.observed.length; i < Math.min(icons, order.wanted); i += 1)
      drawGap(context, second + i * ICON, y);
    context.fillStyle = ready === order.wanted ? '#00694c' : '#a83e00';
    context.font = `700 13px ${FONT}`;
    context.textAlign = 'right';
    context.fillText(`${ready}/${order.wanted}`, width - 9, y + ROW / 2);
    context.textAlign = 'left';
  });
}

function drawHouse(
  context: CanvasRenderingContext2D,
  scene: Scene,
  name: string,
  x: number,
  y: number,
  isPale: boolean,
): void {
  const { cutX, cutY, cutWidth, cutHeight, source } = scene.textures.getFrame(ATLAS, name);
  const scale = Math.min((ICON - 1) / cutWidth, (ROW - 3) / cutHeight);
  const [w, h] = [cutWidth * scale, cutHeight * scale];
  context.globalAlpha = isPale ? 0.5 : 1;
  const image = source.image as CanvasImageSource;
  context.drawImage(image, cutX, cutY, cutWidth, cutHeight, x + (ICON - w) / 2, y + (ROW - h) / 2, w, h);
  context.globalAlpha = 1;
}

function drawGap(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.strokeStyle = '#a83e00';
  context.lineWidth = 1.4;
  context.setLineDash([3, 2]);
  context.strokeRect(x + 2, y + 4, ICON - 5, ROW - 8);
  context.setLineDash([]);
}
