// Plugins that look at other pods: affinity, spread, ports; on nodes of a real world.
import { describe, expect, test } from 'vitest';
import { clusterInfo } from '../../../shared/cluster/scheduler/cluster-info.ts';
import { isRefusal, type FilterPlugin, type ScorePlugin } from '../../../shared/cluster/scheduler/framework.ts';
import {
  interPodAffinityFilter,
  interPodAffinityScore,
} from '../../../shared/cluster/scheduler/plugins/inter-pod-affinity.ts';
import { nodeAffinityFilter, nodeAffinityScore } from '../../../shared/cluster/scheduler/plugins/node-affinity.ts';
import { nodeName } from '../../../shared/cluster/scheduler/plugins/node-name.ts';
import { nodePorts } from '../../../shared/cluster/scheduler/plugins/node-ports.ts';
import {
  podTopologySpreadFilter,
  podTopologySpreadScore,
} from '../../../shared/cluster/scheduler/plugins/pod-topology-spread.ts';
import type { Store } from '../../../shared/store/store.ts';
import { DEFAULT_POLICY } from '../../../shared/api/world/scheduler-policy.ts';
import { newMeta } from '../../../shared/cluster/api-server/objects.ts';
import { NEW_REPLICA_SET, replicaSetManifest } from '../../../shared/api/replica-set.ts';
import {
  aNode,
  aWorld,
  storedPod,
  storedService,
  type PodOptions,
  type StoredPodOptions,
} from '../../support/builders.ts';

const ZONE = 'topology.kubernetes.io/zone';

/** Nodes a and b in zone east, c in zone west, d without a zone. */
function town(): Store {
  const world = aWorld({ nodes: ['a', 'b', 'c', 'd'] });
  for (const name of ['a', 'b']) aNode(world, name, { labels: { [ZONE]: 'east', rooms: '4' } });
  aNode(world, 'c', { labels: { [ZONE]: 'west', rooms: '12' } });
  return world;
}

/** Letters of the nodes that let the pod pass. */
function passing(plugin: FilterPlugin, world: Store, pod: PodOptions): string {
  const cluster = clusterInfo(world);
  const answer = plugin.preFilter(storedPod(world, 'new', pod), cluster);
  if (answer !== null && isRefusal(answer)) return '';
  const names = cluster.nodes.filter((node) => answer === null || answer.judge(node) === null);
  return names.map(({ node }) => node.metadata.name).join('');
}

function scoresOf(plugin: ScorePlugin, world: Store, pod: StoredPodOptions): readonly number[] | null {
  const cluster = clusterInfo(world);
  const scorer = plugin.preScore(storedPod(world, 'new', pod), cluster, cluster.nodes);
  if (scorer === null || 'error' in scorer) return null;
  const raw = cluster.nodes.map(scorer.score);
  return scorer.normalize ? scorer.normalize(raw) : raw;
}

const required = (...nodeSelectorTerms: object[]): PodOptions => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const needs = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 ? { values } : {}) }],
});

describe('SCHED-12 NodeAffinity', () => {
  test.each([
    ['In', required(needs(ZONE, 'In', 'west', 'north')), 'c'],
    ['NotIn holds without the label, too', required(needs(ZONE, 'NotIn', 'east')), 'cd'],
    ['Exists', required(needs(ZONE, 'Exists')), 'abc'],
    ['DoesNotExist', required(needs(ZONE, 'DoesNotExist')), 'd'],
    ['Gt compares numbers, not text', required(needs('rooms', 'Gt', '5')), 'c'],
    ['Lt', required(needs('rooms', 'Lt', '5')), 'ab'],
    ['terms are alternatives', required(needs('rooms', 'Gt', '5'), needs(ZONE, 'DoesNotExist')), 'cd'],
    ['an empty term means no node', required({}), ''],
    ['beside nodeSelector', { ...required(needs(ZONE, 'Exists')), nodeSelector: { rooms: '4' } }, 'ab'],
    [
      'by the name of the node',
      required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['b'] }] }),
      'b',
    ],
    [
      'a field is asked for one value only',
      required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a', 'b'] }] }),
      '',
    ],
  ])('SCHED-12 %s', (_, pod, expected) => expect(passing(nodeAffinityFilter, town(), pod)).toBe(expected));

  test('SCHED-26 preferred terms add their weights, the most become 100', () => {
    const preferred = [
      { weight: 10, preference: needs(ZONE, 'In', 'east') },
      { weight: 40, preference: needs('rooms', 'Gt', '5') },
    ];
    const pod = { affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } } };
    expect(scoresOf(nodeAffinityScore, town(), pod)).toEqual([25, 25, 100, 0]);
    expect(scoresOf(nodeAffinityScore, town(), {})).toBeNull();
  });
});

