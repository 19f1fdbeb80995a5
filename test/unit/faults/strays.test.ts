/** What moves a pod at once, and what belongs to no pod. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { resourcesOf } from '../../../shared/cluster/runtime/node-resources.ts';
import { valueAt } from '../../../shared/cluster/runtime/usage.ts';
import { faultTown } from '../../support/fault-town.ts';
import { playVerb } from '../../support/builders.ts';

test.each(['deleted-secret', 'lost-furniture', 'quota-exhausted', 'policy-refuses', 'forgotten-cordon'])(
  'FAULT-18 %s moves one pod at once, and no more',
  (type) => {
    const { store } = faultTown();
    const before = [...store.list('Pod')].filter(({ metadata }) => metadata.deletionTick === null).length;
    const [target] = faultNamed(type).targets(store);
    expect(beginFault(store, type, must(target, type))).toBeNull();
    const after = [...store.list('Pod')].filter(({ metadata }) => metadata.deletionTick === null).length;
    expect(after).toBe(before - 1);
  },
);

test.each([
  ['memory-hog', 'memory', 0],
  ['process-bomb', 'processes', 0],
  ['disk-filled', 'disk', 1],
] as const)(
  'FAULT-19 %s: strays count in what the kubelet sees; a power cut leaves files only',
  (type, resource, left) => {
    const { store } = faultTown();
    const used = () => valueAt(must(resourcesOf(store, 'node-1'), 'node-1')[resource].used, store.tick);
    const before = used();
    expect(beginFault(store, type, 'node-1')).toBeNull();
    const stray = must(store.get('Machine', 'node-1')?.stray, 'stray')[resource];
    expect(stray).toBeGreaterThan(0);
    expect(used()).toBe(before + stray);
    crashMachine(store, 'node-1');
    expect(store.get('Machine', 'node-1')?.stray?.[resource] ?? 0).toBe(left * stray);
  },
);

test('FAULT-19 sweepNode ends and deletes them', () => {
  const simulation = faultTown();
  const { store } = simulation;
  for (const type of ['memory-hog', 'disk-filled']) expect(beginFault(store, type, 'node-1')).toBeNull();
  expect(playVerb(simulation, 'teacher', { verb: 'sweepNode', node: 'node-1' })).toBeNull();
  expect(store.get('Machine', 'node-1')?.stray).toBeUndefined();
  expect(playVerb(simulation, 'teacher', { verb: 'sweepNode', node: 'node-1' })).toMatchObject({ key: 'nodeIsSwept' });
});

// Seed 240445.
test.each(['node-crash', 'node-partition', 'kubelet-down', 'runtime-down', 'kube-proxy-stale'])(
  'FAULT-2 %s is over when the machine is given back',
  (type) => {
    const { store } = faultTown();
    expect(beginFault(store, type, 'node-1')).toBeNull();
    const fault = must(
      [...store.list('Fault')].find((one) => one.type === type),
      type,
    );
    expect(faultNamed(type).isHealed(store, fault)).toBe(false);
    store.remove('Machine', 'node-1');
    expect(faultNamed(type).isHealed(store, fault)).toBe(true);
  },
);
