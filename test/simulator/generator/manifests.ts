/** Manifests as a careless player writes them: valid most of the time, of every kind that can be applied. */
import { MANIFESTS, type ManifestKind } from '../../../shared/api/kinds.ts';
import { QUOTA_SCOPES } from '../../../shared/api/resource-quota.ts';
import type { Chance } from '../../support/chance.ts';
import { HOUSES } from './names.ts';
import { podSpec, sometimes } from './pod-spec.ts';

type Maker = (chance: Chance, name: string) => object;

const KINDS = Object.keys(MANIFESTS) as ManifestKind[];
const CLASSES = { gold: 100, silver: 10, bronze: -5 } as const;

function quotaScope(chance: Chance) {
  const operator = chance.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
  const values = operator.endsWith('In') ? { values: [chance.pick(Object.keys(CLASSES))] } : {};
  return { scopeName: 'PriorityClass', operator, ...values };
}

const annotations = { motto: 'tea' };
const ownLabels = (name: string, kind: string) => ({ app: `${name}-${kind.toLowerCase()}` });
const workload = (chance: Chance, name: string, kind: string, policies: readonly string[]) => {
  // Other pods than the Deployments', which select by the same labels otherwise.
  const labels = kind === 'Deployment' ? { app: name } : ownLabels(name, kind);
  return {
    selector: { matchLabels: chance.percent(97) ? labels : { app: 'nobody' } },
    template: {
      metadata: { labels, ...sometimes(chance, 10, () => ({ annotations })) },
      spec: podSpec(chance, name, HOUSES, policies),
    },
  };
};

function jobSpec(chance: Chance, name: string): object {
  const { template } = workload(chance, name, 'Job', ['OnFailure', 'Never', 'Never', 'Always']);
  return {
    template,
    completions: 1 + chance.below(3),
    parallelism: 1 + chance.below(2),
    backoffLimit: chance.below(3),
    ttlSecondsAfterFinished: chance.below(60),
    ...sometimes(chance, 50, () => ({ activeDeadlineSeconds: 1 + chance.below(40) })),
  };
}

/** The same plan each time, but for who holds it up: the second hand suspends what the first began, or has it go on. */
function pausingSpec(chance: Chance, name: string): object {
  const containers = [{ name: 'app', image: 'hut:1.0' }];
  const template = { metadata: { labels: ownLabels(name, 'Job') }, spec: { containers, restartPolicy: 'Never' } };
  return { template, activeDeadlineSeconds: 40, suspend: chance.percent(50) };
}

function rolling(chance: Chance): object {
  if (chance.percent(15)) return { type: 'Recreate' };
  const rollingUpdate = { maxSurge: chance.pick([1, '25%', 0]), maxUnavailable: chance.pick([1, '25%', '50%']) };
  return { type: 'RollingUpdate', rollingUpdate };
}

function metric(chance: Chance): object {
  if (chance.percent(70)) {
    const target = { type: 'Utilization', averageUtilization: 10 + chance.below(90) };
    return { type: 'Resource', resource: { name: chance.pick(['cpu', 'cpu', 'memory']), target } };
  }
  const target = { type: 'AverageValue', averageValue: '5' };
  const named = { name: chance.pick(['requests-per-second', 'smiles']) };
  if (chance.percent(50)) return { type: 'Pods', pods: { metric: named, target } };
  const [apiVersion, kind] = chance.percent(80) ? ['v1', 'Service'] : ['networking.k8s.io/v1', 'Ingress'];
  const describedObject = { apiVersion, kind, name: chance.pick(HOUSES) };
  return { type: 'Object', object: { describedObject, metric: named, target } };
}

/** For visitors who come from outside the cluster: to any node, or to those where a pod is. */
function outside(chance: Chance): object {
  const port = { port: 80, targetPort: 8080, ...sometimes(chance, 40, () => ({ nodePort: 30_000 + chance.below(4) })) };
  return {
    type: chance.pick(['NodePort', 'LoadBalancer']),
    ports: [port],
    ...sometimes(chance, 40, () => ({ externalTrafficPolicy: chance.pick(['Cluster', 'Local']) })),
  };
}

/** Without an address, without ports, or a name for another name. */
function unusual(chance: Chance): object {
  return chance.pick([
    { clusterIP: 'None', ports: [{ port: 8080 }], publishNotReadyAddresses: chance.percent(30) },
    { clusterIP: 'None', ports: [] },
    {
      type: 'ExternalName',
      externalName: chance.pick(['tea.example.com', 'shop.default.svc.cluster.local']),
      ports: [],
    },
    { selector: {} },
  ]);
}

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

