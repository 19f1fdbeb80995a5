/** The chief steward's board: for each Deployment a row of small houses, those wanted in outline, those observed in full. */
import type { Scene } from 'phaser';
import { houseFrame } from '../../../assets/art/names.ts';
import type { Order } from '../model/town-hall.ts';
import { ATLAS } from './sprites.ts';

const ROW = 26;
const ICON = 19;
const ICONS_FROM = 96;
const MOST_ICONS = 10;
const MOST_ROWS = 6;
const FOOT = 10;

export function boardSize(orders: readonly Order[]): readonly [width: number, height: number] {
  const most = Math.min(MOST_ICONS, Math.max(3, ...orders.map(({ wanted, ready }) => Math.max(wanted, ready))));
  return [ICONS_FROM + most * ICON + 42, Math.min(MOST_ROWS, orders.length) * ROW + 12 + FOOT];
}

export function drawBoard(context: CanvasRenderingContext2D, scene: Scene, orders: readonly Order[]): void {
  const [width, height] = boardSize(orders);
  const bottom = height - FOOT;
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
  orders.slice(0, MOST_ROWS).forEach((order, index) => drawRow(context, scene, order, 6 + index * ROW, width));
}

function drawRow(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { name, style, wanted, ready }: Order,
  y: number,
  width: number,
): void {
  context.textBaseline = 'middle';
  context.fillStyle = '#1f2933';
  context.font = '600 12px system-ui, "Noto Sans CJK SC", sans-serif';
  context.fillText(name.length > 12 ? `${name.slice(0, 11)}…` : name, 9, y + ROW / 2);
  const places = Math.min(MOST_ICONS, Math.max(wanted, ready));
  const frame = scene.textures.getFrame(ATLAS, houseFrame(style, 'ready'));
  for (let index = 0; index < places; index += 1) {
    const x = ICONS_FROM + index * ICON;
    const isThere = index < ready;
    context.globalAlpha = isThere ? 1 : 0.28;
    if (frame) {
      const { cutX, cutY, cutWidth, cutHeight } = frame;
      const scale = Math.min((ICON - 1) / cutWidth, (ROW - 4) / cutHeight);
      const [w, h] = [cutWidth * scale, cutHeight * scale];
      const image = frame.source.image as CanvasImageSource;
      context.drawImage(image, cutX, cutY, cutWidth, cutHeight, x + (ICON - w) / 2, y + (ROW - h) / 2, w, h);
    }
    context.globalAlpha = 1;
    if (!isThere) {
      context.strokeStyle = '#5f6670';
      context.lineWidth = 1.2;
      context.setLineDash([3, 2]);
      context.strokeRect(x + 1, y + 4, ICON - 3, ROW - 8);
      context.setLineDash([]);
    }
  }
  context.fillStyle = ready === wanted ? '#00694c' : '#a83e00';
  context.font = '700 13px system-ui, sans-serif';
  context.textAlign = 'right';
  context.fillText(`${ready}/${wanted}`, width - 9, y + ROW / 2);
  context.textAlign = 'left';
}
