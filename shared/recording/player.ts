/** Plays a recording: any tick at once, from key-frames of pointers. */
import type { OutageStory } from '../cluster/causes/outage-story.ts';
import { assert, must } from '../base/assert.ts';
import type { Change } from '../store/change.ts';
import type { Frame } from '../store/store.ts';
import type { LogEntry } from '../session/log.ts';
import { Simulation } from '../session/simulation.ts';
import type { Recording } from './recording.ts';
import { createSimulation } from '../session/create.ts';

/** Re-running this many ticks takes a few milliseconds. */
const FRAME_EVERY_TICKS = 60;

interface KeyFrame {
  readonly frame: Frame;
  /** Index into the flat list of entries. */
  readonly position: number;
  readonly stories: readonly OutageStory[];
}

/** A log with every tick as an entry of its own, so that a position is an index. */
export function expandLog(log: readonly LogEntry[]): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const entry of log) {
    if (typeof entry === 'number') for (let count = 0; count < entry; count += 1) entries.push(1);
    else entries.push(entry);
  }
  return entries;
}

export class RecordingPlayer {
  readonly recording: Recording;
  readonly lastTick: number;
  readonly #entries: readonly LogEntry[];
  readonly #hashes: ReadonlyMap<number, string>;
  readonly #frames = new Map<number, KeyFrame>();
  #position = 0;
  #simulation: Simulation;
  #mismatch: { readonly sequence: number; readonly expected: string; readonly found: string } | null = null;

  constructor(recording: Recording) {
    this.recording = recording;
    this.#entries = expandLog(recording.log);
    this.#hashes = new Map(recording.hashes);
    this.lastTick = this.#entries.filter((entry) => typeof entry === 'number').length;
    this.#simulation = createSimulation(recording.head.setup);
    this.#keep();
  }

  get simulation(): Simulation {
    return this.#simulation;
  }

  get tick(): number {
    return this.#simulation.store.tick;
  }

  get atEnd(): boolean {
    return this.#position >= this.#entries.length;
  }

  /** The first state that was not what the server had recorded, or null so far. */
  get mismatch(): { readonly sequence: number; readonly expected: string; readonly found: string } | null {
    return this.#mismatch;
  }

  /** Applies the next entry and returns what it was. */
  next(): { readonly entry: LogEntry; readonly changes: readonly Change[] } | null {
    const entry = this.#entries[this.#position];
    if (entry === undefined) return null;
    const refusal = this.#simulation.apply(entry);
    assert(refusal === null, `a recorded input was refused: ${refusal?.message}`);
    this.#position += 1;
    this.#check();
    if (entry === 1 && this.tick % FRAME_EVERY_TICKS === 0) this.#keep();
    return { entry, changes: this.#simulation.drainChanges() };
  }

  /** Plays up to the end of the given tick, with the inputs that came right after it. */
  playTo(tick: number): readonly Change[] {
    const changes: Change[] = [];
    while (!this.atEnd && (this.tick < tick || typeof this.#entries[this.#position] !== 'number')) {
      for (const change of this.next()?.changes ?? []) changes.push(change);
    }
    return changes;
  }

  /** Stands at a tick, forwards or back. The simulation is another object afterwards. */
  seek(tick: number): void {
    let nearest = must(this.#frames.get(0), 'the first key-frame');
    for (const candidate of this.#frames.values()) {
      if (candidate.frame.tick <= tick && candidate.frame.tick > nearest.frame.tick) nearest = candidate;
    }
    if (tick < this.tick || nearest.frame.tick > this.tick) {
      this.#simulation = Simulation.open(nearest.frame, undefined, nearest.stories);
      this.#position = nearest.position;
    }
    this.playTo(tick);
    this.#simulation.drainChanges();
  }

  #keep(): void {
    if (!this.#frames.has(this.tick))
      this.#frames.set(this.tick, {
        frame: this.#simulation.frame(),
        position: this.#position,
        stories: [...(this.#simulation.chronicle?.stories.values() ?? [])],
      });
  }

  #check(): void {
    const { sequence } = this.#simulation.store;
    const expected = this.#hashes.get(sequence);
    if (expected === undefined || this.#mismatch) return;
    const found = this.#simulation.hash();
    if (found !== expected) this.#mismatch = { sequence, expected, found };
  }
}