test('SCHED-16 a pod that names its node fits there alone', () => {
  expect(passing(nodeName, town(), { node: 'c' })).toBe('c');
  expect(passing(nodeName, town(), {})).toBe('abcd');
});

describe('SCHED-17 NodePorts', () => {
  const gate = (hostPort: number, more = {}) => ({ container: { ports: [{ containerPort: 80, hostPort, ...more }] } });
  test.each([
    ['the same port', gate(80), 'bcd'],
    ['another port', gate(81), 'abcd'],
    ['another protocol', gate(80, { protocol: 'UDP' }), 'abcd'],
    ['one address of a port that is taken on all', gate(80, { hostIP: '10.0.0.1' }), 'bcd'],
    ['none', {}, 'abcd'],
  ])('SCHED-17 %s', (_, pod, expected) => {
    const world = town();
    storedPod(world, 'there', { node: 'a', ...gate(80) });
    expect(passing(nodePorts, world, pod)).toBe(expected);
  });
});

const term = (app: string, topologyKey = ZONE) => ({ labelSelector: { matchLabels: { app } }, topologyKey });
const near = (...terms: object[]) => ({ podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } });
const away = (...terms: object[]) => ({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } });

describe('SCHED-18 InterPodAffinity', () => {
  test.each([
    ['near: the whole topology', near(term('db')), 'ab'],
    ['away from it', away(term('db')), 'cd'],
    ['away on one node only', away(term('db', 'kubernetes.io/hostname')), 'bcd'],
    ['near to somebody who is nowhere', near(term('cache')), ''],
    ['both', { ...near(term('db')), ...away(term('db', 'kubernetes.io/hostname')) }, 'b'],
  ])('SCHED-18 %s', (_, affinity, expected) => {
    const world = town();
    storedPod(world, 'db', { node: 'a', labels: { app: 'db' } });
    expect(passing(interPodAffinityFilter, world, { affinity })).toBe(expected);
  });

  test('SCHED-18 the first of a group may stand wherever there is a topology', () => {
    const pod = { labels: { app: 'web' }, affinity: near(term('web')) };
    expect(passing(interPodAffinityFilter, town(), pod)).toBe('abc');
    const world = town();
    storedPod(world, 'first', { node: 'c', labels: { app: 'web' } });
    expect(passing(interPodAffinityFilter, world, pod)).toBe('c');
  });

  test('SCHED-18 who is there may keep newcomers away', () => {
    const world = town();
    storedPod(world, 'loner', { node: 'c', affinity: away(term('web')) });
    expect(passing(interPodAffinityFilter, world, { labels: { app: 'web' } })).toBe('abd');
    expect(passing(interPodAffinityFilter, world, { labels: { app: 'db' } })).toBe('abcd');
  });

  test('SCHED-27 wishes of both sides count, the least becomes 0 and the most 100', () => {
    const world = town();
    storedPod(world, 'db', { node: 'a', labels: { app: 'db' } });
    storedPod(world, 'fan', {
      node: 'c',
      affinity: {
        podAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, podAffinityTerm: term('web') }],
        },
      },
    });
    const wish = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 20, podAffinityTerm: term('db') }] };
    const pod = { labels: { app: 'web' }, affinity: { podAffinity: wish } };
    expect(scoresOf(interPodAffinityScore, world, pod)).toEqual([100, 100, 25, 0]);
    expect(scoresOf(interPodAffinityScore, town(), {})).toBeNull();
  });
});

test('SCHED-27 a share is divided first, and then rounded down', () => {
  const world = town();
  storedPod(world, 'db', { node: 'a', labels: { app: 'db' } });
  storedPod(world, 'cache', { node: 'c', labels: { app: 'cache' } });
  const wish = (weight: number, app: string) => ({ weight, podAffinityTerm: term(app) });
  const preferredDuringSchedulingIgnoredDuringExecution = [wish(29, 'db'), wish(100, 'cache')];
  const pod = { affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution } } };
  expect(scoresOf(interPodAffinityScore, world, pod)).toEqual([28, 28, 100, 0]);
});

const spread = (whenUnsatisfiable: string, topologyKey = ZONE, more = {}) => ({
  labels: { app: 'web' },
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey, whenUnsatisfiable, labelSelector: { matchLabels: { app: 'web' } }, ...more },
  ],
});

