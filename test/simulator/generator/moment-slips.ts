/** Sound verbs at the wrong moment: twice, too late, or about what is being changed. */
import type { Chance } from '../../support/chance.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Slip } from './slips.ts';

const deploymentOf = (chance: Chance, view: View) => chance.maybe(view.keys('Deployment')) ?? 'default/shop';
const paused = (deployment: string) => ({ verb: 'pauseRollout', deployment, paused: true });
const taint = (node: string, key: string) => ({ verb: 'taintNode', node, key, effect: 'PreferNoSchedule' });
const machineOf = (chance: Chance, view: View) => chance.maybe(view.keys('Machine')) ?? 'node-1';
const lamp = (name = 'slip', metadata: object = {}, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, ...metadata },
  spec: { containers: [{ name: 'lamp', image: 'hut:1.0', ...container }] },
});
const put = (node: string, manifest: object) => ({ verb: 'putStaticPod', node, manifest });
const label = (node: string, key: string, value = 'yes') => ({ verb: 'labelNode', node, key, value });
const budget = (name: string, app: string, namespace: string) => ({
  verb: 'apply',
  manifest: {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: { app } }, minAvailable: 1 },
  },
});
const annexPod = (resources: object) => ({
  verb: 'apply',
  manifest: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'slip', namespace: 'annex' },
    spec: { containers: [{ name: 'app', image: 'hut:1.0', resources }] },
  },
});
const closed = { verb: 'delete', kind: 'Namespace', key: 'annex' };
const MANY = Array.from({ length: 33 }, (_, index) => `slip-${index}`);

/** A pod that runs and has a label to be chosen by. */
function houseOf(chance: Chance, view: View) {
  const running = [...view.list('Pod')].filter(({ status }) => status.phase === 'Running');
  return chance.maybe(running.filter(({ metadata }) => metadata.labels['app'] !== undefined))?.metadata;
}

