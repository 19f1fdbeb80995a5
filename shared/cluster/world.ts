/** What a rule that writes is handed: the store, the settings, and the few services that every writer needs. */
import { must } from '../base/assert.ts';
import { randomBelow } from '../base/random.ts';
import type { Settings } from '../api/world/settings.ts';
import type { AnyObject, Kind } from '../api/kinds.ts';
import type { CauseLog } from '../store/cause-log.ts';
import type { View } from '../store/store.ts';

/** The store itself, or a draft over what a process last saw of it. */
export interface World extends View {
  put<T extends AnyObject>(object: T): T;
  remove(kind: Kind, key: string): void;
  /** What the API server knows. */
  readonly live: View;
  readonly causes: CauseLog;
  readonly cause: number;
  /** Sequence number of the input that is being applied. */
  readonly sequence: number;
}

export function settingsOf(view: View): Settings {
  return must(view.get('Settings', 'settings'), 'Settings');
}

/** Uniform in [0, bound), keyed by this cluster's seed, the tick and a name that nothing else uses. */
export function draw(view: View, bound: number, name: string): number {
  return randomBelow(bound, settingsOf(view).seed, view.tick, name);
}
