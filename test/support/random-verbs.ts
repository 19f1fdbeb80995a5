/** Verbs as a careless player asks for them: the right shape, things that exist most of the time, no sense required. */
import { MANIFESTS } from '../../shared/api/kinds.ts';
import type { View } from '../../shared/store/store.ts';
import { VERBS, type Verb, type VerbName, type VerbOf } from '../../shared/cluster/verbs/table.ts';
import { Maker } from '../simulator/generator/from-schema.ts';
import type { Chance } from './chance.ts';
import { policy, priorityClass, wishes } from './random-wishes.ts';

/** Verbs that need more thought than their schema tells. */
type Makers = { readonly [Name in VerbName]?: (chance: Chance, view: View) => Omit<VerbOf<Name>, 'verb'> };

const pod = (chance: Chance, view: View) => chance.maybe(view.keys('Pod')) ?? 'default/nobody';
const node = (chance: Chance, view: View) => chance.maybe(view.keys('Node')) ?? 'node-0';
const deployment = (chance: Chance, view: View) => chance.maybe(view.keys('Deployment')) ?? 'default/nothing';
const replicaSet = (chance: Chance, view: View) => chance.maybe(view.keys('ReplicaSet')) ?? 'default/nothing';
const host = (chance: Chance, view: View) => chance.maybe(view.keys('Host')) ?? 'plot-0';
const service = (chance: Chance, view: View) => chance.maybe(view.keys('Service')) ?? 'default/nothing';

function containerOf(chance: Chance, view: View) {
  const key = pod(chance, view);
  return { pod: key, container: view.get('Pod', key)?.spec.containers[0]?.name ?? 'app' };
}

const DOCKERFILES = [
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/v1 /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/broken /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM courtyard\nCOPY bakery/v1 /srv/bakery\nCMD ["bakery"]\n',
  'RUN nothing\n',
  'FROM golang AS build\nCOPY teahouse-src/ /src/\nWORKDIR /src\nRUN go build -o /out/teahouse\nFROM alpine\nCOPY --from=build /out/ /bin/\nENTRYPOINT ["teahouse"]\n',
];
const IMAGES = ['hut:1.0', 'team/teahouse:1.0', 'courtyard', 'team/nothing:1', 'villa:1.0', 'not an image'];
const NAMES = ['hut', 'inn', 'barn'];

const STEERING = ['HorizontalPodAutoscaler', 'PodDisruptionBudget'] as const;
const DISTRICTS = ['Namespace', 'ResourceQuota'] as const;
const WORKLOADS = ['StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;

function manifest(chance: Chance): VerbOf<'apply'>['manifest'] {
  const name = chance.pick(NAMES);
  const metadata = { name, namespace: chance.percent(15) ? 'annex' : 'default', labels: {}, annotations: {} };
  const labels = { app: name };
  const kind = chance.pick([
    'PriorityClass',
    ...STEERING,
    ...DISTRICTS,
    ...WORKLOADS,
    'Deployment',
    'Deployment',
    'Service',
    'ConfigMap',
    'Pod',
  ] as const);
  if (kind === 'HorizontalPodAutoscaler') {
    const maxReplicas = 1 + chance.below(8);
    const spec = { scaleTargetRef: { kind: 'Deployment', name }, maxReplicas, behavior: behavior(chance) };
    return MANIFESTS.HorizontalPodAutoscaler.parse({ apiVersion: 'autoscaling/v2', kind, metadata, spec });
  }
  if (kind === 'Namespace') return MANIFESTS.Namespace.parse({ apiVersion: 'v1', kind, metadata: { name: 'annex' } });
  if (kind === 'ResourceQuota') {
    const spec = { hard: { pods: String(chance.below(6)), ...(chance.percent(30) ? { 'requests.cpu': '1' } : {}) } };
    return MANIFESTS.ResourceQuota.parse({ apiVersion: 'v1', kind, metadata, spec });
  }
  if (kind === 'PodDisruptionBudget') {
    const spec = { selector: { matchLabels: labels }, minAvailable: chance.pick([0, 1, '50%']) };
    return MANIFESTS.PodDisruptionBudget.parse({ apiVersion: 'policy/v1', kind, metadata, spec });
  }
  if (kind === 'PriorityClass') return priorityClass(chance);
  if (kind === 'ConfigMap') return { apiVersion: 'v1', kind, metadata, data: { RECIPE: String(chance.below(3)) } };
  if (kind === 'Service') {
    return { apiVersion: 'v1', kind, metadata, spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] } };
  }
  const container = {
    name: 'app',
    image: chance.pick(IMAGES.slice(0, 5)),
    resources: {
      requests: { cpu: chance.pick(['100m', '500m', '1500m']), memory: '128Mi' },
      limits: { memory: chance.pick(['64Mi', '256Mi', '1Gi']) },
    },
    ports: chance.percent(10) ? [{ containerPort: 8080, hostPort: 8080 }] : [],
    env: [],
    envFrom: chance.percent(20) ? [{ configMapRef: { name } }] : [],
    ...(chance.percent(40) ? { readinessProbe: probe(chance) } : {}),
    ...(chance.percent(20) ? { livenessProbe: probe(chance) } : {}),
    ...(chance.percent(10) ? { startupProbe: probe(chance) } : {}),
    ...(chance.percent(15) ? { lifecycle: hooks(chance) } : {}),
    ...(chance.percent(10) ? restartRules(chance) : {}),
  };
  const spec = {
    nodeName: null,
    initContainers: chance.percent(20) ? begins(chance) : [],
    containers: [container],
    nodeSelector: {},
    tolerations: [],
    ...wishes(chance, NAMES),
    restartPolicy: restartPolicy(chance, kind),
    terminationGracePeriodSeconds: chance.below(40),
  };
  if (kind === 'StatefulSet' || kind === 'DaemonSet' || kind === 'Job' || kind === 'CronJob') {
    return workload(chance, kind, metadata, labels, spec);
  }
  if (kind === 'Pod') return MANIFESTS.Pod.parse({ apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec });
  return MANIFESTS.Deployment.parse({
    apiVersion: 'apps/v1',
    kind,
    metadata,
    spec: {
      replicas: chance.below(6),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: chance.pick([1, '25%', 0]), maxUnavailable: chance.pick([1, '25%', '50%']) },
      },
      minReadySeconds: chance.pick([0, 0, 5]),
      revisionHistoryLimit: chance.below(4),
      progressDeadlineSeconds: 600,
      paused: chance.percent(5),
    },
  });
}

