// Empty texts and zeros in manifests: where the API server fills in its default, they count as left out.
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { dryRun } from '../../../shared/cluster/manifests/dry-run.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { aWorld } from '../../support/builders.ts';

const HOUSE = { name: 'a', image: 'hut' };
const pod = (spec: object, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { ...spec, containers: [{ ...HOUSE, ...container }] },
});
const service = (spec: object, port: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a' },
  spec: { selector: { a: 'b' }, ...spec, ports: [{ port: 80, ...port }] },
});
const workload = (kind: string, spec: object) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'a' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [HOUSE] } },
    ...spec,
  },
});
const probe = (fields: object) => ({ livenessProbe: { httpGet: { port: 80 }, ...fields } });

const problemsOf = (manifest: object) =>
  readManifests(JSON.stringify(manifest)).problems.filter(({ severity }) => severity === 'error');

test.each([
  ['restartPolicy', pod({ restartPolicy: '' }), pod({})],
  ['nodeName', pod({ nodeName: '' }), pod({})],
  ['priorityClassName', pod({ priorityClassName: '' }), pod({})],
  ['imagePullPolicy', pod({}, { imagePullPolicy: '' }), pod({})],
  ['timeoutSeconds', pod({}, probe({ timeoutSeconds: 0 })), pod({}, probe({}))],
  ['periodSeconds', pod({}, probe({ periodSeconds: 0 })), pod({}, probe({}))],
  ['successThreshold', pod({}, probe({ successThreshold: 0 })), pod({}, probe({}))],
  ['failureThreshold', pod({}, probe({ failureThreshold: 0 })), pod({}, probe({}))],
  [
    'the protocol of a container’s port',
    pod({}, { ports: [{ containerPort: 80, protocol: '', hostPort: 0 }] }),
    pod({}, { ports: [{ containerPort: 80 }] }),
  ],
  ['type', service({ type: '' }), service({})],
  ['the protocol of a Service’s port', service({}, { protocol: '' }), service({})],
  ['targetPort', service({}, { targetPort: 0 }), service({})],
  ['nodePort', service({ type: 'NodePort' }, { nodePort: 0 }), service({ type: 'NodePort' })],
  ['strategy', workload('Deployment', { strategy: { type: '' } }), workload('Deployment', { strategy: {} })],
  ['podManagementPolicy', workload('StatefulSet', { podManagementPolicy: '' }), workload('StatefulSet', {})],
  [
    'operator and effect',
    pod({ tolerations: [{ key: 'x', operator: '', effect: '' }] }),
    pod({ tolerations: [{ key: 'x' }] }),
  ],
])('MAN-9 %s: the same as left out', (_field, written, short) => {
  expect(problemsOf(written)).toEqual([]);
  const [manifest] = readManifests(JSON.stringify(written)).manifests;
  expect(manifest).toEqual(short);
  const outcomes = dryRun(aWorld().frame(), [manifest, short] as never).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['created', 'unchanged']);
});

test.each([
  ['replicas', workload('Deployment', { replicas: 0 })],
  ['terminationGracePeriodSeconds', pod({ terminationGracePeriodSeconds: 0 })],
  ['the value of a variable', pod({}, { env: [{ name: 'X', value: '' }] })],
  ['a label', { ...pod({}), metadata: { name: 'a', labels: { a: '' } } }],
])('MAN-9 %s stays what it is', (_field, written) => {
  expect(readManifests(JSON.stringify(written)).manifests).toEqual([written]);
});

test('MAN-9 where nothing is filled in, an empty text is refused as before', () => {
  expect(problemsOf(pod({}, { restartPolicy: '' }))).toHaveLength(1);
  expect(problemsOf(pod({}, { image: '' }))).toHaveLength(1);
  expect(problemsOf(service({}, { port: 0 }))).toHaveLength(1);
});

const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'a' },
  type: '',
  data: { a: 'aGVs\nbG8=\n', b: '' },
};
const late = { key: 'x', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -5 };
const nothings = { labels: null, annotations: null, namespace: '', creationTimestamp: null };

test.each<[string, object]>([
  ['TYPE-8 base64 of several lines', secret],
  ['TYPE-9 a volume without a source', pod({ volumes: [{ name: 'x' }, { name: 'z', emptyDir: null }] })],
  ['TYPE-10 a negative time', pod({ tolerations: [late] })],
  ['MAN-9 empty texts', pod({ restartPolicy: '', nodeName: '', hostname: '' }, { imagePullPolicy: '' })],
  ['MAN-9 zeros', pod({ terminationGracePeriodSeconds: 0 }, probe({ timeoutSeconds: 0, initialDelaySeconds: 0 }))],
  ['MAN-9 ports', service({ type: '', clusterIP: '' }, { name: '', protocol: '', targetPort: 0, nodePort: 0 })],
  ['MAN-9 a strategy', workload('Deployment', { replicas: 0, strategy: { type: '', rollingUpdate: null } })],
  [
    'MAN-1 nulls and empty lists',
    { ...pod({ volumes: null, tolerations: [], nodeSelector: {} }), metadata: { name: 'a', ...nothings } },
  ],
])('%s: JSON says the same as YAML, however it is spaced', (_name, written) => {
  const yaml = readManifests(stringify(written, { version: '1.1' }));
  expect(yaml.manifests).toHaveLength(1);
  for (const indent of [undefined, 2, '\t']) {
    const { manifests, problems } = readManifests(JSON.stringify(written, null, indent));
    expect(manifests).toEqual(yaml.manifests);
    expect(problems).toEqual([]);
    const outcomes = dryRun(aWorld().frame(), [...manifests, ...yaml.manifests]).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['created', 'unchanged']);
  }
});
