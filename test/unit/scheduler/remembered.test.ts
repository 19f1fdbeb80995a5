// What the scheduler keeps from one look to the next: never anything that a fresh look would not say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { activeQueue, sortedQueue } from '../../../shared/cluster/scheduler/active-queue.ts';
import { AssumingCluster, clusterInfo } from '../../../shared/cluster/scheduler/cluster-info.ts';
import { nodeInfos } from '../../../shared/cluster/scheduler/node-info.ts';
import { nodesIn } from '../../../shared/cluster/scheduler/node-table.ts';
import { schedulingQueue } from '../../../shared/cluster/scheduler/queue.ts';
import { chooseByAsking, chooseNode } from '../../../shared/cluster/scheduler/schedule.ts';
import { scheduler } from '../../../shared/cluster/scheduler/scheduler.ts';
import { Driver } from '../../../shared/session/driver.ts';
import { Store } from '../../../shared/store/store.ts';
import { act, aNode, aWorld, storedPod, type PodOptions } from '../../support/builders.ts';

const ZONE = 'topology.kubernetes.io/zone';
const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const like = { labelSelector: { matchLabels: { app: 'x' } }, topologyKey: ZONE };

/** Most can be judged node by node; the last ones cannot. */
const WISHES: readonly PodOptions[] = [
  {},
  { cpu: '300m', memory: '100Mi' },
  { cpu: '900m' },
  { cpu: '100m', image: 'villa:1.0' },
  { nodeSelector: { [ZONE]: 'east' } },
  { tolerations: [{ key: 'wet', operator: 'Exists' }], memory: '700Mi' },
  { container: { ports: [{ containerPort: 80, hostPort: 8080 }] } },
  {
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 7, preference: { matchExpressions: [{ key: ZONE, operator: 'In', values: ['west'] }] } },
        ],
      },
    },
  },
  { labels: { app: 'x' }, topologySpreadConstraints: [{ ...like, maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' }] },
  { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [like] } } },
];

const CHANGES: readonly ((world: Store, node: string) => void)[] = [
  (world, node) => aNode(world, node, { taints: [{ key: 'wet', value: '', effect: 'NoSchedule' }] }),
  (world, node) => aNode(world, node, { taints: [{ key: 'dull', value: '', effect: 'PreferNoSchedule' }] }),
  (world, node) => aNode(world, node, { labels: { [ZONE]: 'east' } }),
  (world, node) => aNode(world, node, { labels: { [ZONE]: 'west' } }),
  (world, node) => aNode(world, node, { images: [{ names: ['villa:1.0'], sizeBytes: 900 * 1024 * 1024 }] }),
  (world, node) => void act(world, { verb: 'cordon', node, on: true } as never),
  (world) => {
    const [key] = world.keys('Pod');
    if (key !== undefined) world.remove('Pod', key);
  },
  (world, node) => world.remove('Node', node),
  (world) =>
    world.put({ ...clusterInfo(world).policy, kind: 'SchedulerPolicy', key: 'policy', strategy: 'MostAllocated' }),
  (world) => {
    const pod = [...world.list('Pod')].find(({ spec }) => spec.nodeName === null);
    if (pod) world.put({ ...pod, status: { ...pod.status, nominatedNodeName: 'c' } });
  },
];

const script = fc.array(
  fc.record({
    wishes: fc.array(fc.nat(WISHES.length - 1), { maxLength: 5 }),
    change: fc.nat(CHANGES.length - 1),
    node: fc.constantFrom(...NODES),
  }),
  { minLength: 3, maxLength: 15 },
);