const MAKERS: Readonly<Record<ManifestKind, Maker>> = {
  Deployment: (chance, name) => ({
    spec: {
      ...workload(chance, name, 'Deployment', ['Always']),
      replicas: chance.below(6),
      strategy: rolling(chance),
      minReadySeconds: chance.pick([0, 0, 5]),
      revisionHistoryLimit: chance.below(4),
      progressDeadlineSeconds: chance.pick([20, 600]),
      paused: chance.percent(5),
    },
  }),
  StatefulSet: (chance, name) => ({
    spec: {
      ...workload(chance, name, 'StatefulSet', ['Always']),
      serviceName: name,
      replicas: chance.below(4),
      podManagementPolicy: chance.pick(['OrderedReady', 'Parallel']),
      ...sometimes(chance, 40, () => ({ volumeClaimTemplates: [{ metadata: { name: 'chest' }, spec: claim }] })),
    },
  }),
  ReplicaSet: (chance, name) => ({
    spec: { ...workload(chance, name, 'ReplicaSet', ['Always']), replicas: chance.below(3) },
  }),
  DaemonSet: (chance, name) => ({
    spec: {
      ...workload(chance, name, 'DaemonSet', ['Always']),
      minReadySeconds: chance.pick([0, 0, 5]),
      ...sometimes(chance, 50, () => ({ updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } })),
    },
  }),
  Job: (chance, name) => ({ spec: chance.percent(50) ? pausingSpec(chance, name) : jobSpec(chance, name) }),
  CronJob: (chance, name) => ({
    spec: {
      schedule: chance.pick(['* * * * *', '* * * * *', '*/2 * * * *']),
      concurrencyPolicy: chance.pick(['Allow', 'Forbid', 'Replace']),
      jobTemplate: { spec: jobSpec(chance, name) },
    },
  }),
  Pod: (chance, name) => ({ spec: podSpec(chance, name, HOUSES, ['Always', 'OnFailure', 'Never']) }),
  Service: (chance, name) => ({
    spec: {
      selector: { app: name },
      ports: [{ port: 80, targetPort: 8080 }],
      ...(chance.percent(15) ? unusual(chance) : sometimes(chance, 40, () => outside(chance))),
    },
  }),
  ConfigMap: (chance) => ({ data: { RECIPE: String(chance.below(3)) } }),
  Secret: (chance) => ({ stringData: { TILL: String(chance.below(3)) } }),
  Namespace: () => ({}),
  ResourceQuota: (chance) => ({
    spec: {
      hard: { pods: String(chance.below(6)), ...sometimes(chance, 30, () => ({ 'requests.cpu': '1' })) },
      ...sometimes(chance, 30, () => ({ scopes: [chance.pick(QUOTA_SCOPES)] })),
      ...sometimes(chance, 30, () => ({ scopeSelector: { matchExpressions: [quotaScope(chance)] } })),
    },
  }),
  HorizontalPodAutoscaler: (chance, name) => ({
    spec: {
      // Now and then somebody else's house, which may have its innkeeper already.
      scaleTargetRef: { kind: 'Deployment', name: chance.percent(60) ? name : chance.pick(HOUSES) },
      maxReplicas: 1 + chance.below(8),
      ...sometimes(chance, 70, () => ({ metrics: [metric(chance)] })),
      ...sometimes(chance, 50, () => ({ behavior: { scaleDown: { stabilizationWindowSeconds: chance.below(60) } } })),
    },
  }),
  PodDisruptionBudget: (chance, name) => ({
    spec: {
      selector: chance.percent(75) ? { matchLabels: { app: name } } : {},
      ...chance.pick([{ minAvailable: chance.pick([0, 1, '50%']) }, { maxUnavailable: chance.pick([0, 1, '50%']) }]),
    },
  }),
  PriorityClass: (chance, name) => ({
    value: (CLASSES as Readonly<Record<string, number>>)[name] ?? chance.below(3),
    globalDefault: chance.percent(10),
    preemptionPolicy: chance.percent(20) ? 'Never' : 'PreemptLowerPriority',
  }),
  PersistentVolumeClaim: () => ({ spec: claim }),
};

export const writtenPod = (chance: Chance): object => manifestOf(chance, 'Pod');

export const writtenManifest = (chance: Chance): object => manifestOf(chance, chance.pick(KINDS));

function manifestOf(chance: Chance, kind: ManifestKind): object {
  const name = kind === 'PriorityClass' ? chance.pick(Object.keys(CLASSES)) : chance.pick(HOUSES);
  const { apiVersion } = MANIFESTS[kind].shape;
  const isEverywhere = kind === 'PriorityClass' || kind === 'Namespace';
  const metadata = {
    name: kind === 'Namespace' ? 'annex' : name,
    ...(isEverywhere ? {} : { namespace: chance.percent(15) ? 'annex' : 'default' }),
    ...sometimes(chance, 30, () => ({ labels: { app: name } })),
  };
  return { apiVersion: apiVersion.value, kind, metadata, ...MAKERS[kind](chance, name) };
}
