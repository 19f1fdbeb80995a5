import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { encodeBase64 } from '../../../shared/base/base64.ts';
import { qosClassOf } from '../../../shared/api/qos.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { Store } from '../../../shared/store/store.ts';
import { act, aPod, aWorld, podOf, storedPod } from '../../support/builders.ts';
import { aVillage, boundPod, containerNamed, publishHouse, reasonsAbout } from '../../support/village.ts';
import { throughText } from '../../support/through-text.ts';

const apply = (world: ReturnType<typeof aWorld>, manifest: object) =>
  act(world, { verb: 'apply', manifest } as unknown as Verb);
const begin = (changes: object = {}) => ({ name: 'begin', image: 'hut:1.0', ...changes });
const probe = { httpGet: { port: 8080 } };

describe('what the API server asks of a pod', () => {
  test.each([
    ['invalidDuplicateContainer', { initContainers: [begin({ name: 'app' })] }],
    ['invalidInitField', { initContainers: [begin({ livenessProbe: probe })] }],
    [
      'invalidRestartRules',
      { container: { restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] } },
    ],
    ['invalidHook', { container: { lifecycle: { preStop: {} } } }],
    ['invalidHook', { container: { lifecycle: { preStop: { sleep: { seconds: 1 }, exec: { command: ['x'] } } } } }],
    ['invalidProbeThreshold', { container: { startupProbe: { ...probe, successThreshold: 2 } } }],
    ['invalidVolumeMount', { container: { volumeMounts: [{ name: 'room', mountPath: '/x' }] } }],
    ['invalidVolume', { volumes: [{ name: 'room', emptyDir: {}, secret: { secretName: 'x' } }] }],
    [
      'invalidDuplicateVolume',
      {
        volumes: [
          { name: 'room', emptyDir: {} },
          { name: 'room', emptyDir: {} },
        ],
      },
    ],
  ])('KUBELET-62 %s', (key, options) => {
    expect(apply(aWorld(), aPod('web', options))).toMatchObject({ code: 422, key });
  });

  test.each([
    ['no source', 'room'],
    ['null', 'room\n    emptyDir:'],
    ['null for another', 'room\n    hostPath: null'],
  ])('TYPE-9 a volume that says %s is an empty room', (_name, volume) => {
    const world = aWorld();
    const house = '{name: web, image: hut, volumeMounts: [{name: room, mountPath: /room}]}';
    const spec = `  containers: [${house}]\n  volumes:\n  - name: ${volume}\n`;
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${spec}`;
    const { manifests, problems } = readManifests(text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const manifest of manifests) expect(apply(world, manifest)).toBeNull();
    expect(podOf(world, 'web').spec.volumes).toEqual([{ name: 'room', emptyDir: {} }]);
  });

  test('KUBELET-62 a sidecar may be probed, and init containers get the same defaults', () => {
    const world = aWorld();
    const sidecar = begin({ image: 'hut', restartPolicy: 'Always', livenessProbe: probe });
    expect(apply(world, aPod('web', { initContainers: [sidecar] }))).toBeNull();
    expect(podOf(world, 'web').spec.initContainers[0]?.imagePullPolicy).toBe('Always');
  });

  test('KUBELET-63 a pod may be given another image; its container is built anew from it', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    publishHouse(world, 'house:2');
    expect(apply(world, aPod('web', { image: 'house:1', node: 'node-1' }))).toBeNull();
    tick(8);
    expect(apply(world, aPod('web', { image: 'house:1', node: 'node-1', cpu: '1' }))).toMatchObject({
      key: 'invalidPodImmutable',
    });
    expect(apply(world, aPod('web', { image: 'house:2', node: 'node-1' }))).toBeNull();
    tick(12);
    expect(containerNamed(world, 'web')).toMatchObject({
      image: 'house:2',
      restartCount: 1,
      state: { type: 'running' },
    });
    const digest = must(containerNamed(world, 'web').imageDigest, 'digest');
    expect(world.get('ImageCache', 'node-1')?.images['docker.io/library/house:2']?.digest).toBe(digest);
  });
});

describe('furniture', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, data: {}, stringData: { KEY: 'grüß' } };

  test('KUBELET-24 Secrets keep their values as base64, and furnish variables', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { requiredEnv: ['KEY'] });
    const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'key', key: 'KEY' } } }];
    boundPod(world, 'web', { container: { env } });
    tick(8);
    expect(containerNamed(world, 'web').state).toMatchObject({ message: 'secret "key" not found' });
    expect(apply(world, { ...secret, stringData: {} })).toBeNull();
    tick(11);
    expect(containerNamed(world, 'web').state).toMatchObject({
      message: "couldn't find key KEY in Secret default/key",
    });
    expect(apply(world, secret)).toBeNull();
    expect(world.get('Secret', 'default/key')?.data).toEqual({ KEY: 'Z3LDvMOf' });
    tick(12);
    expect(containerNamed(world, 'web').state.type).toBe('running');
  });

  test('KUBELET-64 a volume that cannot be mounted keeps the whole pod waiting (FailedMount)', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web', { volumes: [{ name: 'room', persistentVolumeClaim: { claimName: 'chest' } }] });
    tick(8);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'ContainerCreating' });
    expect(reasonsAbout(world, 'web')).toContain('FailedMount');
    const claim = (storage: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'chest' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    expect(apply(world, claim('2Gi'))).toBeNull();
    expect(apply(world, claim('3Gi'))).toBeNull();
    expect(apply(world, claim('1Gi'))).toMatchObject({ key: 'invalidClaimShrinks' });
    tick(12);
    expect(containerNamed(world, 'web').state.type).toBe('running');
  });

  test.each(['0', '0Gi', '-1Gi'])('BELONG-4 a claim of %s is none: storage must be greater than zero', (storage) => {
    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } };
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'chest' }, spec };
    const [problem] = readManifests(JSON.stringify(claim)).problems;
    expect(problem).toMatchObject({ key: 'wrongValue', path: ['spec', 'resources', 'requests', 'storage'] });
    expect(problem?.message).toContain('must be greater than zero');
  });

  test('RUNTIME-13 what comes from a whole map may have a prefix', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { requiredEnv: ['TOWN_KEY'] });
    expect(apply(world, secret)).toBeNull();
    boundPod(world, 'plain', { container: { envFrom: [{ secretRef: { name: 'key' } }] } });
    boundPod(world, 'web', { container: { envFrom: [{ prefix: 'TOWN_', secretRef: { name: 'key' } }] } });
    tick(8);
    expect(containerNamed(world, 'web').state.type).toBe('running');
    expect(containerNamed(world, 'plain').restartCount).toBeGreaterThan(0);
  });

  test('KUBELET-24 what is optional may be missing', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web', {
      container: { envFrom: [{ secretRef: { name: 'none', optional: true } }] },
      volumes: [{ name: 'room', configMap: { name: 'none', optional: true } }],
    });
    tick(8);
    expect(containerNamed(world, 'web').state.type).toBe('running');
  });
});

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['房子🏠', '5oi/5a2Q8J+PoA=='],
])('KUBELET-24 base64 of %j', (text, encoded) => {
  expect(encodeBase64(text)).toBe(encoded);
});

test.each([
  ['BestEffort', {}],
  ['BestEffort', { cpu: '0' }],
  ['Burstable', { cpu: '1' }],
  ['Burstable', { cpu: '1', cpuLimit: '1' }],
  ['Burstable', { cpu: '1', cpuLimit: '1', memory: '1Gi', memoryLimit: '2Gi' }],
  ['Guaranteed', { cpu: '1', cpuLimit: '1', memory: '1Gi', memoryLimit: '1Gi' }],
  ['Guaranteed', { cpuLimit: '1', memoryLimit: '1Gi' }],
  ['Burstable', { cpuLimit: '1', memoryLimit: '1Gi', initContainers: [begin()] }],
])('KUBELET-36 %s: %j', (expected, options) => {
  expect(qosClassOf(aPod('web', options).spec)).toBe(expected);
});

test('KUBELET-36 pods that share their containers and begin otherwise have classes of their own, before and after a restore', () => {
  const limits = { cpu: '1', memory: '64Mi' };
  const bare = { cpu: '1', memory: '64Mi', cpuLimit: '1', memoryLimit: '64Mi' };
  const begins = (resources: object) => [{ name: 'first', image: 'hut:1.0', resources }];
  const world = aWorld({});
  const pods = {
    plain: bare,
    careful: { ...bare, initContainers: begins({ limits }) },
    hasty: { ...bare, initContainers: begins({}) },
  };
  for (const [name, options] of Object.entries(pods)) storedPod(world, name, options);
  const restored = new Store(throughText(world.frame()));
  for (const view of [world, restored])
    expect(['plain', 'careful', 'hasty'].map((name) => qosClassOf(podOf(view, name).spec))).toEqual([
      'Guaranteed',
      'Guaranteed',
      'Burstable',
    ]);
});
