/** A few short sounds of our own, made by numbers when they are first wanted. */
import { useEffect } from 'preact/hooks';
import { soundOn, volumePercent } from '../panels/preferences.ts';
import type { Game } from '../state/game.ts';

/** Parameters of zzfx: volume, randomness, frequency, attack, sustain, release, shape, ... */
const SOUNDS = {
  /** A bell: something of ours was done. */
  done: [0.5, 0, 660, 0.01, 0.05, 0.2, 1, 1.6],
  /** A door that stays shut. */
  refused: [0.5, 0, 160, 0.01, 0.06, 0.12, 2, 0.8],
  /** A far horn: visitors are being lost. */
  outage: [0.6, 0, 220, 0.05, 0.25, 0.3, 1, 0.6, -2],
  /** Two steps up: everybody is served again. */
  recovered: [0.5, 0, 440, 0.02, 0.12, 0.25, 1, 1.2, 0, 0, 220, 0.09],
} as const;
type Sound = keyof typeof SOUNDS;

/** A sound's parameters as loud as the viewer wants them: the first is the volume. */
export function soundAt(sound: Sound, percent: number): readonly number[] {
  const [volume, ...rest] = SOUNDS[sound];
  return [(volume * percent) / 100, ...rest];
}

export function play(sound: Sound): void {
  if (!soundOn.value || volumePercent.value === 0) return;
  // Loaded on the first note: nobody who plays in silence pays for it.
  void import('zzfx').then(({ zzfx }) => zzfx(...soundAt(sound, volumePercent.value))).catch(() => undefined);
}

/** What is worth hearing: an outage begins or ends. */
export function useSounds(game: Game): void {
  useEffect(
    () =>
      game.connection.listen(({ changes, reset }) => {
        if (reset || !soundOn.value) return;
        for (const change of changes) {
          if (change.kind !== 'Outage') continue;
          if (change.before === undefined) play('outage');
          else if (change.after && 'endedTick' in change.after && change.after.endedTick !== null) play('recovered');
        }
      }),
    [game],
  );
}
