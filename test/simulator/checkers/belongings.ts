/** Watches shared/cluster/belongings/SPEC.md: every piece that was left is kept, or counted as lost. */
import type { Belongings } from '../../../shared/api/world/belongings.ts';
import { invariant, unless } from './invariant.ts';

const piecesAt = ({ stored, perTick, sinceTick }: Belongings, tick: number) => stored + perTick * (tick - sinceTick);

export const belongings = [
  invariant('BELONG-1', {
    object: {
      Belongings: (kept, view) =>
        unless(
          kept.stored >= 0 &&
            kept.perTick >= 0 &&
            kept.sinceTick <= view.tick &&
            (kept.perTick === 0 || kept.podUid !== ''),
          () => `${kept.key} holds ${kept.stored} and ${kept.perTick} a tick more`,
        ),
    },
    write: {
      Belongings: (before, after, view) =>
        unless(
          !before ||
            !after ||
            before.runTick !== after.runTick ||
            before.place !== after.place ||
            piecesAt(after, view.tick) >= piecesAt(before, view.tick),
          () => `${after?.key} held more before`,
        ),
    },
  }),
  invariant('BELONG-4', {
    object: {
      Belongings: ({ key, place, claimKey }) =>
        unless((place === 'claim') === (claimKey !== ''), () => `${key} lies in a ${place}, claim "${claimKey}"`),
    },
  }),
  invariant('BELONG-8', {
    object: {
      Belongings: ({ key, podUid, claimKey }, view) =>
        unless(
          podUid !== '' || view.get('PersistentVolumeClaim', claimKey) !== undefined,
          () => `${key} lies in the claim ${claimKey}, which is gone`,
        ),
    },
  }),
  invariant('BELONG-6', {
    write: {
      LostBelongings: (before, after) =>
        unless(
          (after?.count ?? 0) >= (before?.count ?? 0),
          () => `${before?.count} pieces were lost, now ${after?.count}`,
        ),
    },
  }),
];