export const MOMENT_SLIPS: Readonly<Record<string, Slip>> = {
  containerNotFound: (chance, view) => [
    { verb: 'setImage', deployment: deploymentOf(chance, view), container: 'nobody', image: 'hut:1.0' },
  ],
  deploymentPaused: (chance, view) => {
    const deployment = deploymentOf(chance, view);
    return [paused(deployment), { verb: 'createReplicaSet', deployment }];
  },
  undoPaused: (chance, view) => {
    const deployment = deploymentOf(chance, view);
    return [paused(deployment), { verb: 'undoRollout', deployment }];
  },
  restartPaused: (chance, view) => {
    const deployment = deploymentOf(chance, view);
    return [paused(deployment), { verb: 'restartRollout', kind: 'Deployment', key: deployment }];
  },
  alreadyRestarted: (chance, view) => {
    const restart = { verb: 'restartRollout', kind: 'Deployment', key: deploymentOf(chance, view) };
    return [restart, restart];
  },
  alreadyPaused: (chance, view) => {
    const deployment = deploymentOf(chance, view);
    return [paused(deployment), paused(deployment)];
  },
  taintExists: (chance, view) => {
    const node = chance.maybe(view.keys('Node')) ?? 'node-1';
    return [taint(node, 'moat'), taint(node, 'moat')];
  },
  tooManyTaints: (chance, view) => {
    const node = chance.maybe(view.keys('Node')) ?? 'node-1';
    return MANY.map((key) => taint(node, key));
  },
  labelHasValue: (chance, view) => {
    const node = chance.maybe(view.keys('Node')) ?? 'node-1';
    return [label(node, 'garden'), label(node, 'garden', 'no')];
  },
  labelKept: (chance, view) => [label(chance.maybe(view.keys('Node')) ?? 'node-1', 'kubernetes.io/hostname')],
  tooManyLabels: (chance, view) => {
    const node = chance.maybe(view.keys('Node')) ?? 'node-1';
    return [...MANY, ...MANY.map((key) => `${key}b`)].map((key) => label(node, key));
  },
  notDraining: (chance, view) => {
    const node = chance.maybe(view.keys('Node'));
    return node === undefined ? [] : [{ verb: 'drain', node, drain: false }];
  },
  registryStarting: (_chance, view) => {
    const restart = { verb: 'restartRegistry' };
    return view.get('Registry', 'registry')?.available === false ? [restart, restart] : [];
  },
  hostQuarantined: (chance, view) => {
    const image = chance.maybe(view.keys('Tag'));
    const host = chance.maybe(view.keys('Host'));
    if (image === undefined || host === undefined) return [];
    const quarantine = (quarantined: boolean) => ({ verb: 'quarantine', reference: image, quarantined });
    return [quarantine(true), { verb: 'runContainer', host, image, count: 1 }, quarantine(false)];
  },
  podStatic: (chance, view) => {
    const nodes = [...view.list('Machine')].filter(({ staticPods = [] }) => staticPods.length > 0);
    const node = chance.maybe(nodes)?.key;
    const pod = [...view.list('Pod')].find(({ metadata }) => metadata.name.endsWith(`lamp-${node}`))?.metadata;
    return pod ? [{ verb: 'stopPod', pod: `${pod.namespace}/${pod.name}` }] : [];
  },
  staticPodKind: (chance, view) => [put(machineOf(chance, view), { ...lamp(), kind: 'ConfigMap', spec: undefined })],
  staticPodNamespace: (chance, view) => [put(machineOf(chance, view), lamp('slip', { namespace: 'annex' }))],
  staticPodNeedsApi: (chance, view) => {
    const envFrom = [{ configMapRef: { name: 'slip' } }];
    return [put(machineOf(chance, view), lamp('slip', {}, { envFrom }))];
  },
  invalidStaticName: (chance, view) => [put(machineOf(chance, view), lamp('x'.repeat(250)))],
  staticPodLeaving: (chance, view) => {
    const node = machineOf(chance, view);
    const takenOut = { verb: 'removeStaticPod', node, name: 'lantern' };
    const pod = `default/lantern-${node}`;
    const stands = view.by('sandboxesByPod', pod).length > 0;
    return stands ? [takenOut, { verb: 'stopPod', pod }, put(node, lamp('lantern'))] : [put(node, lamp('lantern'))];
  },
  tooManyStaticPods: (chance, view) => {
    const node = machineOf(chance, view);
    return MANY.slice(0, 17).map((name) => put(node, lamp(name)));
  },
  manyBudgets: (chance, view) => {
    const house = houseOf(chance, view);
    if (!house) return [];
    const { name, namespace, labels } = house;
    const budgets = ['first', 'second'].map((one) => budget(one, labels['app'] ?? '', namespace));
    return [...budgets, { verb: 'evict', pod: `${namespace}/${name}` }];
  },
  budgetUnread: (chance, view) => {
    const house = houseOf(chance, view);
    if (!house) return [];
    const { name, namespace, labels } = house;
    return [budget('slip', labels['app'] ?? '', namespace), { verb: 'evict', pod: `${namespace}/${name}` }];
  },
  budgetSpent: (chance, view) => {
    const house = houseOf(chance, view);
    const spent = [...view.list('PodDisruptionBudget')].find(({ status }) => status.disruptionsAllowed === 0);
    const app = spent?.spec.selector.matchLabels['app'];
    const guarded = [...view.list('Pod')].find(({ metadata }) => app !== undefined && metadata.labels['app'] === app);
    const { name, namespace } = guarded?.metadata ?? house ?? {};
    return name === undefined ? [] : [{ verb: 'evict', pod: `${namespace}/${name}` }];
  },
  quotaUnstated: () => [annexPod({})],
  quotaExceeded: () => [annexPod({ requests: { cpu: '100', memory: '64Mi' } })],
  namespaceClosing: () => [closed, annexPod({ requests: { cpu: '100m', memory: '64Mi' } })],
  namespaceClosed: () => [closed, closed],
};
