/** Watches server/SPEC.md, as far as the log shows it: seats, players, and who plays meanwhile. */
import { invariant, unless } from './invariant.ts';

export const server = [
  invariant('SRV-40', {
    object: {
      Seat: ({ key, holder, connected }, view) => {
        const player = view.get('Player', holder ?? '');
        return unless(
          holder === null ? !connected : player === undefined || player.connected === connected,
          () => `seat ${key} of ${holder} is ${connected ? '' : 'not '}connected, the player ${player?.connected}`,
        );
      },
    },
  }),
  invariant('SRV-42', {
    *whole(view) {
      for (const { key, seat } of view.list('LoopSwitch'))
        if (seat !== '' && !view.get('Seat', seat)) yield `switch ${key} belongs to no seat`;
      for (const { key, holder } of view.list('Seat'))
        if (holder !== null && !view.get('Player', holder)) yield `seat ${key} is held by ${holder}, who is not here`;
    },
  }),
];
