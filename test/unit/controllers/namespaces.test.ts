// Districts: names within them, what they may hold, and how they are closed.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { executeVerb } from '../../../shared/cluster/verbs/execute.ts';
import { act, aDeployment, aPod, podOf } from '../../support/builders.ts';
import { aTownHall, events, pods, settle } from '../../support/town-hall.ts';

const district = (name: string) =>
  MANIFESTS.Namespace.parse({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const quota = (hard: object, namespace = 'default') =>
  MANIFESTS.ResourceQuota.parse({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'small', namespace },
    spec: { hard },
  });
const within = <T extends { metadata: object }>(manifest: T, namespace: string): T => ({
  ...manifest,
  metadata: { ...manifest.metadata, namespace },
});

test('NS-1 the same name twice, once in each district; none in one that is not there', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { replicas: 1 })] });
  const other = within(aDeployment('web', { replicas: 2 }), 'team');
  expect(act(world, { verb: 'apply', manifest: other })).toMatchObject({ code: 404, details: { name: 'team' } });
  act(world, { verb: 'apply', manifest: district('team') });
  expect(act(world, { verb: 'apply', manifest: other })).toBeNull();
  tick(2);
  expect(world.keys('Deployment')).toEqual(['default/web', 'team/web']);
  expect(pods(world).map(({ metadata }) => metadata.namespace)).toEqual(['default', 'team', 'team']);
  const spoken = events(world, 'SuccessfulCreate').map(({ metadata }) => metadata.namespace);
  expect(spoken.toSorted()).toEqual(['default', 'team', 'team']);
});

test('NS-2 a district goes when all in it is gone, and takes nothing in meanwhile', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  act(world, { verb: 'apply', manifest: district('team') });
  act(world, { verb: 'apply', manifest: within(aPod('slow', { node: 'node-1' }), 'team') });
  act(world, { verb: 'apply', manifest: within(aDeployment('web', { replicas: 1 }), 'team') });
  tick();
  expect(act(world, { verb: 'delete', kind: 'Namespace', key: 'default' })).toMatchObject({ key: 'namespaceNeeded' });
  expect(act(world, { verb: 'delete', kind: 'Namespace', key: 'team' })).toBeNull();
  expect(act(world, { verb: 'delete', kind: 'Namespace', key: 'team' })).toMatchObject({ key: 'namespaceClosed' });
  expect(act(world, { verb: 'apply', manifest: within(aPod('late'), 'team') })).toMatchObject({
    code: 403,
    key: 'namespaceClosing',
  });
  tick(4);
  expect(world.keys('Pod')).toEqual(['team/slow']);
  expect(act(world, { verb: 'collect', kind: 'Namespace', key: 'team' })).toMatchObject({ key: 'namespaceInUse' });
  world.remove('Pod', 'team/slow');
  tick();
  expect(world.get('Namespace', 'team')).toBeUndefined();
  expect([...world.list('Event')].filter(({ metadata }) => metadata.namespace === 'team')).toEqual([]);
});

test('NS-1 what is in a district that is being closed may be changed until it is gone', () => {
  const { world } = aTownHall({ nodes: 1 });
  const pod = (labels: Record<string, string>) => within(aPod('slow', { node: 'node-1', labels }), 'team');
  for (const manifest of [district('team'), pod({})]) expect(act(world, { verb: 'apply', manifest })).toBeNull();
  expect(act(world, { verb: 'delete', kind: 'Namespace', key: 'team' })).toBeNull();
  expect(act(world, { verb: 'apply', manifest: pod({ app: 'slow' }) })).toBeNull();
  expect(world.get('Pod', 'team/slow')?.metadata.labels).toEqual({ app: 'slow' });
  expect(act(world, { verb: 'apply', manifest: within(aPod('late'), 'team') })).toMatchObject({
    key: 'namespaceClosing',
    message: 'pods "late" is forbidden: unable to create new content in namespace team because it is being terminated',
  });
});

