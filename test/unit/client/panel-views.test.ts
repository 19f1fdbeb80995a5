/** What a beginner's panel begins with, and what only the full view has. */
import { describe, expect, test } from 'vitest';
import { benchesFor } from '../../../client/panels/builder/benches.ts';
import { isInTrouble } from '../../../client/panels/builder/image-papers.tsx';
import { nextOfBlueprint } from '../../../client/panels/builder/next-of-blueprint.ts';
import { isWorded, stateWords } from '../../../client/panels/objects/state-words.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { aDeployment, aService, aSetup, aWorld, run, startedSimulation } from '../../support/builders.ts';

const isBad = (words: { readonly isBad: boolean } | null) => words?.isBad;

describe('the builder', () => {
  test('PANEL-31 manifests have a bench in the full view, for who wants YAML, and while it is open', () => {
    expect(benchesFor(false, 'houses', 'blueprint')).toEqual(['blueprint', 'shelves', 'deploy']);
    expect(benchesFor(true, 'houses', 'blueprint')).toContain('yaml');
    expect(benchesFor(false, 'yaml', 'blueprint')).toContain('yaml');
    expect(benchesFor(false, 'kubernetes', 'yaml')).toContain('yaml');
  });

  test('PANEL-31 what stands out is what comes next: build, ship, ask for houses', () => {
    expect(nextOfBlueprint(undefined)).toBe('build');
    expect(nextOfBlueprint({ isPushed: false })).toBe('push');
    expect(nextOfBlueprint({ isPushed: true })).toBe('order');
  });

  test('PANEL-31 an image in quarantine is in trouble, and one that nobody complains of is not', () => {
    const world = aWorld();
    const digest = resolveReference(world, 'hut:1.0') ?? '';
    expect(isInTrouble(world, digest)).toBe(false);
    world.put({ kind: 'Quarantine', key: digest, by: 'keeper', sinceTick: 0 });
    expect(isInTrouble(world, digest)).toBe(true);
  });
});

describe('the business hall', () => {
  test('PANEL-32 Deployments, Services and nodes say in words how they fare', () => {
    const manifests = [aDeployment('web', { replicas: 2, image: 'hut:1.0' }), aService('web')];
    const simulation = startedSimulation(aSetup({ manifests }));
    expect(isBad(stateWords(simulation.store, 'Deployment', 'default/web'))).toBe(true);
    expect(isBad(stateWords(simulation.store, 'Service', 'default/web'))).toBe(true);
    const { store } = run(simulation, 60);
    expect(stateWords(store, 'Deployment', 'default/web')).toMatchObject({ isBad: false });
    expect(stateWords(store, 'Service', 'default/web')).toMatchObject({ isBad: false });
    expect(isBad(stateWords(store, 'Node', store.keys('Node')[0] ?? ''))).toBe(false);
    expect(stateWords(store, 'Node', 'nowhere')).toBeNull();
  });

  test('PANEL-32 a node that is not ready is in trouble; one that is only closed is not', () => {
    const world = aWorld();
    const key = world.keys('Node')[0] ?? '';
    const node = world.get('Node', key);
    if (!node) throw new Error('no node');
    world.put({ ...node, spec: { ...node.spec, unschedulable: true } });
    expect(isBad(stateWords(world, 'Node', key))).toBe(false);
    world.put({ ...node, status: { ...node.status, conditions: [] } });
    expect(isBad(stateWords(world, 'Node', key))).toBe(true);
  });

  test('PANEL-32 other kinds have the columns of kubectl in both views', () => {
    expect(['Node', 'Service', 'ConfigMap', 'Lease'].map(isWorded)).toEqual([true, true, false, false]);
  });
});
