/** What the town shows of the town hall: who leads and who stands by, the ledger's keepers, crowds, old pictures. */
import { describe, expect, it } from 'vitest';
import { allFrames } from '../../../assets/art/frames.ts';
import {
  crowdFrame,
  CROWDS,
  LEDGER_STATES,
  ledgerFrame,
  MEMBER_STATES,
  memberFrame,
  staffFrame,
  STYLES,
  type Room,
} from '../../../assets/art/names.ts';
import { chairPlace, staffPlaces } from '../../../client/town/model/places.ts';
import { crowdOf, isRefused, type Office, type Plane } from '../../../client/town/model/plane.ts';
import { deriveTown } from '../../../client/town/scene-model.ts';
import { must } from '../../../shared/base/assert.ts';
import { SANDBOX } from '../../support/scenarios.ts';
import { Session } from '../../support/session.ts';
import { aSetup, aWorld, startedSimulation, storedPod } from '../../support/builders.ts';

const FRAMES = new Set(allFrames().map(([name]) => name));

describe('the town hall', () => {
  const hall = () => {
    const simulation = startedSimulation(aSetup({}));
    simulation.apply(30);
    const begin = (fault: string, target: string): Plane => {
      simulation.apply(['e', { type: 'faultBegan', fault, target }]);
      simulation.apply(1);
      return deriveTown(simulation.store, null).plane;
    };
    return { simulation, begin, plane: () => deriveTown(simulation.store, null).plane };
  };
  const ranks = (plane: Plane, room: Room) => plane.offices[room].officials.map(({ rank }) => rank);
  const keepers = (plane: Plane) => plane.keepers.map(({ state }) => state);

  it('TOWN-1 each of their states has a picture', () => {
    const frames = [
      staffFrame('hall', 'works'),
      ...(['leads', 'standby', 'starting', 'down'] as const).map((rank) => staffFrame('dispatch', rank)),
      ...(['leads', 'standby', 'starting', 'down'] as const).map((rank) => staffFrame('lodge', rank)),
      ...MEMBER_STATES.map(memberFrame),
      ...LEDGER_STATES.map(ledgerFrame),
      ...CROWDS.map(crowdFrame),
    ];
    expect(frames.filter((frame) => !FRAMES.has(frame))).toEqual([]);
  });

  it('TOWN-24 seats the standbys away from the chair while nobody leads, and the leader before it', () => {
    const { simulation, begin } = hall();
    const { layout, plane } = deriveTown(simulation.store, null);
    const without = begin('scheduler-down', '');
    for (const room of ['dispatch', 'lodge'] as const) {
      const chair = must(chairPlace(layout, room), room);
      const distances = (office: Office) =>
        staffPlaces(layout, room, office).map(({ x, y }) => Math.hypot(x - chair.x, y - chair.y));
      const [leader, ...others] = distances(plane.offices[room]);
      expect(leader).toBeLessThan(1);
      expect(Math.min(...others)).toBeGreaterThan(2);
      const empty = distances({ ...without.offices[room], isOpen: false });
      expect(empty.length).toBe(plane.offices[room].officials.length);
      expect(Math.min(...empty)).toBeGreaterThan(2);
    }
    expect(chairPlace(layout, 'hall')).toBeNull();
    const shut = { ...plane.offices.hall, isOpen: false };
    expect(staffPlaces(layout, 'hall', shut)).toEqual(staffPlaces(layout, 'hall', plane.offices.hall));
  });

  it('TOWN-24 shows who leads and who stands by, and a room shut while nobody leads', () => {
    const { plane, begin } = hall();
    expect(ranks(plane(), 'hall')).toEqual(['works']);
    expect(ranks(plane(), 'dispatch')).toEqual(['leads', 'standby']);
    expect(plane().offices.dispatch.isOpen).toBe(true);
    const without = begin('scheduler-down', '');
    expect(ranks(without, 'dispatch')).not.toContain('leads');
    expect(without.offices.dispatch.isOpen).toBe(false);
    expect(without.offices.lodge.isOpen).toBe(true);
    expect(begin('api-server-down', '').offices.hall.isOpen).toBe(false);
  });

  it('TOWN-27 shows each keeper of the ledger by its own state, and the ledger shut without a majority', () => {
    const { plane, begin } = hall();
    expect(keepers(plane())).toEqual(['leader', 'follower', 'follower']);
    expect(plane().ledger).toBe('open');
    expect(keepers(begin('etcd-slow-disk', 'etcd-2'))).toContain('slow');
    const two = begin('etcd-member-down', 'etcd-3');
    expect(keepers(two)[2]).toBe('down');
    expect(two.ledger).toBe('open');
    const lost = hall().begin('etcd-quorum-lost', '');
    expect(keepers(lost).filter((state) => state === 'down').length).toBe(2);
    expect(lost.ledger).toBe('shut');
  });

  it('TOWN-27 shows a ledger that is full', () => {
    const { begin, plane, simulation } = hall();
    begin('etcd-quota-full', '');
    simulation.apply(30);
    expect(plane().ledger).toBe('full');
  });

  it('TOWN-28 shows a crowd at the door that grows, and whether people are turned away for it', () => {
    const { plane, begin, simulation } = hall();
    expect(plane().rush).toBeNull();
    begin('api-server-overload', '');
    const sizes: number[] = [];
    for (let tick = 0; tick < 40; tick += 1) {
      const { rush } = plane();
      if (!rush) throw new Error('no crowd');
      expect(isRefused(rush)).toBe(true);
      sizes.push(crowdOf(rush));
      simulation.apply(1);
    }
    // One tick has passed when it is first looked at.
    expect([sizes.indexOf(2), sizes.indexOf(3)]).toEqual([9, 29]);
    expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes);
    expect(isRefused({ asking: 99, places: 100, lasts: 0 })).toBe(false);
  });

  it('TOWN-29 shows over whom the picture is old, how old, and whether anything is heard at all', () => {
    const { begin, simulation } = hall();
    expect(deriveTown(simulation.store, null).oldPictures.size).toBe(0);
    begin('watch-lag', 'scheduler');
    begin('node-partition', 'node-1');
    simulation.apply(5);
    const { oldPictures } = deriveTown(simulation.store, null);
    expect(oldPictures.get('scheduler')).toMatchObject({ isCut: false });
    expect(oldPictures.get('scheduler')?.ageTicks).toBeGreaterThan(0);
    expect(oldPictures.get('kubelet/node-1')).toMatchObject({ isCut: true });
    expect(oldPictures.has('controller-manager')).toBe(false);
    // Also at the tick at which news come, and until it hears everything in time again.
    for (let tick = 0; tick < 60; tick += 1) {
      simulation.apply(1);
      expect(deriveTown(simulation.store, null).oldPictures.has('scheduler'), `tick ${tick}`).toBe(true);
    }
  });
});

describe('houses of the cluster itself', () => {
  it('TOWN-2 the address book and the chronicler are known at sight, in kube-system only', () => {
    const session = Session.of(SANDBOX, 1);
    session.happen({ type: 'phaseChanged', phase: 'running' });
    session.tick(20);
    const { houses } = deriveTown(session.store, null);
    const stylesOf = (name: string) =>
      new Set(houses.filter((one) => one.key.startsWith(`kube-system/${name}`)).map(({ style }) => style));
    expect(stylesOf('coredns')).toEqual(new Set(['signpost']));
    expect(stylesOf('fluentd')).toEqual(new Set(['chronicle']));
    const world = aWorld();
    storedPod(world, 'mine', { image: 'coredns/coredns:1.13.1' });
    expect(STYLES).toContain(deriveTown(world, null).queue[0]?.style);
  });
});
