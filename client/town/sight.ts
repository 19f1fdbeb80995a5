/** Where the viewer looks: moves the camera at the hands' and panels' wish, and keeps the town between the panels. */
import { signal } from '@preact/signals';
import { Camera, type Insets, type Point } from './camera.ts';
import { frameTown } from './framing.ts';
import { coversOf, insetsOf } from './insets.ts';
import type { Layout } from './model/layout.ts';
import { boxAround, townPoints, townSigns } from './model/outline.ts';

const HOME_ZOOM = 1.1;
/** No event tells that a panel beside the town has opened. */
const MEASURE_MS = 400;
/** The minimap follows at no more than ten times a second. */
const BETWEEN_LOOKS_MS = 100;

export class Sight {
  readonly camera = new Camera();
  /** Rises when the camera has moved: for the minimap. */
  readonly seen = signal(0);
  /** What panels cover at the sides, for what lies over the canvas. */
  readonly covered = signal<Insets>({ top: 0, right: 0, bottom: 0, left: 0 });
  readonly #layout: () => Layout | undefined;
  readonly #calm: () => boolean;
  #parent: HTMLElement | null = null;
  /** The whole town is shown, and stays so while panels open and villages are added. */
  #isHome = true;
  #timer = 0;
  #lastVersion = -1;
  #lastLookMs = 0;

  constructor(layout: () => Layout | undefined, calm: () => boolean) {
    this.#layout = layout;
    this.#calm = calm;
  }

  begin(parent: HTMLElement): void {
    this.#parent = parent;
    this.#timer = window.setInterval(() => {
      if (this.#measure()) this.keepHome();
    }, MEASURE_MS);
  }

  stop(): void {
    window.clearInterval(this.#timer);
  }

  resize(width: number, height: number): void {
    [this.camera.width, this.camera.height] = [width, height];
    this.keepHome();
  }

  home(): void {
    const layout = this.#layout();
    if (!layout) return;
    this.#measure();
    const points = townPoints(layout);
    const { camera } = this;
    camera.fit(boxAround(points), HOME_ZOOM);
    const { x, y, zoom } = frameTown(
      { points, signs: townSigns(layout) },
      { width: camera.width, height: camera.height, covers: coversOf(this.#parent) },
      HOME_ZOOM,
      camera,
    );
    camera.lookAt(x, y, zoom);
    this.#isHome = true;
  }

  keepHome(): void {
    if (this.#isHome) this.home();
  }

  pan(dx: number, dy: number): void {
    this.#isHome = false;
    this.camera.panBy(dx, dy);
  }

  zoom(factor: number, at?: Point): void {
    this.#isHome = false;
    this.camera.zoomAt(factor, at);
  }

  goTo(wx: number, wy: number): void {
    this.#isHome = false;
    this.#measure();
    this.camera.goTo(wx, wy, !this.#calm());
  }

  /** Brings a place into view, if it is not. */
  show(wx: number, wy: number): void {
    this.#measure();
    if (!this.camera.sees(wx, wy)) this.goTo(wx, wy);
  }

  onFrame(): void {
    const now = performance.now();
    if (this.camera.version === this.#lastVersion || now - this.#lastLookMs < BETWEEN_LOOKS_MS) return;
    this.#lastVersion = this.camera.version;
    this.#lastLookMs = now;
    this.seen.value = this.camera.version;
  }

  #covers = '';

  /** True when something else is covered than before. */
  #measure(): boolean {
    const insets = insetsOf(this.#parent);
    const before = this.covered.peek();
    this.camera.insets = insets;
    const covers = JSON.stringify(coversOf(this.#parent));
    const isOther = covers !== this.#covers;
    this.#covers = covers;
    if ((['top', 'right', 'bottom', 'left'] as const).every((side) => before[side] === insets[side])) return isOther;
    this.covered.value = insets;
    this.camera.version += 1;
    return true;
  }
}
