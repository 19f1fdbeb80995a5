/** What a viewer has chosen for their own screen. */
import { effect, signal, type Signal } from '@preact/signals';
import { storage } from '../state/storage.ts';

export function keptFlag(key: string, start: boolean): Signal<boolean> {
  const saved = storage.get(key);
  const preference = signal(saved === null ? start : saved === 'yes');
  effect(() => storage.set(key, preference.value ? 'yes' : 'no'));
  return preference;
}

/** Everything a seat can see and do, or the few things that one begins with. */
export const fullView = keptFlag('panels.full', false);
/** In a class forty loudspeakers are too many. */
export const soundOn = keptFlag('game.sound', false);
export const shortcutsOn = keptFlag('game.shortcuts', true);
