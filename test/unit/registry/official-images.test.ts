// Docker Hub's official images, as the first examples of every course use them.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { advisoriesOf, scanImage } from '../../../shared/cluster/registry/scan.ts';
import { shelves } from '../../../shared/cluster/registry/shelves.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import type { View } from '../../../shared/store/store.ts';
import { aSetup, aWorld, playVerb, run, startedSimulation } from '../../support/builders.ts';
import { pods } from '../../support/town-hall.ts';
import { trafficOf } from '../../support/visitors.ts';

const NGINX = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: nginx-deployment
  labels:
    app: nginx
spec:
  replicas: 3
  selector:
    matchLabels:
      app: nginx
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
      - name: nginx
        image: nginx:1.14.2
        ports:
        - containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: my-nginx
spec:
  selector:
    app: nginx
  ports:
  - port: 80
`;

const aTown = (): Simulation => startedSimulation(aSetup({ nodes: 2 }));

function applyText(town: Simulation, text: string): void {
  const { manifests, problems } = readManifests(text);
  expect(problems).toEqual([]);
  for (const manifest of manifests) expect(playVerb(town, 'teacher', { verb: 'apply', manifest } as Verb)).toBeNull();
}

const podText = (image: string, more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: one }\nspec: { containers: [{ name: one, image: ${image}${more} }] }\n`;

function stateAfter(ticks: number, image: string, more = '') {
  const town = aTown();
  applyText(town, podText(image, more));
  run(town, ticks);
  return must(pods(town.store)[0]?.status.containerStatuses[0], 'a container');
}

const imageNamed = (view: View, name: string) =>
  must(view.get('Image', must(resolveReference(view, name), name)), name);

test('REG-34 the Deployment of the Kubernetes documentation becomes ready, serves at port 80, and rolls out', () => {
  const town = aTown();
  applyText(town, NGINX);
  run(town, 60);
  expect(town.store.get('Deployment', 'default/nginx-deployment')?.status.readyReplicas).toBe(3);
  town.apply(['e', { type: 'demandChanged', service: 'default/my-nginx', rps: 30 }]);
  run(town, 5);
  expect(Object.values(trafficOf(town.store, 'my-nginx').byPod).reduce((sum, rps) => sum + rps, 0)).toBe(30);
  const deployment = 'default/nginx-deployment';
  expect(playVerb(town, 'teacher', { verb: 'setImage', deployment, container: 'nginx', image: 'nginx:1.16.1' })).toBe(
    null,
  );
  run(town, 90);
  expect(pods(town.store).map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(3).fill('nginx:1.16.1'));
  expect(town.store.get('Deployment', deployment)?.status.readyReplicas).toBe(3);
});

test('REG-34 a Service that asks nginx at another port finds nobody', () => {
  const town = aTown();
  applyText(town, NGINX.replace('- port: 80\n', '- port: 80\n    targetPort: 8080\n'));
  town.apply(['e', { type: 'demandChanged', service: 'default/my-nginx', rps: 30 }]);
  run(town, 60);
  expect(trafficOf(town.store, 'my-nginx').lostRps).toEqual({ ConnectionRefused: 30 });
});

test.each([
  ['postgres:17', 'POSTGRES_PASSWORD', /^Error: Database is uninitialized and superuser password is not specified/],
  ['mysql:8', 'MYSQL_ROOT_PASSWORD', /^\[ERROR\] \[Entrypoint\]: Database is uninitialized and password option/],
])('REG-34 %s without its password ends with the real last words, and with it stays', (image, variable, words) => {
  const { restartCount, state, lastState } = stateAfter(180, image);
  expect(restartCount).toBeGreaterThan(0);
  expect(state).toMatchObject({ type: 'waiting', reason: 'CrashLoopBackOff' });
  expect(lastState).toMatchObject({ exitCode: 1, message: expect.stringMatching(words) });
  expect(stateAfter(180, image, `, env: [{ name: ${variable}, value: secret }]`)).toMatchObject({ ready: true });
});

test('REG-34 one of several variables will do', () => {
  const trusting = ', env: [{ name: MYSQL_ALLOW_EMPTY_PASSWORD, value: "yes" }]';
  expect(stateAfter(180, 'mysql:8', trusting)).toMatchObject({ ready: true, restartCount: 0 });
});

test('REG-34 hello-world says hello and ends well; so do a shell and an interpreter with nobody at their keyboard', () => {
  const town = aTown();
  applyText(town, podText('hello-world'));
  run(town, 20);
  const [log] = [...town.store.list('PodLog')];
  expect(JSON.stringify(log)).toContain('Hello from Docker!');
  for (const image of ['busybox:1.28', 'ubuntu:24.04', 'python:3.12-slim', 'perl:5.34']) {
    expect(stateAfter(60, image).lastState ?? null, image).toMatchObject({ exitCode: 0 });
  }
});

test('REG-34 bases share their layers: a node that has one debian pulls only the rest of the next', () => {
  const world = aWorld();
  const digests = (name: string) => imageNamed(world, name).layers.map(({ digest }) => digest);
  for (const name of ['nginx', 'httpd', 'redis', 'postgres', 'python:3.12-slim'])
    expect(digests(name)[0], name).toBe(digests('debian:12-slim')[0]);
  for (const name of ['nginx:alpine', 'redis:alpine']) expect(digests(name)[0], name).toBe(digests('alpine')[0]);
  expect(digests('nginx:1.14.2')[0]).not.toBe(digests('nginx')[0]);
  const size = (name: string) => imageNamed(world, name).layers.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(size('nginx:alpine')).toBeLessThan(size('nginx') / 3);
  expect(size('hello-world')).toBeLessThan(MIB);
});

test('REG-34 a scan finds what is old', () => {
  const world = aWorld();
  const found = (name: string) => scanImage(advisoriesOf(world), imageNamed(world, name)).map((one) => one.package);
  expect(found('nginx:1.14.2')).toEqual(expect.arrayContaining(['nginx', 'openssl']));
  expect(found('nginx:1.28')).not.toContain('nginx');
});

test('REG-34 the shelves name the houses first, then what is Docker Hub’s own', () => {
  const items = shelves(aWorld());
  const first = items.findIndex(({ isFromHub }) => isFromHub);
  expect(items.slice(0, first).map(({ name }) => name)).toEqual(
    ['courtyard', 'hut', 'stall', 'villa'].flatMap((name) => [`${name}:1.0`, `${name}:latest`]),
  );
  expect(items.slice(first).every(({ isFromHub }) => isFromHub)).toBe(true);
});