function restartPolicy(chance: Chance, kind: string): 'Always' | 'OnFailure' | 'Never' {
  if (kind === 'Job' || kind === 'CronJob') return chance.pick(['OnFailure', 'Never']);
  return kind === 'Pod' ? chance.pick(['Always', 'OnFailure', 'Never']) : 'Always';
}

/** `steady` and its like: other pods than the Deployments', which select by the same labels otherwise. */
function workload(
  chance: Chance,
  kind: (typeof WORKLOADS)[number],
  metadata: object,
  labels: { readonly app: string },
  podSpec: object,
) {
  const own = { app: `${labels.app}-${kind.toLowerCase()}` };
  const template = { metadata: { labels: own }, spec: podSpec };
  const selector = { matchLabels: own };
  if (kind === 'DaemonSet') {
    return MANIFESTS.DaemonSet.parse({ apiVersion: 'apps/v1', kind, metadata, spec: { selector, template } });
  }
  if (kind === 'StatefulSet') {
    const podManagementPolicy = chance.pick(['OrderedReady', 'Parallel']);
    const spec = { replicas: chance.below(4), selector, template, podManagementPolicy };
    return MANIFESTS.StatefulSet.parse({ apiVersion: 'apps/v1', kind, metadata, spec });
  }
  const job = {
    template,
    parallelism: chance.below(3),
    completions: 1 + chance.below(3),
    backoffLimit: chance.below(3),
    ttlSecondsAfterFinished: chance.below(60),
    ...(chance.percent(50) ? { activeDeadlineSeconds: 1 + chance.below(60) } : {}),
  };
  if (kind === 'Job') return MANIFESTS.Job.parse({ apiVersion: 'batch/v1', kind, metadata, spec: job });
  const concurrencyPolicy = chance.pick(['Allow', 'Forbid', 'Replace']);
  const spec = { schedule: '* * * * *', concurrencyPolicy, jobTemplate: { spec: job } };
  return MANIFESTS.CronJob.parse({ apiVersion: 'batch/v1', kind, metadata, spec });
}

function behavior(chance: Chance) {
  const policies = [{ type: chance.pick(['Pods', 'Percent']), value: 1 + chance.below(3), periodSeconds: 30 }];
  return chance.percent(50) ? undefined : { scaleDown: { stabilizationWindowSeconds: chance.below(60), policies } };
}

function probe(chance: Chance) {
  return {
    httpGet: { path: '/', port: 8080 },
    initialDelaySeconds: chance.below(4),
    periodSeconds: 1 + chance.below(10),
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 1 + chance.below(3),
  };
}

