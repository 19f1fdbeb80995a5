/** Turns real time into ticks at the session's pace. */

/** After a hitch of the machine the rest is dropped: time stood still, and nobody has to catch up. */
const MAX_TICKS_AT_ONCE = 8;

export class PaceClock {
  #owedTicks = 0;

  /** How many ticks are due after `elapsedMs` more at `pace` ticks a second. */
  advance(elapsedMs: number, pace: number): number {
    if (pace === 0) this.#owedTicks = 0;
    this.#owedTicks += (elapsedMs * pace) / 1000;
    const ticks = Math.floor(this.#owedTicks + 1e-9);
    this.#owedTicks = Math.max(0, this.#owedTicks - ticks);
    return Math.min(ticks, MAX_TICKS_AT_ONCE);
  }
}
