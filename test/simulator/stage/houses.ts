/** What may stand in a random town: each piece with all that goes with it, as manifests. */
import type { Chance } from '../../support/chance.ts';

type Piece = (chance: Chance) => readonly object[];

const HUT = 'hut:1.0';
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

const labelled = (name: string) => ({ app: name });
const service = (name: string, namespace = 'default') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: labelled(name), ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
});

const housed = (name: string, container: object, pod: object = {}) => ({
  metadata: { labels: labelled(name) },
  spec: {
    containers: [{ name, image: HUT, resources, ports: [{ name: 'http', containerPort: 8080 }], ...container }],
    terminationGracePeriodSeconds: 3,
    ...pod,
  },
});

function deployment(name: string, replicas: number, container: object = {}, namespace = 'default', pod: object = {}) {
  const spec = { replicas, selector: { matchLabels: labelled(name) }, template: housed(name, container, pod) };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace, labels: labelled(name) }, spec };
}

const furniture = (name: string) => ({ configMapRef: { name } });
const knock = { httpGet: { path: '/', port: 8080 }, periodSeconds: 5 };

/** By the name of the service that visitors come to, or of the work that is done there. */
export const PIECES = {
  shop: (chance) => [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'furniture' }, data: { TABLES: '8' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, stringData: { TILL: '1234' } },
    deployment('shop', 1 + chance.below(4), {
      envFrom: [furniture('furniture'), { secretRef: { name: 'keys' } }],
      ...(chance.percent(40) ? { readinessProbe: knock, livenessProbe: knock } : {}),
    }),
    service('shop'),
  ],
  budget: (chance) => [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'shop' },
      // Of the shop, or of everybody.
      spec: {
        selector: chance.percent(85) ? { matchLabels: labelled('shop') } : {},
        minAvailable: chance.pick([1, '50%', 2]),
      },
    },
  ],
  stall: () => [
    deployment('stall', 1),
    service('stall'),
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'stall' },
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'stall' }, minReplicas: 1, maxReplicas: 4 },
    },
  ],
  annex: (chance) => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'annex' } },
    deployment('kiosk', 1 + chance.below(2), {}, 'annex'),
    service('kiosk', 'annex'),
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'fence', namespace: 'annex' },
      spec: { hard: { pods: String(2 + chance.below(6)), 'requests.cpu': '4', 'requests.memory': '4Gi' } },
    },
  ],
  vault: (chance) => [
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'vault' },
      spec: {
        serviceName: 'vault',
        replicas: 1 + chance.below(3),
        selector: { matchLabels: labelled('vault') },
        template: housed('vault', { volumeMounts: [{ name: 'chest', mountPath: '/data' }] }),
        volumeClaimTemplates: [{ metadata: { name: 'chest' }, spec: claim }],
      },
    },
    service('vault'),
  ],
  archive: () => [
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'shelves' }, spec: claim },
    deployment('archive', 1, { volumeMounts: [{ name: 'shelves', mountPath: '/data' }] }, 'default', {
      volumes: [{ name: 'shelves', persistentVolumeClaim: { claimName: 'shelves' } }],
    }),
    service('archive'),
  ],
  lamps: () => [
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'lamps' },
      spec: { selector: { matchLabels: labelled('lamps') }, template: housed('lamps', {}) },
    },
  ],
  errands: (chance) => {
    // A shell with nobody at its keyboard ends at once, and well.
    const template = housed('errands', { image: 'alpine' }, { restartPolicy: 'Never' });
    const spec = { template, backoffLimit: chance.below(3), ttlSecondsAfterFinished: chance.below(30) };
    return [
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'errands' }, spec },
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'bell' },
        spec: {
          schedule: '* * * * *',
          concurrencyPolicy: chance.pick(['Allow', 'Forbid', 'Replace']),
          jobTemplate: { spec },
        },
      },
    ];
  },
  ranks: () =>
    Object.entries({ gold: 100, silver: 10, bronze: -5 }).map(([name, value]) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value,
    })),
} as const satisfies Readonly<Record<string, Piece>>;

/** Where visitors may come to. */
export const VISITED = ['default/shop', 'default/stall', 'annex/kiosk', 'default/vault'] as const;
