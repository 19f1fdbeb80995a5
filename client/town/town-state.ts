/** The town's model as it follows the connection: derived at most a few times a second, from whatever changed. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Connection } from '../connection/connection.ts';
import { deriveTown, type TownModel } from './scene-model.ts';

/** Between two derivations (ms): the eye needs no more, and large towns cost some milliseconds each. */
const BETWEEN_MS = 90;
/** Without a tick for so long (ms, at one tick a second) time stands still. */
const STANDSTILL_MS = 2200;

export class TownState {
  readonly model: ReadonlySignal<TownModel | null>;
  readonly #model = signal<TownModel | null>(null);
  readonly #connection: Connection;
  readonly #onShow: (model: TownModel, isFresh: boolean) => void;
  readonly #stop: () => void;
  #isFresh = true;
  #timer = 0;
  #lastDerivedMs = -1000;
  #tickMs = 0;
  #tickLengthMs = 1000;
  #tick = 0;

  constructor(connection: Connection, onShow: (model: TownModel, isFresh: boolean) => void) {
    this.#connection = connection;
    this.#onShow = onShow;
    this.model = this.#model;
    this.#stop = connection.listen(({ reset }) => {
      if (reset) this.#isFresh = true;
      this.#note();
      this.#schedule();
    });
  }

  /** The first look. */
  begin(): void {
    this.#tick = this.#connection.store?.tick ?? 0;
    this.#derive();
  }

  /** Learns how long a tick lasts, to move smoothly between two. */
  #note(): void {
    const { store } = this.#connection;
    if (!store || store.tick === this.#tick) return;
    const now = performance.now();
    const ticks = store.tick - this.#tick;
    if (ticks > 0 && this.#tickMs > 0) {
      const length = (now - this.#tickMs) / ticks;
      if (length < STANDSTILL_MS) this.#tickLengthMs += (length - this.#tickLengthMs) * 0.3;
    }
    this.#tick = store.tick;
    this.#tickMs = now;
  }

  #schedule(): void {
    if (this.#timer !== 0) return;
    const wait = Math.max(0, this.#lastDerivedMs + BETWEEN_MS - performance.now());
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#derive();
    }, wait);
  }

  #derive(): void {
    const { store } = this.#connection;
    if (!store) return;
    this.#lastDerivedMs = performance.now();
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    const model = deriveTown(store, isFresh ? null : this.#model.value);
    this.#model.value = model;
    this.#onShow(model, isFresh);
  }

  /** Simulated time now, with its fraction. */
  now(): { readonly tick: number; readonly isLive: boolean } {
    const sinceMs = performance.now() - this.#tickMs;
    const isLive = this.#tickMs > 0 && sinceMs < Math.max(700, this.#tickLengthMs * 2.5);
    return { tick: this.#tick + (isLive ? Math.min(1, sinceMs / this.#tickLengthMs) : 0), isLive };
  }

  stop(): void {
    this.#stop();
    window.clearTimeout(this.#timer);
  }
}
