import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutOff, hearNews, makeLate } from '../../../shared/cluster/sight/sight.ts';
import { recordSights } from '../../../shared/cluster/sight/recorder.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import { must } from '../../../shared/base/assert.ts';
import { Store, type View } from '../../../shared/store/store.ts';
import { aNode, aWorld, storedConfigMap, storedPod, storedService } from '../../support/builders.ts';

const PODS = ['a', 'b', 'c', 'd', 'e'];
const NODES = ['node-1', 'node-2', 'node-9'];
const pod = fc.record({
  type: fc.constant('pod' as const),
  name: fc.constantFrom(...PODS),
  node: fc.option(fc.constantFrom('node-1', 'node-2'), { nil: undefined }),
  cpu: fc.constantFrom('100m', '200m'),
  app: fc.constantFrom('x', 'y'),
});
const other = fc.record({
  type: fc.constantFrom('removePod', 'node', 'removeNode', 'service', 'furniture'),
  name: fc.constantFrom(...PODS),
  node: fc.constantFrom(...NODES),
  label: fc.constantFrom('1', '2'),
});
type Step =
  typeof pod extends fc.Arbitrary<infer P> ? P | (typeof other extends fc.Arbitrary<infer O> ? O : never) : never;

function act(world: Store, step: Step): void {
  world.tick += 1;
  const { name } = step;
  if (step.type === 'pod') {
    const { node, cpu, app } = step as typeof pod extends fc.Arbitrary<infer P> ? P : never;
    storedPod(world, name, { labels: { app }, cpu, ...(node === undefined ? {} : { node }) });
    return;
  }
  const { node, label } = step as typeof other extends fc.Arbitrary<infer O> ? O : never;
  if (step.type === 'removePod') world.remove('Pod', `default/${name}`);
  if (step.type === 'node') aNode(world, node, { labels: { zone: label } });
  if (step.type === 'removeNode' && world.count('Node') > 1) world.remove('Node', node);
  if (step.type === 'service') storedService(world, name, { selector: { app: label } });
  if (step.type === 'furniture') storedConfigMap(world, name, { label });
}

/** All that a rule may ask of the kinds that change here. */
function picture(view: View): unknown {
  const kinds = (['Pod', 'Node', 'Service', 'ConfigMap'] as const).map((kind) => ({
    kind,
    keys: view.keys(kind),
    count: view.count(kind),
    objects: view.keys(kind).map((key) => view.get(kind, key)),
    listed: [...view.list(kind)].map(({ metadata }) => metadata.name).sort(),
  }));
  const indexes = [
    ...['', 'node-1', 'node-2'].flatMap((node) => [view.by('podsByNode', node), view.by('podsHoldingRoom', node)]),
    ...['x', 'y'].map((app) => view.by('podsByLabel', `app=${app}`)),
    view.by('podsByNamespace', 'default'),
    view.by('podsByController', ''),
  ];
  return { kinds, indexes };
}

const world = () => {
  const store = aWorld({ nodes: 2 });
  recordSights(store);
  return store;
};

describe('what a process sees', () => {
  test('SIGHT-2 a process that is cut off goes on seeing the store as it was, by every question', () => {
    const steps = fc.array(fc.oneof(pod, other), { maxLength: 25 });
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const store = world();
        for (const step of before) act(store, step);
        const then = new Store(store.frame());
        cutOff(store, 'scheduler');
        for (const step of after) act(store, step);
        expect(picture(viewOf(store, 'scheduler'))).toEqual(picture(then));
        // And so it does after a restore.
        expect(picture(viewOf(new Store(store.frame()), 'scheduler'))).toEqual(picture(then));
        expect(viewOf(store, 'controller-manager')).toBe(store);
        hearNews(store, { ...must(store.get('Sight', 'scheduler'), 'sight'), cut: false });
        expect(viewOf(store, 'scheduler')).toBe(store);
        expect(store.count('SeenObject')).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('SIGHT-2 the picture is of what it saw when its news last came, bundle by bundle', () => {
    const store = world();
    makeLate(store, 'scheduler', 10);
    storedPod(store, 'a');
    expect(viewOf(store, 'scheduler').keys('Pod')).toEqual([]);
    hearNews(store, must(store.get('Sight', 'scheduler'), 'sight'));
    expect(viewOf(store, 'scheduler').keys('Pod')).toEqual(['default/a']);
    store.remove('Pod', 'default/a');
    expect(viewOf(store, 'scheduler').keys('Pod')).toEqual(['default/a']);
  });

  test('SIGHT-3 a kubelet watches what concerns its own node only', () => {
    const store = world();
    cutOff(store, 'kubelet/node-1');
    storedPod(store, 'mine', { node: 'node-1' });
    storedPod(store, 'theirs', { node: 'node-2' });
    const seen = viewOf(store, 'kubelet/node-1');
    expect(seen.get('Pod', 'default/mine')).toBeUndefined();
    expect(seen.by('podsByNode', 'node-1')).toEqual([]);
    expect(store.keys('SeenObject')).toEqual(['kubelet/node-1|Pod/default/mine']);
  });

  test('SIGHT-3 who sees everything costs nothing: nothing is kept', () => {
    const store = world();
    const revision = store.revision;
    storedPod(store, 'a');
    expect(store.revision).toBe(revision + 1);
    expect(store.count('SeenObject')).toBe(0);
  });

  test('SIGHT-3 kinds of the world are seen as they are', () => {
    const store = world();
    cutOff(store, 'kubelet/node-1');
    store.put({ ...must(store.get('Machine', 'node-1'), 'machine'), maxProcesses: 5 });
    expect(viewOf(store, 'kubelet/node-1').get('Machine', 'node-1')?.maxProcesses).toBe(5);
  });
});