function hooks(chance: Chance) {
  const sleep = { sleep: { seconds: chance.below(12) } };
  return chance.percent(50)
    ? { preStop: sleep }
    : { postStart: chance.percent(50) ? sleep : { httpGet: { port: 8080 } } };
}

function restartRules(chance: Chance) {
  const action = chance.pick(['Restart', 'RestartAllContainers'] as const);
  const exitCodes = { operator: chance.pick(['In', 'NotIn'] as const), values: [1, 137] };
  return { restartPolicy: chance.pick(['OnFailure', 'Never'] as const), restartPolicyRules: [{ action, exitCodes }] };
}

/** Mostly sidecars: the catalogue's programs do not end by themselves. */
function begins(chance: Chance) {
  return Array.from({ length: 1 + chance.below(2) }, (_, index) => ({
    name: `begin-${index}`,
    image: chance.pick(IMAGES.slice(0, 5)),
    ...(chance.percent(85) ? { restartPolicy: 'Always' as const } : {}),
    ...(chance.percent(20) ? { startupProbe: probe(chance) } : {}),
  }));
}

const component = (chance: Chance, view: View): string =>
  chance.pick([...view.keys('PlaneProcess'), ...view.keys('EtcdMember')]);

const MAKERS: Makers = {
  addNode: (chance) => (chance.percent(50) ? { zone: 'east' } : {}),
  admitPod: (chance, view) => ({ pod: pod(chance, view) }),
  preempt: (chance, view) => ({ pod: pod(chance, view), node: node(chance, view) }),
  setSchedulerPolicy: (chance) => ({ policy: policy(chance) }),
  apply: (chance) => ({ manifest: manifest(chance) }),
  autoscale: (chance, view) => ({
    autoscaler: chance.maybe(view.keys('HorizontalPodAutoscaler')) ?? 'default/nothing',
  }),
  bind: (chance, view) => ({
    pod: chance.maybe(view.by('podsByNode', '')) ?? pod(chance, view),
    node: node(chance, view),
  }),
  build: (chance) => ({ dockerfile: chance.pick(DOCKERFILES), reference: chance.pick(IMAGES) }),
  collect: (chance, view) => {
    const kind = chance.pick(['Pod', 'ReplicaSet', 'EndpointSlice', 'Event', 'Lease'] as const);
    return { kind, key: chance.maybe(view.keys(kind)) ?? 'default/nothing' };
  },
  collectImages: (chance, view) => ({
    node: node(chance, view),
    ...(chance.percent(50) ? { unused: true } : {}),
  }),
  evictForPressure: (chance, view) => ({ pod: pod(chance, view) }),
  cordon: (chance, view) => ({ node: node(chance, view), unschedulable: chance.percent(50) }),
  createJob: (chance, view) => ({ cronJob: chance.maybe(view.keys('CronJob')) ?? 'default/nothing' }),
  createPod: (chance, view) => {
    const kind = chance.pick(['StatefulSet', 'DaemonSet', 'Job'] as const);
    const slot = chance.percent(50) ? node(chance, view) : String(chance.below(4));
    return { kind, owner: chance.maybe(view.keys(kind)) ?? 'default/nothing', slot };
  },
  createPods: (chance, view) => ({ replicaSet: replicaSet(chance, view), count: 1 + chance.below(3) }),
  createReplicaSet: (chance, view) => ({ deployment: deployment(chance, view) }),
  delete: (chance, view) => {
    const kind = chance.pick([
      'Pod',
      'Pod',
      ...DISTRICTS,
      'ReplicaSet',
      'Deployment',
      'Service',
      'ConfigMap',
      'Secret',
    ] as const);
    const grace = chance.percent(30) ? { gracePeriodSeconds: chance.below(20) } : {};
    return { kind, key: chance.maybe(view.keys(kind)) ?? 'default/nothing', ...grace };
  },
  drain: (chance, view) => ({ node: node(chance, view), drain: chance.percent(50) }),
  evict: (chance, view) => ({ pod: pod(chance, view) }),
  killContainer: (chance, view) => containerOf(chance, view),
  markNode: (chance, view) => ({ node: node(chance, view), ready: 'Unknown' }),
  pauseRollout: (chance, view) => ({ deployment: deployment(chance, view), paused: chance.percent(50) }),
  publishEndpoints: (chance, view) => ({ service: service(chance, view) }),
  pullImage: (chance, view) => containerOf(chance, view),
  sign: (chance) => ({ reference: chance.pick(IMAGES) }),
  quarantine: (chance) => ({ reference: chance.pick(IMAGES), quarantined: chance.percent(40) }),
  protectTags: (chance) => ({ repository: chance.pick(IMAGES), immutable: chance.percent(30) }),
  deleteTag: (chance) => ({ reference: chance.pick(IMAGES) }),
  collectRegistryGarbage: () => ({}),
  setAdmissionPolicy: (chance) => ({
    policy: {
      requireSignature: chance.percent(20),
      refuseSeverity: chance.percent(60) ? null : chance.pick(['critical', 'high'] as const),
      digestsOnly: chance.percent(5),
    },
  }),
  push: (chance) => ({ reference: chance.pick(IMAGES) }),
  sweepNode: (chance, view) => ({ node: node(chance, view) }),
  reboot: (chance, view) => ({ node: node(chance, view) }),
  rebootHost: (chance, view) => ({ host: host(chance, view) }),
  rebootVm: (chance, view) => ({ vm: chance.maybe(view.keys('VirtualMachine')) ?? 'plot-0/vm-1' }),
  removeTenants: (chance, view) => ({ host: host(chance, view), tenants: chance.pick(['vm', 'container'] as const) }),
  runContainer: (chance, view) => ({
    host: host(chance, view),
    image: chance.pick(IMAGES),
    count: 1 + chance.below(8),
  }),
  startVm: (chance, view) => ({ host: host(chance, view), image: chance.pick(IMAGES), count: 1 + chance.below(3) }),
  removeNode: (chance, view) => ({ node: node(chance, view) }),
  removePod: (chance, view) => ({ pod: pod(chance, view) }),
  renewPod: (chance, view) => ({ pod: pod(chance, view) }),
  repairLink: (chance, view) => ({ node: node(chance, view) }),
  reportUnschedulable: (chance, view) => ({ pod: chance.maybe(view.by('podsByNode', '')) ?? pod(chance, view) }),
  restartKubelet: (chance, view) => ({ node: node(chance, view) }),
  restartComponent: (chance, view) => ({ component: component(chance, view) }),
  stopComponent: (chance, view) => ({ component: component(chance, view) }),
  repairEtcdMember: (chance, view) => ({ member: chance.pick(view.keys('EtcdMember')) }),
  backupEtcd: () => ({}),
  restoreEtcd: (chance, view) => ({ backup: chance.maybe(view.keys('EtcdBackup')) ?? 'snapshot-1' }),
  compactEtcd: () => ({}),
  defragEtcd: () => ({}),
  disarmEtcd: () => ({}),
  limitClient: (chance, view) => ({ client: chance.maybe(view.keys('NoisyClient')) ?? 'report-script' }),
  restartProxy: (chance, view) => ({ node: node(chance, view) }),
  restartLogStore: () => ({}),
  restartRegistry: () => ({}),
  restartRuntime: (chance, view) => ({ node: node(chance, view) }),
  scaleReplicaSet: (chance, view) => ({ replicaSet: replicaSet(chance, view), replicas: chance.below(6) }),
  scale: (chance, view) => ({ deployment: deployment(chance, view), replicas: chance.below(8) }),
  setImage: (chance, view) => {
    const key = deployment(chance, view);
    const container = view.get('Deployment', key)?.spec.template.spec.containers[0]?.name ?? 'app';
    return { deployment: key, container, image: chance.pick(IMAGES) };
  },
  startContainer: (chance, view) => containerOf(chance, view),
  stopPod: (chance, view) => ({ pod: pod(chance, view) }),
  taintNode: (chance, view) => ({
    node: node(chance, view),
    key: 'moat',
    effect: chance.pick(['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const),
  }),
  undoRollout: (chance, view) => ({ deployment: deployment(chance, view) }),
  untaintNode: (chance, view) => {
    const name = node(chance, view);
    const taint = chance.maybe(view.get('Node', name)?.spec.taints ?? []);
    return { node: name, key: taint?.key ?? 'moat', effect: taint?.effect ?? 'NoSchedule' };
  },
};

const NAMES_OF_VERBS = Object.keys(VERBS) as VerbName[];

/** Of the table's verbs, or of those named. Where nobody thought about a verb, its schema says what it looks like. */
export function randomVerb(chance: Chance, view: View, names: readonly VerbName[] = NAMES_OF_VERBS): Verb {
  const verb = chance.pick(names);
  const made = MAKERS[verb]?.(chance, view);
  return (made ? { verb, ...made } : new Maker(chance, view, 0).valueOf(VERBS[verb].schema)) as Verb;
}
