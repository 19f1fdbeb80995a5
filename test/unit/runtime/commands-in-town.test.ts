// Commands of containers where a whole town is at work: names to wait for, logs, roll-outs, merges.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { dryRun } from '../../../shared/cluster/manifests/dry-run.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aService, aSetup, podOf, run, startedSimulation } from '../../support/builders.ts';
import { texts } from '../../support/talking-town.ts';
import { containerNamed } from '../../support/village.ts';

const aTown = () => run(startedSimulation(aSetup({ nodes: 1, addons: ['coredns'] })), 30);

function apply({ store }: Simulation, text: string): void {
  for (const manifest of readManifests(text).manifests) expect(act(store, { verb: 'apply', manifest })).toBeNull();
}

const podText = (spec: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: web, labels: { app: web } }, spec: { ${spec} } }`;
const app = (command: string) => `{ name: app, image: hut:1.0${command === '' ? '' : `, command: ${command}`} }`;

const ofDocs = 'nslookup kitchen.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local';
test.each([`until ${ofDocs}; do echo waiting; sleep 2; done`, 'while ! nslookup kitchen; do sleep 1; done'])(
  'RUNTIME-54 an init container waits until the name is known: %s',
  (line) => {
    const town = aTown();
    const wait = `{ name: wait, image: hut:1.0, command: [sh, -c, "${line}"] }`;
    apply(town, podText(`initContainers: [${wait}], containers: [${app('')}]`));
    run(town, 60);
    expect(podOf(town.store, 'web').status.phase).toBe('Pending');
    expect(containerNamed(town.store, 'web', 'wait').state.type).toBe('running');
    act(town.store, { verb: 'apply', manifest: aService('kitchen') });
    run(town, 20);
    expect(containerNamed(town.store, 'web', 'wait').state).toMatchObject({ exitCode: 0 });
    expect(podOf(town.store, 'web').status.phase).toBe('Running');
  },
);

test('RUNTIME-54 who wants an answer waits until somebody is there', () => {
  const town = aTown();
  act(town.store, { verb: 'apply', manifest: aService('kitchen') });
  apply(
    town,
    podText(`restartPolicy: Never, containers: [${app('[sh, -c, "until nc -z kitchen 80; do sleep 1; done"]')}]`),
  );
  run(town, 60);
  expect(containerNamed(town.store, 'web').state.type).toBe('running');
  const labels = '{ app: kitchen }';
  apply(
    town,
    `{ apiVersion: v1, kind: Pod, metadata: { name: cook, labels: ${labels} }, spec: { containers: [${app('')}] } }`,
  );
  run(town, 30);
  expect(containerNamed(town.store, 'web').state).toMatchObject({ exitCode: 0 });
});

test('RUNTIME-54 who waits in vain is killed like anybody else when the time of grace is over (seed 920032)', () => {
  const town = aTown();
  const line = '[sh, -c, "until nslookup kitchen; do sleep 2; done"]';
  apply(town, podText(`terminationGracePeriodSeconds: 12, containers: [${app(line)}]`));
  run(town, 40);
  act(town.store, { verb: 'delete', kind: 'Pod', key: 'default/web' });
  run(town, 11);
  expect(containerNamed(town.store, 'web').state.type).toBe('running');
  run(town, 5);
  expect(town.store.get('Pod', 'default/web')).toBeUndefined();
});

test('RUNTIME-55 what a command says is in its log, before its rest and at its end', () => {
  const town = aTown();
  apply(
    town,
    podText(`restartPolicy: Never, containers: [${app('[sh, -c, "echo hello; echo world; sleep 30; echo bye"]')}]`),
  );
  run(town, 25);
  expect(texts(town.store)).toEqual(['hello', 'world']);
  run(town, 30);
  expect(texts(town.store)).toEqual(['hello', 'world', 'bye']);
});

const deploymentText = (container: string) => `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: shop },
  spec: { selector: { matchLabels: { app: shop } }, template: { metadata: { labels: { app: shop } },
    spec: { containers: [${container}] } } } }`;

test('RUNTIME-50 MAN-5 a new command is a new template, and takes the place of the old one whole', () => {
  const town = aTown();
  const { store } = town;
  const hashes = () => [...store.list('ReplicaSet')].filter(({ metadata }) => metadata.namespace === 'default').length;
  apply(town, deploymentText(app('[sleep, "10", "20"]')));
  run(town, 20);
  expect(hashes()).toBe(1);
  const { manifests } = readManifests(deploymentText(app('[sleep, "30"]')));
  expect(JSON.stringify(dryRun(store.frame(), manifests))).toContain('command');
  apply(town, deploymentText(app('[sleep, "30"]')));
  run(town, 20);
  expect(hashes()).toBe(2);
  const shop = () => must(store.get('Deployment', 'default/shop'), 'shop').spec.template.spec.containers[0];
  expect(shop()?.command).toEqual(['sleep', '30']);
  apply(town, deploymentText(app('')));
  expect(shop()?.command).toBeUndefined();
});
