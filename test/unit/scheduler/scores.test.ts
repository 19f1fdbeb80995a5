// Each score alone: figures worked out by hand.
import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import type { ScorePlugin } from '../../../shared/cluster/scheduler/framework.ts';
import { clusterInfo } from '../../../shared/cluster/scheduler/cluster-info.ts';
import { imageLocality, normalizedImageName } from '../../../shared/cluster/scheduler/plugins/image-locality.ts';
import { balancedAllocation } from '../../../shared/cluster/scheduler/plugins/node-resources-balanced-allocation.ts';
import { resourcesFitScore } from '../../../shared/cluster/scheduler/plugins/node-resources-fit.ts';
import { taintTolerationScore } from '../../../shared/cluster/scheduler/plugins/taint-toleration.ts';
import { DEFAULT_POLICY } from '../../../shared/api/world/scheduler-policy.ts';
import { feasibleNodesToFind } from '../../../shared/cluster/scheduler/sampling.ts';
import { SCORES } from '../../../shared/cluster/scheduler/registry.ts';
import { aNode, aWorld, storedPod, type PodOptions } from '../../support/builders.ts';
import type { Store } from '../../../shared/store/store.ts';

/** Nodes a, b, c of 1000m and 1000 MiB; scores in that order, null for Skip. */
function scores(plugin: ScorePlugin, pod: PodOptions, prepare: (world: Store) => void): readonly number[] | null {
  const world = aWorld({ nodes: ['a', 'b', 'c'].map((name) => ({ name, cpuMilli: 1000, memoryBytes: 1000 * MIB })) });
  prepare(world);
  const cluster = clusterInfo(world);
  const scorer = plugin.preScore(storedPod(world, 'new', pod), cluster, cluster.nodes);
  if (scorer === null) return null;
  if ('error' in scorer) throw new Error(scorer.error);
  const raw = cluster.nodes.map(scorer.score);
  return scorer.normalize ? scorer.normalize(raw) : raw;
}

test('SCHED-20 fewer untolerated PreferNoSchedule taints score higher, the most of them 0', () => {
  const prefer = (key: string) => ({ key, effect: 'PreferNoSchedule' }) as const;
  const pod = { tolerations: [{ key: 'x', operator: 'Exists' }] };
  const prepare = (world: Store) => {
    aNode(world, 'a', { taints: [prefer('x'), prefer('y'), prefer('z')] });
    aNode(world, 'b', { taints: [prefer('y'), { key: 'hard', effect: 'NoSchedule' }] });
  };
  expect(scores(taintTolerationScore, pod, prepare)).toEqual([0, 50, 100]);
  expect(scores(taintTolerationScore, pod, () => undefined)).toEqual([100, 100, 100]);
});

describe('SCHED-21 LeastAllocated', () => {
  test('SCHED-21 is the mean of what would be left, rounded down twice', () => {
    const prepare = (world: Store) => {
      storedPod(world, 'on-b', { node: 'b', cpu: '300m', memory: '100Mi' });
      storedPod(world, 'on-c', { node: 'c', cpu: '901m', memory: '0' });
    };
    // a: (90 + 80) / 2; b: (60 + 70) / 2; c: cpu would be over, so 0, and (0 + 80) / 2.
    expect(scores(resourcesFitScore, { cpu: '100m', memory: '200Mi' }, prepare)).toEqual([85, 65, 40]);
  });

  test('SCHED-21 who asks for nothing counts 100m and 200Mi', () => {
    const prepare = (world: Store) => void storedPod(world, 'on-b', { node: 'b' });
    expect(scores(resourcesFitScore, {}, prepare)).toEqual([85, 70, 85]);
  });
});

describe('SCHED-22 BalancedAllocation', () => {
  test('SCHED-22 75 where balance stays, more where the pod restores it, less where it spoils it', () => {
    const prepare = (world: Store) => {
      storedPod(world, 'on-b', { node: 'b', memory: '400Mi' });
      storedPod(world, 'on-c', { node: 'c', cpu: '400m' });
    };
    // a: 100 -> 80; b: 80 -> 100; c: 80 -> 60.
    expect(scores(balancedAllocation, { cpu: '400m' }, prepare)).toEqual([65, 85, 65]);
    expect(scores(balancedAllocation, { cpu: '400m', memory: '400Mi' }, () => undefined)).toEqual([75, 75, 75]);
  });

  test('SCHED-22 has nothing to say of a pod that asks for nothing', () => {
    expect(scores(balancedAllocation, {}, () => undefined)).toBeNull();
  });
});

describe('SCHED-23 ImageLocality', () => {
  const has = (world: Store, node: string, name: string, mib: number) =>
    aNode(world, node, { images: [{ names: [name], sizeBytes: mib * MIB }] });

  test('SCHED-23 counts bytes, scaled by how many nodes have them', () => {
    const pod = { image: 'reg.io/big:1' };
    // 1000 MiB on one of three nodes: 333.3 MiB, less 23, of 977.
    expect(scores(imageLocality, pod, (world) => has(world, 'b', 'reg.io/big:1', 1000))).toEqual([0, 31, 0]);
    const everywhere = (world: Store) => void ['a', 'b', 'c'].map((node) => has(world, node, 'reg.io/big:1', 1000));
    expect(scores(imageLocality, pod, everywhere)).toEqual([100, 100, 100]);
  });

  test('SCHED-23 what is small does not count', () => {
    expect(scores(imageLocality, { image: 'reg.io/s:1' }, (world) => has(world, 'a', 'reg.io/s:1', 69))).toEqual([
      0, 0, 0,
    ]);
  });

  test('SCHED-23 looks for the name that the pod writes, and for no other of the same image', () => {
    const prepare = (name: string) => (world: Store) => has(world, 'c', name, 1000);
    expect(scores(imageLocality, { image: 'villa' }, prepare('villa:latest'))).toEqual([0, 0, 31]);
    expect(scores(imageLocality, { image: 'villa' }, prepare('docker.io/library/villa:latest'))).toEqual([0, 0, 0]);
  });

  test.each([
    ['villa', 'villa:latest'],
    ['villa:2', 'villa:2'],
    ['reg.io:5000/villa', 'reg.io:5000/villa:latest'],
  ])('SCHED-23 %s is read as %s', (name, full) => expect(normalizedImageName(name)).toBe(full));
});

test('SCHED-24 weights are those of the default profile', () => {
  expect(SCORES.map(({ name }) => [name, DEFAULT_POLICY.weights[name]])).toEqual([
    ['TaintToleration', 3],
    ['NodeAffinity', 2],
    ['NodeResourcesFit', 1],
    ['PodTopologySpread', 2],
    ['InterPodAffinity', 2],
    ['NodeResourcesBalancedAllocation', 1],
    ['ImageLocality', 1],
  ]);
});

test.each([
  [99, 99],
  [100, 100],
  [400, 188],
  [200, 100],
  [10_000, 500],
])('SCHED-25 among %i nodes the search stops at %i', (nodes, enough) =>
  expect(feasibleNodesToFind(nodes)).toBe(enough),
);
