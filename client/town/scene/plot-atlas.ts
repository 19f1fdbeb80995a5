/** The plots' ground and the far view's heat tiles: drawn once for each size and kind onto one canvas texture. */
import type { Scene, Textures } from 'phaser';
import { iso, plotSize } from '../../../assets/art/iso.ts';
import type { HostVariant, PlotVariant } from '../../../assets/art/names.ts';
import { plotSvg } from '../../../assets/art/plot.ts';

export const PLOTS = 'plots';
const SIDE = 2048;

/** How well a village is, from all ready to all dark. Each is a fill and a hatching: never colour alone. */
export const HEAT = [
  { fill: '#8fd0b4', line: '#00694c', hatch: 0 },
  { fill: '#f3dc9a', line: '#8a5a00', hatch: 22 },
  { fill: '#f2b48c', line: '#a83e00', hatch: 14 },
  { fill: '#5d6471', line: '#1f2933', hatch: 8 },
  { fill: '#e4eadb', line: '#7f8b76', hatch: 0 },
] as const;
export type HeatLevel = 0 | 1 | 2 | 3 | 4;
/** Heat tiles are only seen small. */
const HEAT_SCALE = 0.3;
/** Room for the line around a plot. */
const OUTLINE = 8;

export interface PlotFrame {
  readonly frame: string;
  /** Of the frame's pixels to world pixels. */
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

export class PlotAtlas {
  readonly #texture: Textures.CanvasTexture;
  readonly #side: number;
  readonly #ratio: number;
  readonly #frames = new Map<string, PlotFrame | 'drawing'>();
  readonly #onDrawn: () => void;
  #x = 0;
  #y = 0;
  #rowHeight = 0;

  constructor(scene: Scene, ratio: number, onDrawn: () => void) {
    this.#ratio = ratio;
    this.#side = SIDE * ratio;
    this.#onDrawn = onDrawn;
    const texture = scene.textures.createCanvas(PLOTS, this.#side, this.#side);
    if (!texture) throw new Error('no canvas for plots');
    this.#texture = texture;
  }

  /** Null while it is being drawn; `onDrawn` tells. */
  plot(variant: PlotVariant | HostVariant, columns: number, rows: number): PlotFrame | null {
    const id = `${variant}/${columns}x${rows}`;
    const known = this.#frames.get(id);
    if (known !== undefined) return known === 'drawing' ? null : known;
    this.#frames.set(id, 'drawing');
    const { svg, width, height, originX, originY } = plotSvg(variant, columns, rows);
    const picture = new Image();
    const scale = this.#ratio * Math.min(1, 1000 / width);
    picture.addEventListener('load', () => {
      const frame = this.#add(id, width * scale, height * scale, (context, w, h) => {
        context.drawImage(picture, 0, 0, w, h);
      });
      this.#frames.set(id, { frame, scale: 1 / scale, originX: originX / width, originY: originY / height });
      this.#onDrawn();
    });
    picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    return null;
  }

  /** The edge of a plot that is selected. */
  outline(columns: number, rows: number): PlotFrame {
    const id = `outline/${columns}x${rows}`;
    const known = this.#frames.get(id);
    if (known !== undefined && known !== 'drawing') return known;
    const [width, depth] = plotSize(columns, rows);
    const corners = [iso(0, 0), iso(width, 0), iso(width, depth), iso(0, depth)] as const;
    const [left, right, bottom] = [corners[3][0], corners[1][0], corners[2][1]];
    const scale = this.#ratio * Math.min(1, 1000 / (right - left));
    const [w, h] = [right - left + 2 * OUTLINE, bottom + 2 * OUTLINE];
    const frame = this.#add(id, w * scale, h * scale, (context) => {
      context.scale(scale, scale);
      context.translate(OUTLINE - left, OUTLINE);
      context.lineJoin = 'round';
      context.beginPath();
      for (const [x, y] of corners) context.lineTo(x, y);
      context.closePath();
      for (const [lineWidth, colour] of [
        [9, '#1f2933'],
        [5, '#ffffff'],
      ] as const) {
        context.lineWidth = lineWidth;
        context.strokeStyle = colour;
        context.stroke();
      }
    });
    const made = { frame, scale: 1 / scale, originX: (OUTLINE - left) / w, originY: OUTLINE / h };
    this.#frames.set(id, made);
    return made;
  }

  heat(level: HeatLevel, columns: number, rows: number): PlotFrame {
    const id = `heat${level}/${columns}x${rows}`;
    const known = this.#frames.get(id);
    if (known !== undefined && known !== 'drawing') return known;
    const [width, depth] = plotSize(columns, rows);
    const corners = [iso(0, 0), iso(width, 0), iso(width, depth), iso(0, depth)] as const;
    const [left, right, bottom] = [corners[3][0], corners[1][0], corners[2][1]];
    const frame = this.#add(id, (right - left) * HEAT_SCALE, bottom * HEAT_SCALE, (context, w, h) => {
      drawHeat(
        context,
        corners.map(([x, y]) => [(x - left) * HEAT_SCALE, y * HEAT_SCALE] as const),
        level,
        w,
        h,
      );
    });
    const made = { frame, scale: 1 / HEAT_SCALE, originX: -left / (right - left), originY: 0 };
    this.#frames.set(id, made);
    return made;
  }

  #add(
    frame: string,
    wide: number,
    high: number,
    draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
  ): string {
    const [width, height] = [Math.ceil(wide), Math.ceil(high)];
    if (this.#x + width > this.#side) {
      this.#x = 0;
      this.#y += this.#rowHeight + 2;
      this.#rowHeight = 0;
    }
    const { context } = this.#texture;
    context.save();
    context.translate(this.#x, this.#y);
    draw(context, width, height);
    context.restore();
    this.#texture.add(frame, 0, this.#x, this.#y, width, height);
    this.#texture.refresh();
    this.#x += width + 2;
    this.#rowHeight = Math.max(this.#rowHeight, height);
    return frame;
  }
}

function drawHeat(
  context: CanvasRenderingContext2D,
  corners: readonly (readonly [number, number])[],
  level: HeatLevel,
  width: number,
  height: number,
): void {
  const { fill, line, hatch } = HEAT[level];
  const trace = (): void => {
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y);
    context.closePath();
  };
  context.fillStyle = fill;
  trace();
  context.fill();
  context.save();
  context.clip();
  context.strokeStyle = line;
  context.lineWidth = 2.5;
  context.beginPath();
  const lines = hatch === 0 ? 0 : Math.ceil((width + height) / hatch);
  for (let index = 0; index < lines; index += 1) {
    const x = index * hatch - height;
    context.moveTo(x, 0);
    context.lineTo(x + height, height);
  }
  context.stroke();
  context.restore();
  context.lineWidth = 3;
  context.strokeStyle = line;
  trace();
  context.stroke();
}
