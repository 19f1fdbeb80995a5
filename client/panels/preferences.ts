/** What a viewer has chosen for their own screen. */
import { effect, signal, type Signal } from '@preact/signals';
import { storage } from '../state/storage.ts';

export function keptFlag(key: string, start: boolean): Signal<boolean> {
  const saved = storage.get(key);
  const preference = signal(saved === null ? start : saved === 'yes');
  effect(() => storage.set(key, preference.value ? 'yes' : 'no'));
  return preference;
}

/** A whole number between two others; what was kept and is none counts as nothing. */
export function keptNumber(key: string, start: number, least: number, most: number): Signal<number> {
  const saved = Number(storage.get(key) ?? start);
  const preference = signal(Number.isInteger(saved) && saved >= least && saved <= most ? saved : start);
  effect(() => storage.set(key, String(preference.value)));
  return preference;
}

/** Everything a seat can see and do, or the few things that one begins with. */
export const fullView = keptFlag('panels.full', false);
/** In a class forty loudspeakers are too many. */
export const soundOn = keptFlag('game.sound', false);
export const volumePercent = keptNumber('game.volume', 70, 0, 100);
export const shortcutsOn = keptFlag('game.shortcuts', true);
