/** What a rule that writes is handed: the store, the settings, and the few services that every writer needs. */
import { must } from '../base/assert.ts';
import { randomBelow } from '../base/random.ts';
import type { Settings } from '../api/world/settings.ts';
import type { Store, View } from '../store/store.ts';

export type World = Store;

export function settingsOf(view: View): Settings {
  return must(view.get('Settings', 'settings'), 'Settings');
}

/** Uniform in [0, bound), keyed by this cluster's seed, the tick and a name that nothing else uses. */
export function draw(view: View, bound: number, name: string): number {
  return randomBelow(bound, settingsOf(view).seed, view.tick, name);
}
