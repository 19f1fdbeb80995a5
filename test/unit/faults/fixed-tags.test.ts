/** Remedies where the keeper nailed the tags down after the fault struck: a push can move no tag any more. */
import { describe, expect, test } from 'vitest';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { registryGarbage } from '../../../shared/cluster/registry/garbage.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

const SHOP = 'default/shop';
const TAG = 'docker.io/team/shop:1.0';
const FIX: Verb = { verb: 'protectTags', repository: 'team/shop', immutable: true };

const play = (simulation: Simulation, verb: Verb) => expect(playVerb(simulation, 'teacher', verb)).toBeNull();
const newBlueprint = (source: string) => `FROM hut:1.0\nCOPY ${source} /srv/teahouse\nCMD ["teahouse"]\n`;

function rebuild(simulation: Simulation, reference: string): void {
  play(simulation, { verb: 'build', reference, dockerfile: newBlueprint('teahouse/v2') });
  run(simulation, 30);
}

/** Each verb of the remedy is carried out, and what is given is tried again as often as somebody looks. */
function remedied(simulation: Simulation, type: string): readonly string[] {
  const { store } = simulation;
  const done: string[] = [];
  for (let round = 0; round < 3 && latestFault(store, type).healedTick === null; round += 1) {
    for (const { verb } of faultNamed(type).remedy(store, latestFault(store, type))) {
      play(simulation, verb);
      done.push(verb.verb);
    }
    run(simulation, 30);
  }
  expect(latestFault(store, type).healedTick).not.toBeNull();
  return done;
}

describe('tags that stand still', () => {
  test('FAULT-12 the Deployment is pinned to the good digest', () => {
    const simulation = faultTown();
    expect(beginFault(simulation.store, 'poisoned-push', SHOP)).toBeNull();
    play(simulation, FIX);
    expect(remedied(simulation, 'poisoned-push')).toEqual(['setImage']);
    run(simulation, 60);
    expect(simulation.store.get('Deployment', SHOP)?.status.readyReplicas).toBe(4);
  });

  // Seed 240445.
  test('FAULT-12 where the tag is good again and the Deployment names something else, it is given back its image', () => {
    const simulation = faultTown();
    expect(beginFault(simulation.store, 'poisoned-push', SHOP)).toBeNull();
    const container = simulation.store.get('Deployment', SHOP)?.spec.template.spec.containers[0]?.name ?? '';
    play(simulation, { verb: 'setImage', deployment: SHOP, container, image: 'team/nothing:1' });
    play(simulation, { verb: 'push', reference: TAG });
    run(simulation, 30);
    expect(remedied(simulation, 'poisoned-push')).toEqual(['setImage']);
  });

  test('FAULT-12 where garbage collection took the good one, the tag is given up and sent again', () => {
    const simulation = faultTown();
    expect(beginFault(simulation.store, 'poisoned-push', SHOP)).toBeNull();
    play(simulation, { verb: 'collectRegistryGarbage' });
    play(simulation, FIX);
    expect(remedied(simulation, 'poisoned-push')).toEqual(['deleteTag', 'push']);
  });

  test('FAULT-11 where the backpack has another image by now, the name is given up, and the layer goes with it', () => {
    const simulation = faultTown();
    expect(beginFault(simulation.store, 'corrupted-layer', TAG)).toBeNull();
    play(simulation, FIX);
    rebuild(simulation, TAG);
    expect(remedied(simulation, 'corrupted-layer')).toEqual(['deleteTag', 'collectRegistryGarbage', 'push']);
    expect(simulation.store.get('Tag', TAG)?.digest).toBe(simulation.store.get('LocalTag', TAG)?.digest);
    expect(registryGarbage(simulation.store, 'team').blobs).toEqual([]);
  });

  test('FAULT-11 a layer that another name holds, too, is sent again with that one', () => {
    const simulation = faultTown();
    const { store } = simulation;
    const other = 'docker.io/team/shop:old';
    play(simulation, { verb: 'build', reference: other, dockerfile: store.get('Order', 'shop')?.dockerfile ?? '' });
    run(simulation, 5);
    play(simulation, { verb: 'push', reference: other });
    run(simulation, 5);
    expect(beginFault(store, 'corrupted-layer', TAG)).toBeNull();
    rebuild(simulation, TAG);
    expect(remedied(simulation, 'corrupted-layer')).toEqual(['collectRegistryGarbage', 'push']);
    const { layer } = latestFault(store, 'corrupted-layer').memory;
    expect(store.get('Blob', String(layer))?.corrupted).toBeUndefined();
    expect(store.get('Tag', other)).toBeDefined();
  });

  test('FAULT-11 what another team still has without a name is not waited for (seed 403176)', () => {
    const simulation = faultTown();
    const { store } = simulation;
    const digest = store.get('Tag', TAG)?.digest ?? '';
    store.put({ kind: 'Revision', key: `docker.io/others/shop@${digest}`, digest, pushedTick: 0 });
    expect(beginFault(store, 'corrupted-layer', TAG)).toBeNull();
    rebuild(simulation, TAG);
    const once = ['collectRegistryGarbage', 'push'];
    expect(remedied(simulation, 'corrupted-layer')).toEqual([...once, ...once]);
    expect(store.get('Blob', String(latestFault(store, 'corrupted-layer').memory['layer']))).toBeUndefined();
  });
});
