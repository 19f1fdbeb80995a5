/** A town in which every fault finds something to break, and in which one house less is felt. */
import { must } from '../../shared/base/assert.ts';
import { MIB } from '../../shared/base/integers.ts';
import { MANIFESTS } from '../../shared/api/kinds.ts';
import { totalsAt } from '../../shared/cluster/traffic/totals.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import type { Frame, View } from '../../shared/store/store.ts';
import { aSetup, playVerb } from './builders.ts';
import { createSimulation } from '../../shared/session/create.ts';

const VISITORS: Readonly<Record<string, number>> = {
  'default/shop': 118,
  'default/inn': 40,
  'default/stall': 30,
  'default/archive': 8,
  'annex/kiosk': 18,
};
/** So many that each is needed. */
const SHOPS = 4;
/** Until all is built, pulled, scaled and quiet. */
const WARM_UP_TICKS = 420;

const resources = (cpu: string, memory: string, limit: string) => ({
  requests: { cpu, memory },
  limits: { memory: limit },
});

function workload(
  name: string,
  image: string,
  replicas: number,
  container: object,
  { namespace = 'default', volumes = [] }: { readonly namespace?: string; readonly volumes?: readonly object[] } = {},
) {
  const labels = { app: name };
  const app = { name, image, ports: [{ name: 'http', containerPort: 8080 }], ...container };
  const quick = (key: string) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 });
  const tolerations = [quick('node.kubernetes.io/not-ready'), quick('node.kubernetes.io/unreachable')];
  const spec = { containers: [app], terminationGracePeriodSeconds: 3, tolerations, volumes };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace, labels },
      spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
  ];
}

const ORDERS = [
  order(
    'kitchen',
    'kitchen',
    workload('kitchen', '{team}/kitchen:1.0', 2, { resources: resources('300m', '128Mi', '256Mi') }),
  ),
  order('inn', 'inn', workload('inn', '{team}/inn:1.0', 2, { resources: resources('300m', '128Mi', '256Mi') })),
  order('archive', 'library', [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'shelves' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
    ...workload(
      'archive',
      '{team}/archive:1.0',
      1,
      {
        resources: resources('200m', '160Mi', '256Mi'),
        volumeMounts: [{ name: 'shelves', mountPath: '/var/lib/library' }],
      },
      { volumes: [{ name: 'shelves', persistentVolumeClaim: { claimName: 'shelves' } }] },
    ),
  ]),
  order('shop', 'teahouse', [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'furniture' }, data: { TABLES: '8' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, stringData: { TILL: '1234' } },
    ...workload('shop', '{team}/shop:1.0', SHOPS, {
      resources: resources('500m', '128Mi', '256Mi'),
      envFrom: [{ configMapRef: { name: 'furniture' } }, { secretRef: { name: 'keys' } }],
    }),
  ]),
  {
    key: 'stall',
    dockerfile: null,
    image: 'hut:1.0',
    manifests: [
      ...workload('stall', 'hut:1.0', 1, { resources: resources('200m', '64Mi', '128Mi') }),
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'stall' },
        spec: { scaleTargetRef: { kind: 'Deployment', name: 'stall' }, minReplicas: 1, maxReplicas: 4 },
      },
    ],
  },
];

function order(key: string, source: string, manifests: readonly object[]) {
  const dockerfile = `FROM hut:1.0\nRUN cut-wood\nCOPY ${source}/v1 /srv/${source}\nEXPOSE 8080\nUSER host\nCMD ["${source}"]\n`;
  return { key, dockerfile, image: `{team}/${key}:1.0`, manifests };
}

const zone = (name: string) => ({ 'topology.kubernetes.io/zone': name });

function begin(): Frame {
  const node = (name: string, where: string) => ({
    name,
    cpuMilli: 4000,
    memoryBytes: 4096 * MIB,
    reservedMemoryBytes: 512 * MIB,
    labels: zone(where),
  });
  const annex = MANIFESTS.Namespace.parse({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'annex' } });
  const kiosk = workload(
    'kiosk',
    'hut:1.0',
    1,
    { resources: resources('200m', '64Mi', '128Mi') },
    { namespace: 'annex' },
  );
  const setup = aSetup({
    addons: ['coredns', 'fluentd'],
    nodes: [node('node-1', 'east'), node('node-2', 'east'), node('node-3', 'west')],
    settings: {
      bootTicks: 30,
      kubelet: {
        evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '10%', 'pid.available': '10%' },
      } as never,
    },
    manifests: [annex, ...kiosk] as never,
  });
  const simulation = createSimulation({
    ...setup,
    hosts: [{ name: 'plot-1', cpuMilli: 4000, memoryBytes: 8192 * MIB, diskBytes: 40960 * MIB }],
  });
  simulation.apply(['e', { type: 'phaseChanged', phase: 'running' }]);
  const yard = { verb: 'runContainer', host: 'plot-1', image: 'hut:1.0', count: 2 };
  simulation.apply(['c', 'teacher', { type: 'verb', verb: yard } as never]);
  // A copy of the ledger from before anything was ordered.
  simulation.apply(['c', 'teacher', { type: 'verb', verb: { verb: 'backupEtcd' } }]);
  for (const item of ORDERS) simulation.apply(['e', { type: 'orderPlaced', order: item as never }]);
  simulation.apply(120);
  // Taken when the shop was smaller.
  playVerb(simulation, 'teacher', { verb: 'scale', deployment: 'default/shop', replicas: SHOPS - 2 });
  playVerb(simulation, 'teacher', { verb: 'backupEtcd' });
  playVerb(simulation, 'teacher', { verb: 'scale', deployment: 'default/shop', replicas: SHOPS });
  for (const [service, rps] of Object.entries(VISITORS))
    simulation.apply(['e', { type: 'demandChanged', service, rps }]);
  simulation.apply(WARM_UP_TICKS);
  return simulation.frame();
}

let frame: Frame | null = null;

/** The same quiet town each time, at the same tick. */
export function faultTown(): Simulation {
  frame ??= begin();
  return Simulation.open(frame);
}

export function lostIn(view: View): number {
  let lost = 0;
  for (const traffic of view.list('Traffic')) lost += totalsAt(traffic, view.tick).lost;
  return lost;
}

export function latestFault(view: View, type: string) {
  const faults = [...view.list('Fault')].filter((fault) => fault.type === type);
  return must(faults.sort((a, b) => b.beganTick - a.beganTick)[0], type);
}
