/** What part of the town is seen: a centre and a zoom. Pure arithmetic; the scene hands it to Phaser. */
import { MAX_ZOOM, MIN_ZOOM } from './lod.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Space at the sides that panels cover, in CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
/** Between a sign and a panel, in CSS pixels. */
const SIGN_MARGIN = 6;
/** A pan that was asked for takes this long (ms). */
const GLIDE_MS = 280;

export class Camera {
  x = 0;
  y = 0;
  zoom = 1;
  width = 1;
  height = 1;
  insets: Insets = NO_INSETS;
  bounds: Box = { left: -1000, top: -1000, right: 1000, bottom: 1000 };
  /** Rises with each change: who draws for this view looks at it. */
  version = 0;
  #glide: { readonly from: Point; readonly to: Point; elapsedMs: number } | null = null;

  toScreen(x: number, y: number): Point {
    return { x: (x - this.x) * this.zoom + this.width / 2, y: (y - this.y) * this.zoom + this.height / 2 };
  }

  toWorld(x: number, y: number): Point {
    return { x: (x - this.width / 2) / this.zoom + this.x, y: (y - this.height / 2) / this.zoom + this.y };
  }

  /** The part of the world on screen. */
  view(): Box {
    const [halfWidth, halfHeight] = [this.width / 2 / this.zoom, this.height / 2 / this.zoom];
    return {
      left: this.x - halfWidth,
      right: this.x + halfWidth,
      top: this.y - halfHeight,
      bottom: this.y + halfHeight,
    };
  }

  moveTo(x: number, y: number): void {
    this.#glide = null;
    this.#set(x, y, this.zoom);
  }

  lookAt(x: number, y: number, zoom: number): void {
    this.#glide = null;
    this.#set(x, y, Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom)));
  }

  panBy(dx: number, dy: number): void {
    this.moveTo(this.x + dx / this.zoom, this.y + dy / this.zoom);
  }

  /** Zooms so that what lies under the screen point stays there. */
  zoomAt(factor: number, at: Point = this.#middle()): void {
    const before = this.toWorld(at.x, at.y);
    this.#glide = null;
    this.zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, this.zoom * factor));
    const after = this.toWorld(at.x, at.y);
    this.#set(this.x + before.x - after.x, this.y + before.y - after.y, this.zoom);
  }

  /** Shows the whole box between the panels. */
  fit(box: Box, maxZoom: number): void {
    const { top, right, bottom, left } = this.insets;
    const [width, height] = [Math.max(80, this.width - left - right), Math.max(80, this.height - top - bottom)];
    const zoom = Math.min(maxZoom, width / (box.right - box.left), height / (box.bottom - box.top));
    this.#glide = null;
    this.zoom = Math.max(MIN_ZOOM, zoom);
    const centre = this.#centredOn((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    this.#set(centre.x, centre.y, this.zoom);
  }

  /** Brings a place to the middle of what the panels leave free: gliding, or at once. */
  goTo(x: number, y: number, glide: boolean): void {
    const to = this.#centredOn(x, y);
    if (glide) this.#glide = { from: { x: this.x, y: this.y }, to, elapsedMs: 0 };
    else this.moveTo(to.x, to.y);
  }

  /** Whether a place is comfortably on screen, between the panels. */
  sees(x: number, y: number, margin = 60): boolean {
    const at = this.toScreen(x, y);
    const { top, right, bottom, left } = this.insets;
    return (
      at.x > left + margin &&
      at.x < this.width - right - margin &&
      at.y > top + margin &&
      at.y < this.height - bottom - margin
    );
  }

  /**
   * Where a sign of this size (in the world's units), whose foot stands at a place, lies clear of the panels. It moves by
   * half its width, or its height, at most: whose place is far behind a panel goes there with it.
   */
  clearOfPanels({ x, y }: Point, width: number, height: number): Point {
    const { top, right, left } = this.insets;
    const least = this.toWorld(left + SIGN_MARGIN, top + SIGN_MARGIN);
    const most = this.toWorld(this.width - right - SIGN_MARGIN, 0);
    const half = width / 2;
    const toLeft = Math.min(half, Math.max(0, x + half - most.x));
    const toRight = Math.min(half, Math.max(0, least.x - (x - half)));
    const down = Math.min(height, Math.max(0, least.y - (y - height)));
    return { x: toLeft > 0 ? x - toLeft : x + toRight, y: y + down };
  }

  advance(deltaMs: number): void {
    const glide = this.#glide;
    if (!glide) return;
    glide.elapsedMs += deltaMs;
    const t = Math.min(1, glide.elapsedMs / GLIDE_MS);
    const eased = 1 - (1 - t) * (1 - t);
    this.#set(
      glide.from.x + (glide.to.x - glide.from.x) * eased,
      glide.from.y + (glide.to.y - glide.from.y) * eased,
      this.zoom,
    );
    if (t >= 1) this.#glide = null;
  }

  #middle(): Point {
    return { x: this.width / 2, y: this.height / 2 };
  }

  #centredOn(x: number, y: number): Point {
    const { top, right, bottom, left } = this.insets;
    return { x: x + (right - left) / 2 / this.zoom, y: y + (bottom - top) / 2 / this.zoom };
  }

  #set(x: number, y: number, zoom: number): void {
    this.x = Math.min(this.bounds.right, Math.max(this.bounds.left, x));
    this.y = Math.min(this.bounds.bottom, Math.max(this.bounds.top, y));
    this.zoom = zoom;
    this.version += 1;
  }
}