test('NS-1 controllers put nothing into a district that is being closed, and say nothing of it', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  act(world, { verb: 'apply', manifest: district('team') });
  const jobTemplate = { spec: { template: { spec: { ...aPod('bell').spec, restartPolicy: 'Never' } } } };
  const manifests = [
    within(aDeployment('web', { replicas: 2 }), 'team'),
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'team' }, spec: { clusterIP: 'None' } },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'bell', namespace: 'team' },
      spec: { schedule: '* * * * *', jobTemplate },
    },
  ] as const;
  for (const manifest of manifests) expect(act(world, { verb: 'apply', manifest: manifest as never })).toBeNull();
  tick(2);
  const [set = ''] = world.keys('ReplicaSet');
  world.put({ ...must(world.get('Namespace', 'team'), 'team'), status: { phase: 'Terminating' } });
  for (const key of world.by('podsByNamespace', 'team')) world.remove('Pod', key);
  world.remove('EndpointSlice', 'team/web');

  const verb = { verb: 'createPods', replicaSet: set, count: 2 } as const;
  expect(act(world, verb)).toMatchObject({ code: 403, key: 'namespaceClosing' });
  expect(executeVerb(world, { type: 'component', name: 'replicaset-controller' }, verb)).toBeNull();
  expect(world.by('podsByNamespace', 'team')).toEqual([]);
  expect(events(world, 'FailedCreate')).toEqual([]);

  const change = { verb: 'setImage', deployment: 'team/web', container: 'app', image: 'hut:1.0' } as const;
  expect(act(world, change)).toBeNull();
  for (const other of [
    { verb: 'createReplicaSet', deployment: 'team/web' },
    { verb: 'publishEndpoints', service: 'team/web' },
  ] as const)
    expect(act(world, other)).toMatchObject({ code: 403, key: 'namespaceClosing' });
  world.tick += 120;
  expect(act(world, { verb: 'createJob', cronJob: 'team/bell' })).toMatchObject({ key: 'namespaceClosing' });
  expect(world.keys('Job')).toEqual([]);
});

const SMALL = [
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, data: { word: 'c2VzYW1l' } },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'chest' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'menu' }, data: {} },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'few' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
  },
  aDeployment('web', { replicas: 0 }),
] as const;

test.each(SMALL.map((manifest) => [manifest.kind, manifest] as const))(
  'NS-2 a district that holds nothing but a %s goes as well',
  (_kind, manifest) => {
    const { world, tick } = aTownHall({ nodes: 1 });
    act(world, { verb: 'apply', manifest: district('team') });
    expect(act(world, { verb: 'apply', manifest: within(manifest as never, 'team') })).toBeNull();
    tick(1);
    expect(act(world, { verb: 'delete', kind: 'Namespace', key: 'team' })).toBeNull();
    tick(5);
    expect(world.get('Namespace', 'team')).toBeUndefined();
  },
);

test('QUOTA-1 one too many, and one that does not say what it wants', () => {
  const { world } = aTownHall({ nodes: 1, manifests: [quota({ pods: '1', 'requests.cpu': '500m' })] });
  expect(act(world, { verb: 'apply', manifest: aPod('silent') })).toMatchObject({
    key: 'quotaUnstated',
    message: 'pods "silent" is forbidden: failed quota: small: must specify requests.cpu for: app',
  });
  expect(act(world, { verb: 'apply', manifest: aPod('big', { cpu: '600m' }) })).toMatchObject({
    code: 403,
    key: 'quotaExceeded',
    message:
      'pods "big" is forbidden: exceeded quota: small, requested: requests.cpu=600m, used: requests.cpu=0, limited: requests.cpu=500m',
    details: { limit: 'requests.cpu=500m' },
  });
  expect(act(world, { verb: 'apply', manifest: aPod('one', { cpu: '100m' }) })).toBeNull();
  expect(act(world, { verb: 'apply', manifest: aPod('two', { cpu: '100m' }) })).toMatchObject({
    message: 'pods "two" is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1',
  });
});

test('QUOTA-1 cpu and memory are requests, in short', () => {
  const { world } = aTownHall({ nodes: 1, manifests: [quota({ cpu: '500m', memory: '1Gi' })] });
  const asked = (name: string) => act(world, { verb: 'apply', manifest: aPod(name, { cpu: '300m', memory: '512Mi' }) });
  expect(asked('one')).toBeNull();
  expect(world.get('ResourceQuota', 'default/small')?.status.used).toEqual({ cpu: '300m', memory: '512Mi' });
  expect(asked('two')).toMatchObject({ key: 'quotaExceeded', details: { limit: 'cpu=500m' } });
});

