import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { Session } from '../../support/session.ts';
import { throughText } from '../../support/through-text.ts';

function afterACrash(): Session {
  const session = Session.of({ ...FIRST_TOWN, faults: [] }, 1);
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.tick(150);
  session.happen({ type: 'faultBegan', fault: 'node-crash', target: 'node-1' });
  session.tick(100);
  return session;
}

describe('why', () => {
  test('an outage leads back to the input that began it, and names the faults that were open', () => {
    const { store } = afterACrash();
    const outage = must([...store.list('Outage')][0], 'an outage');
    const { chain, faults } = why(store, outage.key);
    expect(outage.beganTick).toBe(151);
    expect(chain.at(0)).toMatchObject({ by: 'outages', tick: 151 });
    expect(chain.at(-1)).toMatchObject({ by: 'input', subject: 'faultBegan' });
    expect(faults).toMatchObject([{ type: 'node-crash', target: 'node-1' }]);
  });

  test('a pod leads back to the order that it was made for', () => {
    const { store } = afterACrash();
    const pod = must(store.keys('Pod')[0], 'a pod');
    expect(why(store, `Pod/${pod}`)).toMatchObject({ outage: null, faults: [] });
    expect(why(store, `Order/guesthouse`).chain.at(-1)).toMatchObject({ by: 'input' });
  });

  test('explanations are inert: without them the run is the same', () => {
    const { simulation } = afterACrash();
    // A snapshot holds no causes.
    const ignorant = Simulation.open(throughText(simulation.frame()));
    simulation.apply(200);
    ignorant.apply(200);
    expect(ignorant.hash()).toBe(simulation.hash());
  });
});
