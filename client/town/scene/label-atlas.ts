/** Words in the town: each drawn once with the system's fonts onto one canvas texture, and then a frame like any other. */
import type { Scene, Textures } from 'phaser';

export const LABELS = 'labels';
/** Always there, unlike the first frame, which Phaser would take else. */
export const WHOLE_PAGE = '__BASE';
/** CSS pixels of the page; a page that is full is begun anew with what is needed then. A thousand names find room. */
const [WIDTH, HEIGHT] = [1536, 2048];
/** Somebody may still bear a frame of the page before: only what is older is taken away. */
const KEPT_PAGES = 3;
const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export interface Plate {
  readonly background: string;
  readonly border: string;
  readonly ink: string;
  readonly size: number;
  readonly weight: number;
}

const INK = '#1f2933';
export const PLATES = {
  house: { background: 'rgba(255,253,247,.92)', border: '', ink: INK, size: 12.5, weight: 600 },
  bad: { background: 'rgba(255,240,230,.97)', border: '#d55e00', ink: '#5c1f00', size: 12.5, weight: 650 },
  place: { background: '#fff8e6', border: '#cdb98a', ink: INK, size: 13, weight: 650 },
  village: { background: '#f7ead0', border: '#8a5f38', ink: '#3d2a14', size: 14, weight: 700 },
  gate: { background: '#34558b', border: '#ffffff', ink: '#ffffff', size: 13, weight: 650 },
  loss: { background: '#a83e00', border: '#ffffff', ink: '#ffffff', size: 12, weight: 650 },
  heat: { background: 'rgba(255,253,247,.95)', border: '#1f2933', ink: INK, size: 15, weight: 750 },
} as const satisfies Record<string, Plate>;
export type PlateName = keyof typeof PLATES;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

export class LabelAtlas {
  readonly ratio: number;
  /** Rises when the page was begun anew: frames taken before are gone. */
  generation = 0;
  /** Text size that the viewer chose, as a factor. */
  textScale = 1;
  readonly #texture: Textures.CanvasTexture;
  readonly #width: number;
  readonly #height: number;
  #frames = new Map<string, string>();
  readonly #old: (readonly string[])[] = [];
  #x = 0;
  #y = 0;
  #rowHeight = 0;
  #serial = 0;
  #isDirty = false;

  constructor(scene: Scene, ratio: number) {
    this.ratio = ratio;
    [this.#width, this.#height] = [WIDTH * ratio, HEIGHT * ratio];
    const texture = scene.textures.createCanvas(LABELS, this.#width, this.#height);
    if (!texture) throw new Error('no canvas for labels');
    this.#texture = texture;
  }

  get #context(): CanvasRenderingContext2D {
    return this.#texture.context;
  }

  /** The frame that shows a text on a plate. */
  text(text: string, plate: PlateName): string {
    const id = `${plate}|${text}`;
    return this.#frames.get(id) ?? this.#drawText(id, text, PLATES[plate]);
  }

  /** The frame of a drawing of a size in CSS pixels, made where it is new. */
  drawing(id: string, width: number, height: number, draw: Draw): string {
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const { ratio } = this;
    return this.#add(id, Math.ceil(width * ratio), Math.ceil(height * ratio), (context) => {
      context.scale(ratio, ratio);
      draw(context, width, height);
    });
  }

  /** Hands new drawings to the graphics chip: once a frame at most. */
  flush(): void {
    if (!this.#isDirty) return;
    this.#isDirty = false;
    this.#texture.refresh();
  }

  /** Another language, or another text size: all is drawn anew. */
  clear(): void {
    this.#old.push([...this.#frames.values()]);
    if (this.#old.length > KEPT_PAGES) for (const frame of this.#old.shift() ?? []) this.#texture.remove(frame);
    this.#frames = new Map();
    this.#context.clearRect(0, 0, this.#width, this.#height);
    [this.#x, this.#y, this.#rowHeight] = [0, 0, 0];
    this.generation += 1;
  }

  #drawText(id: string, text: string, { background, border, ink, size, weight }: Plate): string {
    const context = this.#context;
    const pixels = size * this.ratio * this.textScale;
    const font = `${weight} ${pixels}px ${FONT}`;
    context.font = font;
    const padding = pixels * 0.5;
    const width = Math.ceil(context.measureText(text).width + padding * 2);
    const height = Math.ceil(pixels * 1.6);
    return this.#add(id, width, height, () => {
      const line = border === '' ? 0 : 1.5 * this.ratio;
      context.fillStyle = background;
      context.beginPath();
      context.roundRect(line / 2, line / 2, width - line, height - line, height * 0.3);
      context.fill();
      if (line > 0) {
        context.strokeStyle = border;
        context.lineWidth = line;
        context.stroke();
      }
      context.font = font;
      context.textBaseline = 'middle';
      context.fillStyle = ink;
      context.fillText(text, padding, height / 2 + pixels * 0.04);
    });
  }

  #add(id: string, width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): string {
    const cell = this.#place(Math.min(width, this.#width), Math.min(height, this.#height));
    const context = this.#context;
    context.save();
    context.translate(cell.x, cell.y);
    draw(context);
    context.restore();
    this.#serial += 1;
    const frame = `${this.#serial}`;
    this.#texture.add(frame, 0, cell.x, cell.y, cell.width, cell.height);
    this.#frames.set(id, frame);
    this.#isDirty = true;
    return frame;
  }

  #place(width: number, height: number): Cell {
    if (this.#x + width > this.#width) {
      this.#x = 0;
      this.#y += this.#rowHeight + 2;
      this.#rowHeight = 0;
    }
    if (this.#y + height > this.#height) this.clear();
    const cell = { x: this.#x, y: this.#y, width, height };
    this.#x += width + 2;
    this.#rowHeight = Math.max(this.#rowHeight, height);
    return cell;
  }
}
