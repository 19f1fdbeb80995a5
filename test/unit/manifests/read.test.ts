// How the YAML of a real cluster is read, and what is said of one that is wrong.
import { expect, test } from 'vitest';
import { MANIFESTS, type ManifestKind } from '../../../shared/api/kinds.ts';
import { IGNORED_FIELDS } from '../../../shared/cluster/manifests/read/ignored-fields.ts';
import { nearestName } from '../../../shared/cluster/manifests/read/nearest-name.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { schemaTree } from '../../../shared/cluster/manifests/read/schema-tree.ts';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: teahouse
  creationTimestamp: null
spec:
  selector:
    matchLabels: {app: teahouse}
  template:
    metadata:
      labels: &labels
        app: teahouse
    spec:
      serviceAccountName: keeper
      containers:
        - name: teahouse
          image: hut:1.0
          resources: {requests: {cpu: 1, memory: 134217728}}
          ports:
            - containerPort: 8080
              protocol: TCP
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: teahouse}
spec:
  selector: {app: teahouse}
  ports:
    - {name: http, port: 80, targetPort: 8080}
`;

const seen = (text: string) =>
  readManifests(text).problems.map(({ line, severity, key, path }) => [line, severity, key, path.join('.')]);

test('MAN-1 several documents, empty ones between them', () => {
  const { manifests, problems } = readManifests(`${DEPLOYMENT}---\n# nothing here\n---\n${SERVICE}`);
  expect(manifests.map(({ kind }) => kind)).toEqual(['Deployment', 'Service']);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readManifests('')).toEqual({ manifests: [], problems: [] });
});

test('MAN-1 a List is its items', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${SERVICE.replace(/^/gm, '    ').replace('    ', '  - ').trimEnd()}\n`;
  expect(readManifests(list).manifests).toHaveLength(1);
  expect(seen(list.replace('selector:', 'selectr:'))).toContainEqual([
    8,
    'error',
    'unknownField',
    'items.0.spec.selectr',
  ]);
});

test('MAN-1 numbers may stand for quantities, and for no other text', () => {
  const [deployment] = readManifests(DEPLOYMENT).manifests;
  expect(deployment).toMatchObject({
    spec: { template: { spec: { containers: [{ resources: { requests: { cpu: '1', memory: '134217728' } } }] } } },
  });
  const map =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  TABLES: 8\n  OPEN: yes\n  TEA: "8"\n  DAY: 2026-01-01\n';
  expect(seen(map)).toEqual([
    [5, 'error', 'wrongType', 'data.TABLES'],
    [6, 'error', 'wrongType', 'data.OPEN'],
  ]);
});

test('MAN-2 every problem at its line, with what is expected there', () => {
  const wrong = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: Web_1
spec:
  replica: 3
  replicas: "3"
  strategy:
    type: Recreate
    rollingUpdate: {maxSurge: lots}
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
      restartPolicy: always
      containers:
        - name: a
          ports:
            - containerPort: 99999
          resources:
            limits: {cpu: 1.5 cores}
`;
  const { manifests, problems } = readManifests(wrong);
  expect(manifests).toEqual([]);
  expect(
    problems.map(({ line, column, key, expected, details }) => [line, column, key, expected, details['nearest']]),
  ).toEqual([
    [4, 9, 'wrongValue', { type: 'format', format: 'dnsName' }, undefined],
    [6, 3, 'unknownField', { type: 'mapping', fields: expect.arrayContaining(['replicas', 'paused']) }, 'replicas'],
    [7, 13, 'wrongType', { type: 'integer', minimum: 0, maximum: 5000 }, undefined],
    [10, 5, 'unknownField', { type: 'mapping', fields: ['type'] }, ''],
    [15, 22, 'wrongValue', { type: 'choice', values: ['Always', 'OnFailure', 'Never'] }, undefined],
    [17, 11, 'missingField', { type: 'text' }, undefined],
    [19, 30, 'outOfRange', { type: 'integer', minimum: 1, maximum: 65535 }, undefined],
    [21, 27, 'wrongValue', { type: 'format', format: 'quantity' }, undefined],
  ]);
});

