/** Watches shared/cluster/traffic/SPEC.md: nobody who came is forgotten. */
import { arrivingRps } from '../../../shared/cluster/traffic/demand.ts';
import { sumOfLosses, totalsAt } from '../../../shared/cluster/traffic/totals.ts';
import { LOSS_REASONS } from '../../../shared/api/world/network.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Of all its programs, warm or not. */
const capacityOf = (view: View, uid: string): number =>
  (view.get('Sandbox', uid)?.containers ?? []).reduce(
    (total, { imageDigest }) => total + (view.get('Image', imageDigest ?? '')?.config.program.capacityRps ?? 0),
    0,
  );

export const traffic = [
  invariant('TRAF-1', {
    *whole(view) {
      for (const { key, servedRps, lostRps, demandRps } of view.list('Traffic')) {
        const coming = arrivingRps(view, key, demandRps);
        if (servedRps + sumOfLosses(lostRps) !== coming)
          yield `${key}: ${coming} came, ${servedRps} served, lost ${JSON.stringify(lostRps)}`;
      }
    },
    object: {
      Traffic: ({ key, servedRps, lostRps, demandRps }, view) => {
        const coming = arrivingRps(view, key, demandRps);
        return unless(
          servedRps + sumOfLosses(lostRps) === coming,
          () => `${key}: ${coming} came, ${servedRps} served, lost ${JSON.stringify(lostRps)}`,
        );
      },
    },
  }),
  invariant('TRAF-2', {
    object: {
      Traffic: ({ key, servedRps, lostRps, byPod }) =>
        unless(
          [servedRps, ...Object.values(lostRps), ...Object.values(byPod)].every(
            (rate) => Number.isSafeInteger(rate) && rate >= 0,
          ) && sum(byPod) === servedRps,
          () => `${key}: pods serve ${sum(byPod)}, the service ${servedRps}`,
        ),
    },
  }),
  invariant('TRAF-3', {
    object: {
      Traffic: ({ key, lostRps }) => {
        const strange = Object.keys(lostRps).find((reason) => !LOSS_REASONS.some((known) => known === reason));
        return unless(strange === undefined, () => `${key} loses visitors to ${strange}`);
      },
    },
  }),
  invariant('TRAF-4', {
    object: {
      Traffic: ({ key, byPod }, view) => {
        const over = Object.entries(byPod).find(([uid, rps]) => rps > capacityOf(view, uid));
        return unless(!over, () => `${key}: pod ${over?.[0]} serves ${over?.[1]}, which is more than it can`);
      },
    },
  }),
  invariant('TRAF-5', {
    write: {
      // A change of the rates is one of the future: what was counted so far stays.
      Traffic: (before, after, view) => {
        if (!before || !after) return null;
        const [was, is] = [totalsAt(before, view.tick), totalsAt(after, view.tick)];
        return unless(
          was.served === is.served && was.lost === is.lost,
          () => `${after.key}: ${was.served} served and ${was.lost} lost became ${is.served} and ${is.lost}`,
        );
      },
    },
  }),
  invariant('TRAF-6', {
    *whole(view) {
      if (view.get('Clock', 'clock')?.phase === 'running') return;
      for (const { key, servedRps, lostRps } of view.list('Traffic'))
        if (servedRps + sumOfLosses(lostRps) > 0) yield `${key} has visitors and the session does not run`;
    },
  }),
  invariant('OUT-1', {
    *whole(view) {
      for (const { key, lostRps } of view.list('Traffic')) {
        const open = view.by('openOutages', key).length;
        if (open > 1) yield `${key} has ${open} outages at once`;
        if (sumOfLosses(lostRps) > 0 && open === 0) yield `${key} loses visitors and has no outage`;
      }
    },
  }),
  invariant('OUT-2', {
    object: {
      Outage: ({ key, beganTick, endedTick, quietSinceTick }, view) =>
        unless(
          (endedTick === null || (endedTick >= beganTick && endedTick === quietSinceTick)) &&
            (endedTick !== null || quietSinceTick === null || view.tick <= quietSinceTick + 10),
          () => `outage ${key} ended at ${endedTick}, quiet since ${quietSinceTick}`,
        ),
    },
  }),
  invariant('OUT-3', {
    *whole(view) {
      for (const { key } of view.list('Traffic')) {
        const ended = [...view.list('Outage')].filter((outage) => outage.serviceKey === key && outage.lost !== null);
        const stream = view.get('Traffic', key);
        const { lost } = stream ? totalsAt(stream, view.tick) : { lost: 0 };
        const costs = ended.reduce((total, outage) => total + (outage.lost ?? 0), 0);
        if (ended.some((outage) => (outage.lost ?? 0) < 0) || costs > lost)
          yield `outages of ${key} cost ${costs} of ${lost} lost requests`;
      }
    },
  }),
];
