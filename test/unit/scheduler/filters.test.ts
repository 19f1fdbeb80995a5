// Each filter alone, on nodes of a real world.
import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { toleration, type Pod } from '../../../shared/api/pod.ts';
import { DEFAULT_POLICY } from '../../../shared/api/world/scheduler-policy.ts';
import { refusalOf } from '../../../shared/cluster/scheduler/evaluate.ts';
import { isRefusal, type FilterPlugin } from '../../../shared/cluster/scheduler/framework.ts';
import { clusterInfo } from '../../../shared/cluster/scheduler/cluster-info.ts';
import { nodeInfoOf } from '../../../shared/cluster/scheduler/node-info.ts';
import { nodeAffinityFilter } from '../../../shared/cluster/scheduler/plugins/node-affinity.ts';
import { nodeResourcesFitFilter } from '../../../shared/cluster/scheduler/plugins/node-resources-fit.ts';
import { nodeUnschedulable } from '../../../shared/cluster/scheduler/plugins/node-unschedulable.ts';
import { taintTolerationFilter } from '../../../shared/cluster/scheduler/plugins/taint-toleration.ts';
import {
  aNode,
  aWorld,
  nodeOf,
  storedPod,
  type NodeChange,
  type PodOptions,
  type StoredPodOptions,
} from '../../support/builders.ts';

/** One node of 1000m, 1000 MiB and 3 pods. */
function verdict(plugin: FilterPlugin, pod: PodOptions, node: NodeChange = {}, there: StoredPodOptions[] = []) {
  const world = aWorld({ nodes: [{ name: 'n', cpuMilli: 1000, memoryBytes: 1000 * MIB }] });
  aNode(world, 'n', { allocatable: { pods: 3 }, ...node });
  for (const [index, options] of there.entries()) storedPod(world, `there-${index}`, { node: 'n', ...options });
  const answer = plugin.preFilter(storedPod(world, 'new', pod), clusterInfo(world));
  if (answer === null || isRefusal(answer)) return answer;
  return answer.judge(nodeInfoOf(world, nodeOf(world, 'n')));
}

const refused = (...reasons: string[]) => ({ code: 'Unschedulable', reasons });
const refusedForGood = (...reasons: string[]) => ({ code: 'UnschedulableAndUnresolvable', reasons });

describe('SCHED-10 NodeUnschedulable', () => {
  const tolerant = { tolerations: [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }] };
  test.each([
    ['an open node takes it', {}, {}, null],
    ['a cordoned node refuses', {}, { unschedulable: true }, refusedForGood('node(s) were unschedulable')],
    ['a tolerant pod passes', tolerant, { unschedulable: true }, null],
  ])('SCHED-10 %s', (_, pod, node, expected) => expect(verdict(nodeUnschedulable, pod, node)).toEqual(expected));
});

test('TYPE-7 operators whose gate is off are refused', () => {
  const isRead = (operator: string) => toleration.safeParse({ key: 'team', operator, value: '9' }).success;
  expect(['Exists', 'Equal', 'Gt', 'Lt'].filter(isRead)).toEqual(['Exists', 'Equal']);
});

describe('SCHED-11 TaintToleration', () => {
  const no = refusedForGood('node(s) had untolerated taint(s)');
  const team = { key: 'team', value: 'red', effect: 'NoSchedule' } as const;
  const gone = { key: 'gone', effect: 'NoExecute' } as const;
  const prefer = { key: 'old', effect: 'PreferNoSchedule' } as const;
  test.each([
    ['no taints', [], [], null],
    ['NoSchedule', [team], [], no],
    ['NoExecute', [gone], [], no],
    ['PreferNoSchedule refuses nobody', [prefer], [], null],
    ['same key and value', [team], [{ key: 'team', value: 'red' }], null],
    ['other value', [team], [{ key: 'team', value: 'blue' }], no],
    ['other effect', [team], [{ key: 'team', value: 'red', effect: 'NoExecute' }], no],
    ['Exists asks for no value', [team], [{ key: 'team', operator: 'Exists', effect: 'NoSchedule' }], null],
    ['Exists without key tolerates all', [team, gone], [{ operator: 'Exists' }], null],
    ['one of two is not enough', [team, gone], [{ key: 'team', operator: 'Exists' }], no],
  ])('SCHED-11 %s', (_, taints, tolerations, expected) =>
    expect(verdict(taintTolerationFilter, { tolerations }, { taints })).toEqual(expected),
  );
});

