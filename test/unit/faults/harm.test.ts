/** What a fault of the town hall costs shows when something ordinary happens: another machine fails, a house must be moved. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { isFollowing, membersOf } from '../../../shared/cluster/etcd/members.ts';
import { targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { doorTrouble, isReachable } from '../../../shared/cluster/plane/door.ts';
import { stopComponentNow } from '../../../shared/cluster/plane/stop.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { faultTown, lostIn } from '../../support/fault-town.ts';
import { FELT_BY_A_CRASH, FELT_BY_THE_NEXT_MEMBER } from '../../support/town-hall-faults.ts';

function strike(simulation: Simulation, type: string, target = ''): void {
  expect(targetsOf(simulation.store, type)).toContain(target);
  simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
}

/** In the same town with the fault and without it: a machine loses its power. */
function lostByCrash(type: string, target: string): readonly [withFault: number, without: number] {
  const [stricken, twin] = [faultTown(), faultTown()];
  strike(stricken, type, target);
  for (const town of [stricken, twin]) {
    town.apply(60);
    strike(town, 'node-crash', 'node-3');
    town.apply(240);
  }
  return [lostIn(stricken.store), lostIn(twin.store)];
}

describe('what it costs', () => {
  test.each(FELT_BY_A_CRASH)('FAULT-46 %s %s: a machine that fails costs far more visitors', (type, target) => {
    const [withFault, without] = lostByCrash(type, target);
    expect(without).toBeGreaterThan(0);
    expect(withFault * 3).toBeGreaterThan(without * 4);
  });

  test.each(FELT_BY_THE_NEXT_MEMBER)(
    'FAULT-46 %s costs the spare: the next member that stops holds up the ledger',
    (type) => {
      const [stricken, twin] = [faultTown(), faultTown()];
      const leader = must(membersOf(twin.store)[0], 'member').key;
      strike(stricken, type, leader);
      for (const town of [stricken, twin]) {
        town.apply(30);
        expect(doorTrouble(town.store)).toBeNull();
        const next = membersOf(town.store).findLast((member) => isFollowing(member) && member.key !== leader);
        stopComponentNow(town.store, must(next, 'member').key);
      }
      const heldUp = (town: Simulation) => {
        let ticks = 0;
        for (let tick = 0; tick < 30; tick += 1) {
          town.apply(1);
          if (doorTrouble(town.store) !== null) ticks += 1;
        }
        return ticks;
      };
      expect(heldUp(twin)).toBeLessThanOrEqual(4);
      expect(heldUp(stricken)).toBeGreaterThanOrEqual(20);
      expect(isReachable(twin.store)).toBe(true);
    },
  );
});