describe('SCHED-60 what is remembered', () => {
  test('SCHED-60 chooses as asking every plugin about every node does, whatever happens in between', () => {
    let chosen = 0;
    fc.assert(
      fc.property(script, (steps) => {
        const world = aWorld({ nodes: NODES });
        let count = 0;
        for (const { wishes, change, node } of steps) {
          world.tick += 1;
          const cluster = new AssumingCluster(clusterInfo(world));
          const naive = new AssumingCluster({ ...clusterInfo(world), nodes: nodeInfos(world) });
          const binds: [string, string][] = [];
          for (const wish of wishes) {
            const pod = storedPod(world, `p${(count += 1)}`, must(WISHES[wish], 'wish'));
            if (count % 3 === 0) {
              // Somebody asks meanwhile, of the cluster without what is only assumed.
              const real = { ...clusterInfo(world), nodes: nodeInfos(world) };
              expect(chooseNode(world, pod, clusterInfo(world))).toEqual(chooseByAsking(world, pod, real));
            }
            const choice = chooseNode(world, pod, cluster);
            expect(choice).toEqual(chooseByAsking(world, pod, naive));
            if (!choice || !('node' in choice)) continue;
            chosen += 1;
            cluster.assume(pod, choice.node);
            naive.assume(pod, choice.node);
            binds.push([`default/${pod.metadata.name}`, choice.node]);
          }
          for (const [pod, to] of binds) act(world, { verb: 'bind', pod, node: to });
          if (world.get('Node', node)) must(CHANGES[change], 'change')(world, node);
          const seen = (nodes: ReturnType<typeof nodeInfos>) =>
            nodes.map((info) => [info.node, info.requested, info.pods()]);
          expect(seen([...nodesIn(world)])).toEqual(seen(nodeInfos(world)));
        }
      }),
      { numRuns: 40 },
    );
    expect(chosen).toBeGreaterThan(200);
  }, 30_000);

  test('SCHED-60 what was only assumed is forgotten by whoever asks of the cluster as it is', () => {
    const world = aWorld({ nodes: [{ name: 'only', cpuMilli: 1000 }] });
    const [first, second] = ['p1', 'p2'].map((name) => storedPod(world, name, { cpu: '600m' }));
    const cluster = new AssumingCluster(clusterInfo(world));
    expect(chooseNode(world, must(first, 'p1'), cluster)).toEqual({ node: 'only' });
    cluster.assume(must(first, 'p1'), 'only');
    expect(chooseNode(world, must(second, 'p2'), cluster)).toBeNull();
    expect(chooseNode(world, must(second, 'p2'), clusterInfo(world))).toEqual({ node: 'only' });
    expect(chooseNode(world, must(second, 'p2'), cluster)).toBeNull();
  });

  test('SCHED-60 the active queue is the sorted entries, whatever comes, goes or waits', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      priority: fc.constantFrom(-5, 0, 1000),
      does: fc.constantFrom('comes', 'goes', 'podGoes', 'waits'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = aWorld();
        for (const { name, priority, does } of steps) {
          const key = `default/${name}`;
          world.tick += 1;
          if (does === 'comes' && !world.get('Pod', key)) storedPod(world, name, { priority });
          if (does === 'goes') world.remove('QueuedPod', key);
          if (does === 'podGoes') world.remove('Pod', key);
          if (does === 'comes' || does === 'waits') {
            const state = does === 'waits' ? 'backoff' : 'active';
            const entry = { uid: 'u', attempts: 0, errors: 0, sinceTick: world.tick, untilTick: null, message: '' };
            world.put({ kind: 'QueuedPod', key, state, ...entry });
          }
          expect(activeQueue(world)).toEqual(sortedQueue(world));
        }
        expect(activeQueue(world, 2)).toEqual(sortedQueue(world).slice(0, 2));
      }),
    );
  });

  test('SCHED-60 400 pods onto 150 nodes: the same bindings as one cycle after the other over all plugins', () => {
    const world = aWorld({ nodes: Array.from({ length: 150 }, (_, index) => ({ name: `n${index}`, cpuMilli: 4000 })) });
    for (let index = 0; index < 400; index += 1) {
      storedPod(world, `p${index}`, { cpu: `${50 + (index % 7) * 25}m`, memory: `${64 + (index % 5) * 32}Mi` });
    }
    const naive = new Store(world.frame());
    new Driver(naive, [schedulingQueue]).run();
    const driver = new Driver(world, [schedulingQueue, scheduler]);
    for (let turn = 0; turn < 8; turn += 1) {
      for (const store of [world, naive]) store.tick += 1;
      driver.run();
      const cluster = new AssumingCluster({ ...clusterInfo(naive), nodes: nodeInfos(naive) });
      const binds = sortedQueue(naive)
        .slice(0, 50)
        .map((key) => {
          const pod = must(naive.get('Pod', key), key);
          const choice = must(chooseByAsking(naive, pod, cluster), 'a choice');
          if (!('node' in choice)) throw new Error(choice.error);
          cluster.assume(pod, choice.node);
          return [key, choice.node] as const;
        });
      for (const [pod, node] of binds) expect(act(naive, { verb: 'bind', pod, node })).toBeNull();
    }
    const bindings = (store: Store) => store.keys('Pod').map((key) => [key, store.get('Pod', key)?.spec.nodeName]);
    expect(bindings(world)).toEqual(bindings(naive));
    expect(world.by('podsByNode', '')).toEqual([]);
  }, 30_000);
});