describe('SCHED-12 NodeAffinity', () => {
  const no = refusedForGood("node(s) didn't match Pod's node affinity/selector");
  test.each([
    ['no selector', {}, { disk: 'ssd' }, null],
    ['label matches', { disk: 'ssd' }, { disk: 'ssd' }, null],
    ['label has another value', { disk: 'ssd' }, { disk: 'hdd' }, no],
    ['one of two labels is missing', { disk: 'ssd', zone: 'a' }, { disk: 'ssd' }, no],
  ])('SCHED-12 %s', (_, nodeSelector, labels, expected) =>
    expect(verdict(nodeAffinityFilter, { nodeSelector }, { labels })).toEqual(expected),
  );
});

describe('SCHED-13 NodeResourcesFit', () => {
  const half = { cpu: '500m', memory: '500Mi' };
  test.each<[string, PodOptions, StoredPodOptions[], unknown]>([
    ['exactly full is full enough', half, [half], null],
    ['one millicore too many', { cpu: '501m' }, [half], refused('Insufficient cpu')],
    ['one MiB too many', { memory: '501Mi' }, [half], refused('Insufficient memory')],
    ['both', { cpu: '501m', memory: '501Mi' }, [half], refused('Insufficient cpu', 'Insufficient memory')],
    ['asks for nothing, where nothing is left', {}, [half, half], null],
    ['larger than the node', { cpu: '1001m' }, [], refusedForGood('Insufficient cpu')],
    ['too many pods', {}, [{}, {}, {}], refused('Too many pods')],
    ['all at once', { cpu: '1' }, [half, {}, {}], refused('Too many pods', 'Insufficient cpu')],
    [
      'SCHED-14 a terminating pod holds its room',
      half,
      [half, { ...half, deletionTick: 0 }],
      refused('Insufficient cpu', 'Insufficient memory'),
    ],
    [
      'SCHED-14 a pod that is over holds none',
      half,
      [half, { ...half, phase: 'Failed' }, { ...half, phase: 'Succeeded' }],
      null,
    ],
    ['SCHED-15 a limit alone is a request', { cpuLimit: '501m' }, [{ cpuLimit: '500m' }], refused('Insufficient cpu')],
  ])('SCHED-13 %s', (_, pod, there, expected) =>
    expect(verdict(nodeResourcesFitFilter, pod, {}, there)).toEqual(expected),
  );
});

test('SCHED-13 a node without places refuses no pod for good: the real plugin says that of resources only', () => {
  expect(verdict(nodeResourcesFitFilter, {}, { allocatable: { pods: 0 } })).toEqual(refused('Too many pods'));
});

test.each([
  ['by name', { ignoredResources: ['example.com/gpu'] }, 'example.com/gpu', null],
  ['by group', { ignoredResourceGroups: ['example.com'] }, 'example.com/gpu', null],
  ['another group', { ignoredResourceGroups: ['example.com'] }, 'example.org/gpu', 'example.org/gpu'],
  ['never one of Kubernetes itself', { ignoredResources: ['hugepages-2Mi'] }, 'hugepages-2Mi', 'hugepages-2Mi'],
])('SCHED-61 resources that the policy ignores are not counted: %s', (_, policy, resource, missing) => {
  const world = aWorld({ nodes: ['n'] });
  world.put({ ...DEFAULT_POLICY, ...policy });
  const pod = storedPod(world, 'new', { container: { resources: { requests: { [resource]: '1' } } } });
  const expected = missing === null ? undefined : [`Insufficient ${missing}`];
  expect(refusalOf(pod, nodeInfoOf(world, nodeOf(world, 'n')), clusterInfo(world))?.reasons).toEqual(expected);
});

test('SCHED-10 the first filter that refuses gives the reason', () => {
  const world = aWorld({ nodes: ['n'] });
  const node = aNode(world, 'n', { unschedulable: true, taints: [{ key: 'x', effect: 'NoSchedule' }] });
  const pod: Pod = storedPod(world, 'new', { cpu: '99' });
  expect(refusalOf(pod, nodeInfoOf(world, node), clusterInfo(world))).toMatchObject({
    plugin: 'NodeUnschedulable',
    reasons: ['node(s) were unschedulable'],
  });
});
