/** Outages: the stretches of time in which a service lost visitors, with the first reason. */
import { LOSS_REASONS, type LossReason, type Outage, type Traffic } from '../../api/world/network.ts';
import { referenceTo } from '../../store/change.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { costOf } from './outage-cost.ts';
import { sumOfLosses, totalsAt } from './totals.ts';

/** Losses that pause for less than this belong to one outage. Ours: a crash loop is one story, not ten. */
export const OUTAGE_QUIET_TICKS = 10;

/** Under which the cause log knows why an outage began. */
export function beginningOf(outageKey: string): string {
  return `${referenceTo('Outage', outageKey)}#began`;
}

export const outages = reflex({
  name: 'outages',
  process: isPhysics,
  watches: { Traffic: ({ key }) => [key] },
  deadlines: {
    Outage: ({ serviceKey, quietSinceTick, endedTick }) =>
      quietSinceTick === null || endedTick !== null
        ? []
        : [{ tick: quietSinceTick + OUTAGE_QUIET_TICKS, key: serviceKey }],
  },
  keys: (view) => view.keys('Traffic'),
  run: (world, key) => {
    const traffic = world.get('Traffic', key);
    if (!traffic) return;
    const open = world.by('openOutages', key).flatMap((outage) => world.get('Outage', outage) ?? [])[0];
    if (sumOfLosses(traffic.lostRps) > 0) keepOpen(world, traffic, open);
    else if (open) settle(world, traffic, open);
  },
});

function keepOpen(world: World, traffic: Traffic, open: Outage | undefined): void {
  if (open) {
    world.put({ ...open, quietSinceTick: null });
    return;
  }
  const key = `${traffic.key}@${world.tick}`;
  world.put({
    kind: 'Outage',
    key,
    serviceKey: traffic.key,
    beganTick: world.tick,
    endedTick: null,
    firstReason: mainReason(traffic),
    quietSinceTick: null,
    lostBefore: totalsAt(traffic, world.tick).lost,
    lost: null,
  });
  // Why it began outlives the later writes that bridge and end it.
  world.causes.note(beginningOf(key), world.cause);
}

function settle(world: World, traffic: Traffic, open: Outage): void {
  if (open.quietSinceTick === null) {
    world.put({ ...open, quietSinceTick: world.tick });
  } else if (world.tick >= open.quietSinceTick + OUTAGE_QUIET_TICKS) {
    world.put({ ...open, endedTick: open.quietSinceTick, lost: costOf(world, open) });
  }
}

/** The reason that costs most; among equals the first of the table. */
function mainReason({ lostRps }: Traffic): LossReason {
  let main: LossReason = 'NoEndpoints';
  let most = 0;
  for (const reason of LOSS_REASONS) {
    const rps = lostRps[reason] ?? 0;
    if (rps > most) {
      most = rps;
      main = reason;
    }
  }
  return main;
}
