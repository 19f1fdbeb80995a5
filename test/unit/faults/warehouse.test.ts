/** Faults of the warehouse, of what is in an image, and of what a house is given: what each does, and what heals it. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { podsHolding } from '../../../shared/cluster/api-server/claims-in-use.ts';
import { beginFault, targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { registryOf, setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { freeBytes } from '../../../shared/cluster/registry/disk.ts';
import { parseReference, resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { advisoriesOf, scanImage } from '../../../shared/cluster/registry/scan.ts';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { faultTown, latestFault, lostIn } from '../../support/fault-town.ts';
import { playVerb, run } from '../../support/builders.ts';

const SHOP = 'default/shop';
const CLAIM = 'default/shelves';

function struck(type: string, target = ''): Simulation {
  const simulation = faultTown();
  expect(beginFault(simulation.store, type, target)).toBeNull();
  return simulation;
}

const play = (simulation: Simulation, verb: Verb) => playVerb(simulation, 'teacher', verb);
const isHealed = ({ store }: Simulation, type: string) => latestFault(store, type).healedTick !== null;
const shopImage = ({ store }: Simulation) =>
  must(store.get('Deployment', SHOP)?.spec.template.spec.containers[0]?.image, 'image');

test('FAULT-37 kubelet-down: the house serves on, and is replaced all the same; a reboot heals it, too', () => {
  const simulation = struck('kubelet-down', 'node-1');
  const { store } = simulation;
  const before = store.by('sandboxesByNode', 'node-1').length;
  run(simulation, 40);
  expect(lostIn(store)).toBe(lostIn(faultTown().store));
  run(simulation, 100);
  expect(store.get('Node', 'node-1')?.spec.taints.map(({ key }) => key)).toContain('node.kubernetes.io/unreachable');
  expect(store.by('sandboxesByNode', 'node-1')).toHaveLength(before);
  expect(play(simulation, { verb: 'reboot', node: 'node-1' })).toBeNull();
  run(simulation, 60);
  expect(isHealed(simulation, 'kubelet-down')).toBe(true);
});

test('FAULT-38 slow-registry: all pulls together get one MiB a tick', () => {
  const simulation = struck('slow-registry');
  for (const node of ['node-1', 'node-3']) {
    const spec = { nodeName: node, containers: [{ name: 'villa', image: 'villa:1.0' }] };
    const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: `villa-${node}` }, spec };
    expect(play(simulation, { verb: 'apply', manifest } as Verb)).toBeNull();
  }
  run(simulation, 10);
  const pulls = [...simulation.store.list('ImagePull')];
  expect(pulls).toHaveLength(2);
  expect(pulls.reduce((sum, { bytesPerTick }) => sum + bytesPerTick, 0)).toBe(1024 * 1024);
  setRegistryAvailable(simulation.store, false);
  run(simulation, 1);
  expect(isHealed(simulation, 'slow-registry')).toBe(true);
});

test('FAULT-39 pull-limit-used-up: time heals it as an account does', () => {
  const simulation = struck('pull-limit-used-up');
  const { endTick } = latestFault(simulation.store, 'pull-limit-used-up').memory;
  expect(endTick).toBe(simulation.store.tick + 21_600);
  expect(play(simulation, { verb: 'loginRegistry' })).toBeNull();
  run(simulation, 1);
  expect(isHealed(simulation, 'pull-limit-used-up')).toBe(true);
  expect(targetsOf(simulation.store, 'pull-limit-used-up')).toEqual([]);
  const patient = struck('pull-limit-used-up');
  run(patient, 21_599);
  expect(isHealed(patient, 'pull-limit-used-up')).toBe(false);
  run(patient, 1);
  expect(isHealed(patient, 'pull-limit-used-up')).toBe(true);
});

test('FAULT-40 registry-full: nothing new fits, and what is there is handed out', () => {
  const simulation = struck('registry-full');
  expect(freeBytes(simulation.store)).toBe(0);
  expect(registryOf(simulation.store).available).toBe(true);
  expect(
    play(simulation, {
      verb: 'build',
      dockerfile: 'FROM hut:1.0\nRUN cut-wood --for nobody\n',
      reference: 'team/new:1',
    }),
  ).toBeNull();
  run(simulation, 40);
  expect(play(simulation, { verb: 'push', reference: 'team/new:1' })).toMatchObject({ key: 'registryFull' });
});

test('FAULT-41 late-advisory: the image is what it was, and its new pods are refused; an image built anew is let in', () => {
  const simulation = faultTown();
  const { store } = simulation;
  const digest = must(resolveReference(store, shopImage(simulation)), 'digest');
  const scan = () =>
    scanImage(advisoriesOf(store), must(store.get('Image', digest), digest)).map(({ severity }) => severity);
  expect(scan()).not.toContain('critical');
  expect(beginFault(store, 'late-advisory', SHOP)).toBeNull();
  expect(resolveReference(store, shopImage(simulation))).toBe(digest);
  expect(scan()).toContain('critical');
  expect(store.get('AdmissionPolicy', 'policy')?.refuseSeverity).toBe('critical');
  run(simulation, 30);
  const id = must(advisoriesOf(store).at(-1), 'advisory').id;
  const refused = [...store.list('Event')].filter(({ reason }) => reason === 'FailedCreate');
  expect(refused.map(({ details }) => [details['refusal'], details['id']])).toContainEqual(['imageVulnerable', id]);
  // Built anew under its own name, on the base that was patched.
  const dockerfile = must(store.get('Order', 'shop')?.dockerfile, 'blueprint');
  const reference = must(parseReference(shopImage(simulation)), 'reference').path + ':1.0';
  expect(play(simulation, { verb: 'build', dockerfile, reference })).toBeNull();
  run(simulation, 40);
  expect(play(simulation, { verb: 'push', reference })).toBeNull();
  run(simulation, 40);
  expect(isHealed(simulation, 'late-advisory')).toBe(true);
  expect(store.get('Deployment', SHOP)?.status.readyReplicas).toBe(4);
});

test('FAULT-42 deaf-to-term: it serves as well as before, and ends with 137', () => {
  const simulation = struck('deaf-to-term', SHOP);
  const { store } = simulation;
  run(simulation, 120);
  expect(store.get('Traffic', SHOP)?.servedRps).toBe(118);
  const key = must(
    store.keys('Pod').find((pod) => pod.startsWith(SHOP)),
    'pod',
  );
  const uid = store.get('Pod', key)?.metadata.uid ?? '';
  play(simulation, { verb: 'delete', kind: 'Pod', key });
  run(simulation, 1);
  expect(store.get('Sandbox', uid)?.containers[0]?.plannedExit).toMatchObject({ exitCode: 137, tick: store.tick + 3 });
});

test('FAULT-43 deleted-claim: the house cannot open, and its old visitors’ things do not come back with a new claim', () => {
  const simulation = faultTown();
  const { store } = simulation;
  const kept = scoreOf(store).belongingsKept;
  expect(kept).toBeGreaterThan(1000);
  expect(beginFault(store, 'deleted-claim', CLAIM)).toBeNull();
  run(simulation, 60);
  expect(scoreOf(store).belongingsLost).toBeGreaterThanOrEqual(kept);
  const fault = latestFault(store, 'deleted-claim');
  for (const { verb } of faultNamed(fault.type).remedy(store, fault)) expect(play(simulation, verb)).toBeNull();
  run(simulation, 40);
  expect(isHealed(simulation, 'deleted-claim')).toBe(true);
  expect(store.get('Traffic', 'default/archive')?.servedRps).toBe(8);
  expect(scoreOf(store).belongingsKept).toBeLessThan(kept);
});

test('FAULT-43 deleted-claim: an old pod that is over holds the claim, and is deleted before it is made anew (seed 402029)', () => {
  const simulation = struck('deleted-claim', CLAIM);
  const { store } = simulation;
  const claim = must(store.get('PersistentVolumeClaim', CLAIM), CLAIM);
  const [key = ''] = podsHolding(store, claim);
  const pod = must(store.get('Pod', key), key);
  const metadata = { ...pod.metadata, deletionTick: null, deletionGracePeriodTicks: null };
  store.put({ ...pod, metadata, status: { ...pod.status, phase: 'Failed', reason: 'Evicted' } });
  run(simulation, 60);
  expect(store.get('PersistentVolumeClaim', CLAIM)?.metadata.deletionTick).not.toBeNull();
  const fault = latestFault(store, 'deleted-claim');
  for (const { verb } of faultNamed(fault.type).remedy(store, fault)) expect(play(simulation, verb)).toBeNull();
  run(simulation, 40);
  for (const { verb } of faultNamed(fault.type).remedy(store, fault)) expect(play(simulation, verb)).toBeNull();
  run(simulation, 2);
  expect(isHealed(simulation, 'deleted-claim')).toBe(true);
});

test('FAULT-44 tight-cpu-limit: nobody is killed, everybody is slow; a wider limit heals it', () => {
  const simulation = struck('tight-cpu-limit', SHOP);
  const { store } = simulation;
  run(simulation, 200);
  expect(lostIn(store)).toBeGreaterThan(lostIn(faultTown().store));
  const shops = [...store.list('Pod')].filter(({ metadata }) => metadata.name.startsWith('shop-'));
  expect(shops.flatMap(({ status }) => status.containerStatuses.map(({ restartCount }) => restartCount))).not.toContain(
    1,
  );
  const deployment = must(store.get('Deployment', SHOP), SHOP);
  const containers = deployment.spec.template.spec.containers.map((container) => ({
    ...container,
    resources: { ...container.resources, limits: { cpu: '1' } },
  }));
  const template = { ...deployment.spec.template, spec: { ...deployment.spec.template.spec, containers } };
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'default', labels: deployment.metadata.labels },
    spec: { ...deployment.spec, template },
  };
  expect(play(simulation, { verb: 'apply', manifest } as never)).toBeNull();
  run(simulation, 2);
  expect(isHealed(simulation, 'tight-cpu-limit')).toBe(true);
});