test('QUOTA-1 what a pod states as a whole is counted, and its containers need not say anything', () => {
  const limits = { pods: '3', 'requests.cpu': '1', 'limits.cpu': '3' };
  const { world } = aTownHall({ nodes: 1, manifests: [quota(limits)] });
  const pod = (name: string, resources: object, options: object = {}) => {
    const manifest = aPod(name, options);
    return act(world, { verb: 'apply', manifest: { ...manifest, spec: { ...manifest.spec, resources } } as never });
  };
  expect(pod('whole', { requests: { cpu: '300m' }, limits: { cpu: '1' } })).toBeNull();
  expect(pod('sum', { limits: { cpu: '1' } }, { cpu: '200m' })).toBeNull();
  expect(world.get('ResourceQuota', 'default/small')?.status.used).toEqual({
    pods: '2',
    'requests.cpu': '500m',
    'limits.cpu': '2',
  });
  expect(podOf(world, 'sum').spec.resources).toEqual({ requests: { cpu: '200m' }, limits: { cpu: '1' } });
  expect(podOf(world, 'sum').status.qosClass).toBe('Burstable');
  expect(pod('limit', { limits: { cpu: '1' } })).toMatchObject({ key: 'quotaExceeded' });
});

test('QUOTA-1 sums read as Kubernetes writes them, and every limit that is passed is named', () => {
  const limits = { 'requests.cpu': '1', 'requests.memory': '1Gi' };
  const { world } = aTownHall({ nodes: 1, manifests: [quota(limits)] });
  for (const name of ['one', 'two']) {
    expect(act(world, { verb: 'apply', manifest: aPod(name, { cpu: '500m', memory: '512Mi' }) })).toBeNull();
  }
  expect(world.get('ResourceQuota', 'default/small')?.status.used).toEqual({
    'requests.cpu': '1',
    'requests.memory': '1Gi',
  });
  expect(act(world, { verb: 'apply', manifest: aPod('three', { cpu: '1500m', memory: '512Mi' }) })).toMatchObject({
    message:
      'pods "three" is forbidden: exceeded quota: small, requested: requests.cpu=1500m,requests.memory=512Mi, used: requests.cpu=1,requests.memory=1Gi, limited: requests.cpu=1,requests.memory=1Gi',
  });
});

test('QUOTA-1 QUOTA-2 as many as fit, and the rest when there is room', () => {
  const { world, tick } = aTownHall({
    nodes: 1,
    manifests: [quota({ pods: '2' }), aDeployment('web', { replicas: 3 })],
  });
  tick(3);
  expect(pods(world)).toHaveLength(2);
  expect(events(world, 'FailedCreate')).toHaveLength(1);
  expect(world.get('ResourceQuota', 'default/small')?.status.used).toEqual({ pods: '2' });
  settle(world);
  act(world, { verb: 'apply', manifest: quota({ pods: '5' }) });
  tick(4);
  expect(pods(world)).toHaveLength(3);
});

test('QUOTA-1 who should long be gone, and whose node does not answer, is charged no more', () => {
  const manifests = [aDeployment('web', { replicas: 2 })];
  const { world, tick } = aTownHall({ nodes: 1, manifests });
  tick();
  settle(world);
  const [lost = ''] = pods(world).map(({ metadata }) => metadata.name);
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${lost}`, gracePeriodSeconds: 20 });
  // One that is set when the pod is leaving already counts as any other.
  act(world, { verb: 'apply', manifest: quota({ pods: '2' }) });
  const used = () => world.get('ResourceQuota', 'default/small')?.status.used.pods;
  tick(40);
  expect([used(), pods(world).length]).toEqual(['2', 2]);
  expect(events(world, 'FailedCreate')).toHaveLength(1);
  tick();
  expect(used()).toBe('1');
  tick(60);
  expect([used(), pods(world).length]).toEqual(['2', 3]);
  expect(podOf(world, lost).metadata.deletionTick).not.toBeNull();
});