test('MAN-2 a number in quotes is offered without them, where a number may stand', () => {
  const { problems } = readManifests(`apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: "3"
  strategy: {rollingUpdate: {maxSurge: "1", maxUnavailable: lots}}
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec: {containers: [{name: "7a", image: "hut:1.0", resources: {limits: {cpu: "x"}}}]}
`);
  expect(problems.map(({ line, details }) => [line, details['field'], details['unquoted']])).toEqual([
    [5, 'spec.replicas', 3],
    [6, 'spec.strategy.rollingUpdate.maxSurge', 1],
    [6, 'spec.strategy.rollingUpdate.maxUnavailable', undefined],
    [10, 'spec.template.spec.containers[0].resources.limits.cpu', undefined],
  ]);
});

test.each([
  ['a: b\n c: d\n', 'badYaml', 1],
  ['a: 1\na: 2\n', 'badYaml', 2],
  ['- 1\n', 'notAMapping', 1],
  ['\napiVersion: v1\n', 'missingKind', 2],
  ['apiVersion: v1\nkind: Pood\n', 'unknownKind', 2],
  ['kind: Deployment\napiVersion: extensions/v1beta1\n', 'wrongVersion', 2],
  ['#'.repeat(300_000), 'tooLarge', 1],
])('MAN-2 %j is no manifest: %s', (text, key, line) => {
  const { manifests, problems } = readManifests(text);
  expect(manifests).toEqual([]);
  expect(problems[0]).toMatchObject({ key, line, severity: 'error' });
});

test.each([
  ['replica', 'replicas'],
  ['imagePullpolicy', 'imagePullPolicy'],
  ['whatever', undefined],
])('MAN-2 "%s" may have meant %s', (written, meant) => {
  expect(nearestName(written, ['replicas', 'imagePullPolicy', 'template'])).toBe(meant);
});

test('MAN-3 what is known and not played is taken out with a warning', () => {
  expect(seen(DEPLOYMENT)).toEqual([[14, 'warning', 'ignoredField', 'spec.template.spec.serviceAccountName']]);
  expect(readManifests(DEPLOYMENT).manifests).toHaveLength(1);
  expect(seen(`${SERVICE}  sessionAffinity: None\nstatus: {loadBalancer: {}}\n`)).toEqual([
    [8, 'warning', 'ignoredField', 'spec.sessionAffinity'],
    [9, 'warning', 'ignoredField', 'status'],
  ]);
});

test('MAN-3 a field is known in its own place only', () => {
  expect(seen(`${SERVICE}  serviceAccountName: keeper\n`)).toEqual([
    [8, 'error', 'unknownField', 'spec.serviceAccountName'],
  ]);
});

test('MAN-3 every kind tells what it takes, and the table of ignored fields names places that there are', () => {
  const kinds = Object.keys(MANIFESTS) as ManifestKind[];
  for (const kind of kinds) expect(schemaTree(kind).properties?.['apiVersion']?.const, kind).toMatch(/v\d/);
  for (const scope of Object.keys(IGNORED_FIELDS).filter((name) => name.startsWith('spec of ')))
    expect(kinds).toContain(scope.slice('spec of '.length));
});

test('MAN-1 an autoscaler of version 1 is read as version 2', () => {
  const text = (percent: string) => `apiVersion: autoscaling/v1
kind: HorizontalPodAutoscaler
metadata: {name: teahouse}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: teahouse}
  maxReplicas: 5
  targetCPUUtilizationPercentage: ${percent}
`;
  const { manifests, problems } = readManifests(text('50'));
  expect(problems).toEqual([]);
  const target = { type: 'Utilization', averageUtilization: 50 };
  expect(manifests).toMatchObject([
    { apiVersion: 'autoscaling/v2', spec: { metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] } },
  ]);
  expect(readManifests(text('null')).manifests).toMatchObject([{ spec: { maxReplicas: 5 } }]);
  expect(readManifests(text('half')).problems).toMatchObject([{ severity: 'error', key: 'wrongType' }]);
});