describe('SCHED-19 PodTopologySpread', () => {
  test('SCHED-19 no topology gets further ahead of the emptiest than maxSkew; without the label there is no place', () => {
    const world = town();
    storedPod(world, 'one', { node: 'a', labels: { app: 'web' } });
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule'))).toBe('c');
    storedPod(world, 'two', { node: 'c', labels: { app: 'web' } });
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule'))).toBe('abc');
    expect(passing(podTopologySpreadFilter, world, spread('ScheduleAnyway'))).toBe('abcd');
  });

  test('SCHED-19 terminating pods and other groups do not count', () => {
    const world = town();
    storedPod(world, 'leaving', { node: 'a', labels: { app: 'web' }, deletionTick: 0 });
    storedPod(world, 'other', { node: 'a', labels: { app: 'db' } });
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule'))).toBe('abc');
  });

  test('SCHED-19 a selector that means everybody counts nobody, unless matchLabelKeys narrow it', () => {
    const world = town();
    for (const name of ['one', 'two']) storedPod(world, name, { node: 'a', labels: { app: 'web' } });
    const all = { labelSelector: {} };
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule', ZONE, all))).toBe('abc');
    const narrowed = { ...all, matchLabelKeys: ['app'] };
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule', ZONE, narrowed))).toBe('c');
    expect(scoresOf(podTopologySpreadScore, world, spread('ScheduleAnyway', ZONE, all))).toEqual([100, 100, 100, 0]);
  });

  test('SCHED-19 with fewer topologies than minDomains the emptiest is one to come', () => {
    const world = town();
    for (const node of ['a', 'c']) storedPod(world, `on-${node}`, { node, labels: { app: 'web' } });
    expect(passing(podTopologySpreadFilter, world, spread('DoNotSchedule', ZONE, { minDomains: 3 }))).toBe('');
  });

  test('SCHED-28 the fewer of the group a topology has the higher it scores, and 0 without the label', () => {
    const world = town();
    for (const [index, node] of ['a', 'a', 'b', 'c'].entries()) {
      storedPod(world, `web-${index}`, { node, labels: { app: 'web' } });
    }
    // 3 and 1 of the group, times ln(2 + 2): 4 and 1 when rounded.
    expect(scoresOf(podTopologySpreadScore, world, spread('ScheduleAnyway'))).toEqual([25, 25, 100, 0]);
    expect(scoresOf(podTopologySpreadScore, world, spread('DoNotSchedule'))).toBeNull();
  });
});

describe('SCHED-62 the spread that nobody stated', () => {
  /** Two of the group on a, one on c. */
  function shop(spreadDefaulting?: 'System' | 'List'): Store {
    const world = town();
    world.put({ ...DEFAULT_POLICY, ...(spreadDefaulting ? { spreadDefaulting } : {}) });
    for (const [index, node] of ['a', 'a', 'c'].entries()) {
      storedPod(world, `web-${index}`, { node, labels: { app: 'web' } });
    }
    return world;
  }
  const web = { labels: { app: 'web' } };

  test('SCHED-62 the pods of a Service go apart, over hosts and zones; without a zone the host alone counts', () => {
    const world = shop('System');
    expect(scoresOf(podTopologySpreadScore, world, web)).toBeNull();
    storedService(world, 'web');
    // Hosts: 2, 0, 1, 0 times ln(4 + 2), plus 2. Zones, of which none is one: 2, 2, 1 times ln(3 + 2), plus 4.
    // Together 13, 9, 9 and 2.
    expect(scoresOf(podTopologySpreadScore, world, web)).toEqual([15, 46, 46, 100]);
    expect(scoresOf(podTopologySpreadScore, world, { labels: { app: 'db' } })).toBeNull();
  });

  test('SCHED-62 a ReplicaSet means its pods, too', () => {
    const world = shop('System');
    const { metadata, ...manifest } = replicaSetManifest.parse({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: web, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
      },
    });
    world.put({ ...manifest, metadata: newMeta(world, 'ReplicaSet', metadata), status: NEW_REPLICA_SET });
    const owner = { kind: 'ReplicaSet', name: 'web', uid: 'web', controller: true } as const;
    expect(scoresOf(podTopologySpreadScore, world, { ...web, owner })).toEqual([15, 46, 46, 100]);
  });

  test('SCHED-62 a constraint of its own comes first', () => {
    const world = shop('System');
    const labelSelector = { matchLabels: { app: 'db' } };
    const own = { maxSkew: 1, topologyKey: ZONE, whenUnsatisfiable: 'DoNotSchedule', labelSelector };
    storedService(world, 'web');
    expect(scoresOf(podTopologySpreadScore, world, { ...web, topologySpreadConstraints: [own] })).toBeNull();
  });

  test('SCHED-62 nobody is spread unless the policy says so', () => {
    for (const defaulting of [undefined, 'List'] as const) {
      const world = shop(defaulting);
      storedService(world, 'web');
      expect(scoresOf(podTopologySpreadScore, world, web)).toBeNull();
    }
  });
});
