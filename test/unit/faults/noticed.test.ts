/** Whatever a fault asks to know whether it is over wakes it: else a run that is restored would know it sooner. */
import { expect, test } from 'vitest';
import type { Kind } from '../../../shared/api/kinds.ts';
import { targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { FAULTS, faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { kindOfIndex } from '../../../shared/store/index-table.ts';
import type { View } from '../../../shared/store/store.ts';
import { playVerb } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';
import { throughText } from '../../support/through-text.ts';

/** An image never changes, and the settings stand. */
const NEVER_CHANGE: readonly Kind[] = ['Image', 'Settings'];
const STEP_TICKS = 10;

/** A view that notes of which kinds it is asked. */
function noting(view: View, asked: Set<Kind>): View {
  const note = <K extends Kind>(kind: K): K => {
    asked.add(kind);
    return kind;
  };
  return {
    tick: view.tick,
    revision: view.revision,
    get: (kind, key) => view.get(note(kind), key),
    list: (kind) => view.list(note(kind)),
    keys: (kind) => view.keys(note(kind)),
    count: (kind) => view.count(note(kind)),
    by: (index, value) => {
      note(kindOfIndex(index));
      return view.by(index, value);
    },
  };
}

test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
  'FAULT-2 %s looks again whenever something changes that it asks for',
  (type, { healedBy, isHealed, remedy }) => {
    const asked = new Set<Kind>();
    for (const target of targetsOf(faultTown().store, type).slice(0, 2)) {
      const simulation = faultTown();
      simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
      const look = () => isHealed(noting(simulation.store, asked), latestFault(simulation.store, type));
      simulation.apply(STEP_TICKS);
      look();
      for (const { verb } of remedy(simulation.store, latestFault(simulation.store, type)))
        playVerb(simulation, 'teacher', verb);
      simulation.apply(STEP_TICKS);
      look();
    }
    for (const kind of NEVER_CHANGE) asked.delete(kind);
    expect([...asked].filter((kind) => !healedBy.includes(kind))).toEqual([]);
  },
);

test('FAULT-47 another image that listens there heals it at once, as it would after a restore', () => {
  const simulation = faultTown();
  const target = 'default/shop';
  simulation.apply(['e', { type: 'faultBegan', fault: 'wrong-target-port', target }]);
  simulation.apply(STEP_TICKS);
  const dockerfile = 'FROM hut:1.0\nCOPY teahouse/v1 /srv/teahouse\nEXPOSE 9090\nCMD ["teahouse"]\n';
  const reference = 'team/shop:1.0';
  expect(playVerb(simulation, 'teacher', { verb: 'build', dockerfile, reference })).toBeNull();
  simulation.apply(STEP_TICKS * 3);
  expect(playVerb(simulation, 'teacher', { verb: 'push', reference })).toBeNull();
  for (let tick = 0; tick < STEP_TICKS; tick += 1) {
    const restored = Simulation.open(throughText(simulation.frame()));
    for (const run of [simulation, restored]) run.apply(1);
    expect(restored.hash()).toBe(simulation.hash());
  }
  const { store } = simulation;
  expect(faultNamed('wrong-target-port').isHealed(store, latestFault(store, 'wrong-target-port'))).toBe(true);
  expect(latestFault(store, 'wrong-target-port').healedTick).not.toBeNull();
});
