/** Watches how long frames take: steps the town's demands down where the machine cannot keep up, and cautiously up again. */
import { must } from '../../shared/base/assert.ts';

export interface Effort {
  readonly maxVisitors: number;
  readonly fps: 60 | 30;
  /** At most this many device pixels a CSS pixel. */
  readonly maxPixelRatio: number;
  /** Below 1, houses give way to badges and tiles sooner. */
  readonly detail: number;
}

/** From everything to the plainest. */
export const EFFORTS: readonly Effort[] = [
  { maxVisitors: 500, fps: 60, maxPixelRatio: 2, detail: 1 },
  { maxVisitors: 200, fps: 60, maxPixelRatio: 2, detail: 1 },
  { maxVisitors: 120, fps: 30, maxPixelRatio: 1, detail: 0.8 },
  { maxVisitors: 40, fps: 30, maxPixelRatio: 1, detail: 0.5 },
];

/** So many frames are judged at a time. */
const FRAMES = 90;
/** A quarter of the frames slower than this is too slow: 20 frames a second. */
const SLOW_MS = 50;
/** Frames this quick, and next to none slower, are a machine at ease, even at half the frame rate. */
const QUICK_MS = 40;
const MOST_UNEASY = 2;
/** So many judgements at ease, one after another, before more is dared: a quarter of a minute at full rate. */
const PATIENCE = 10;
/** What was dared in vain is dared again later, and later still. */
const LONGEST_PATIENCE = 160;
/** The first frames load textures, and say nothing. */
const WARM_UP_FRAMES = 20;
/** A page that was away tells nothing of its speed. */
const PAUSE_MS = 1000;

export class Watchdog {
  level = 0;
  #seen = 0;
  #slow = 0;
  #uneasy = 0;
  #warmUp = WARM_UP_FRAMES;
  #patience = PATIENCE;
  #atEase = 0;
  /** The present effort was dared, and has not proved itself yet. */
  #isDared = false;

  get effort(): Effort {
    return must(EFFORTS[this.level], 'effort of this level');
  }

  /** True when the effort has just been lowered. */
  frame(intervalMs: number): boolean {
    if (intervalMs > PAUSE_MS) return false;
    if (this.#warmUp > 0) {
      this.#warmUp -= 1;
      return false;
    }
    this.#seen += 1;
    if (intervalMs > SLOW_MS) this.#slow += 1;
    if (intervalMs > QUICK_MS) this.#uneasy += 1;
    return this.#seen >= FRAMES && this.#judge();
  }

  #judge(): boolean {
    const isSlow = this.#slow * 4 > this.#seen;
    this.#atEase = this.#uneasy <= MOST_UNEASY ? this.#atEase + 1 : 0;
    this.#seen = this.#slow = this.#uneasy = 0;
    if (isSlow) return this.#lower();
    if (this.#atEase >= this.#patience) this.#raise();
    return false;
  }

  #lower(): boolean {
    if (this.level >= EFFORTS.length - 1) return false;
    if (this.#isDared) this.#patience = Math.min(LONGEST_PATIENCE, this.#patience * 2);
    this.#isDared = false;
    this.#set(this.level + 1);
    return true;
  }

  #raise(): void {
    this.#isDared = this.level > 0;
    this.#set(Math.max(0, this.level - 1));
  }

  #set(level: number): void {
    this.#atEase = 0;
    if (level === this.level) return;
    this.level = level;
    this.#warmUp = WARM_UP_FRAMES;
  }
}
