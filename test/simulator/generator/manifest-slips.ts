/** Manifests with one mistake each: of a shape that passes, and refused for what is said in them. */
import type { Slip } from './slips.ts';

type Fields = Readonly<Record<string, unknown>>;

const POD: Fields = { containers: [{ name: 'app', image: 'hut:1.0' }] };
const PROBE = { httpGet: { path: '/', port: 8080 } };
const mounted = (name: string) => ({ name, mountPath: '/data' });
const CHEST = { name: 'chest', emptyDir: {} };

const manifest = (apiVersion: string, kind: string, name: string, spec: Fields) => ({
  verb: 'apply',
  manifest: { apiVersion, kind, metadata: { name, namespace: 'default' }, spec },
});
const template = (app: string, spec: Fields) => ({ metadata: { labels: { app } }, spec });
const deployment = (spec: Fields, pod: Fields = POD, name = 'slip') =>
  manifest('apps/v1', 'Deployment', name, {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: template(name, pod),
    ...spec,
  });
const pod = (spec: Fields, name = 'slip') => manifest('v1', 'Pod', name, { ...POD, ...spec });
const container = (fields: Fields) => pod({ containers: [{ name: 'app', image: 'hut:1.0', ...fields }] });
const service = (spec: Fields, port: Fields = {}, name = 'slip') =>
  manifest('v1', 'Service', name, { selector: { app: 'hut' }, ports: [{ port: 80, ...port }], ...spec });
const claim = (storage: string, accessMode = 'ReadWriteOnce') =>
  manifest('v1', 'PersistentVolumeClaim', 'slip', { accessModes: [accessMode], resources: { requests: { storage } } });
const quota = (spec: Fields, name = 'slip') =>
  manifest('v1', 'ResourceQuota', name, { hard: { pods: '100' }, ...spec });
const rank = (name: string, value: number, more: Fields = {}) => ({
  verb: 'apply',
  manifest: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, ...more },
});
const scope = (scopeName: string, operator: string) => ({
  scopeSelector: { matchExpressions: [{ scopeName, operator }] },
});
const job = (image: string) =>
  manifest('batch/v1', 'Job', 'slip', {
    template: { spec: { containers: [{ name: 'app', image }], restartPolicy: 'Never' } },
  });
const setNamed = (serviceName: string) =>
  manifest('apps/v1', 'StatefulSet', 'slip', {
    replicas: 1,
    serviceName,
    selector: { matchLabels: { app: 'slip' } },
    template: template('slip', POD),
  });
const rolling = (maxSurge: number | string, maxUnavailable: number | string) =>
  deployment({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } });
const daemons = (rollingUpdate: Fields) =>
  manifest('apps/v1', 'DaemonSet', 'slip', {
    selector: { matchLabels: { app: 'slip' } },
    template: template('slip', POD),
    updateStrategy: { rollingUpdate },
  });
const requirement = { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] };

export const MANIFEST_SLIPS: Readonly<Record<string, Slip>> = {
  invalidSelectorImmutable: () => [
    deployment({}, POD, 'kept'),
    deployment({ selector: { matchLabels: { app: 'other' } } }, POD, 'kept'),
  ],
  invalidSelectorEmpty: () => [deployment({ selector: { matchLabels: {} } })],
  invalidSelectorMismatch: () => [deployment({ selector: { matchLabels: { app: 'other' } } })],
  invalidNoRoom: () => [rolling(0, 0)],
  invalidAboveAll: () => [rolling(1, '150%')],
  invalidRestartPolicy: () => [deployment({}, { ...POD, restartPolicy: 'Never' })],
  invalidDaemonSurge: () => [daemons({ maxUnavailable: 1, maxSurge: 1 })],
  invalidDeadline: () => [deployment({ progressDeadlineSeconds: 5, minReadySeconds: 9 })],
  invalidDuplicateContainer: () => [pod({ initContainers: [{ name: 'app', image: 'hut:1.0' }] })],
  invalidRequestAboveLimit: () => [container({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })],
  invalidProbeThreshold: () => [container({ livenessProbe: { ...PROBE, successThreshold: 2 } })],
  invalidHook: () => [container({ lifecycle: { preStop: {} } })],
  invalidProbe: () => [container({ readinessProbe: { ...PROBE, tcpSocket: { port: 8080 } } })],
  invalidReadinessGrace: () => [container({ readinessProbe: { ...PROBE, terminationGracePeriodSeconds: 5 } })],
  invalidSleep: () => [container({ lifecycle: { preStop: { sleep: { seconds: 31 } } } })],
  invalidVariable: () => [
    container({ env: [{ name: 'TEA', value: 'green', valueFrom: { configMapKeyRef: { name: 'hut', key: 'TEA' } } }] }),
  ],
  invalidMountPath: () => [
    pod({
      containers: [{ name: 'app', image: 'hut:1.0', volumeMounts: ['chest', 'box'].map(mounted) }],
      volumes: [CHEST, { name: 'box', hostPath: {} }],
    }),
  ],
  invalidRestartRules: () => [
    container({ restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] }),
  ],
  invalidInitField: () => [pod({ initContainers: [{ name: 'begin', image: 'hut:1.0', livenessProbe: PROBE }] })],
  invalidVolumeMount: () => [container({ volumeMounts: [{ name: 'nothing', mountPath: '/data' }] })],
  invalidDuplicateVolume: () => [pod({ volumes: [CHEST, CHEST] })],
  invalidVolume: () => [pod({ volumes: [{ ...CHEST, secret: { secretName: 'keys' } }] })],
  invalidQuotaScope: () => [quota({ hard: { cpu: '1' }, scopes: ['BestEffort'] })],
  invalidQuotaScopePair: () => [quota({ scopes: ['BestEffort', 'NotBestEffort'] })],
  invalidQuotaScopeOperator: () => [quota(scope('Terminating', 'DoesNotExist'))],
  invalidQuotaScopeValues: () => [quota(scope('PriorityClass', 'In'))],
  quotaScopesFixed: () => [quota({ scopes: ['Terminating'] }, 'fixed'), quota({}, 'fixed')],
  invalidRequirement: () => [
    pod({ topologySpreadConstraints: [spread()] }),
    pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term()] } } }),
  ],
  priorityClassMissing: () => [pod({ priorityClassName: 'nobody-made-it' })],
  priorityByHand: () => [pod({ priority: 5 })],
  preemptionByHand: () => [pod({ preemptionPolicy: 'Never' })],
  priorityClassFixed: () => [rank('fixed', 5), rank('fixed', 6)],
  priorityClassReserved: () => [rank('system-slip', 5)],
  priorityDefaultTaken: () => ['first', 'second'].map((name) => rank(name, 5, { globalDefault: true })),
  invalidToleration: () => [pod({ tolerations: [{ key: 'tea', tolerationSeconds: 5 }] })],
  invalidDuplicatePodPort: () => [
    container({ ports: [80, 81].map((containerPort) => ({ containerPort, name: 'web' })) }),
  ],
  invalidOvercommit: () => [container({ resources: { requests: { 'example.com/gpu': '1' } } })],
  invalidPodResources: () => [pod({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })],
  invalidPodDeadline: () => [deployment({}, { ...POD, activeDeadlineSeconds: 60 })],
  invalidPodDeadlineLonger: () => [300, 600].map((activeDeadlineSeconds) => pod({ activeDeadlineSeconds }, 'timed')),
  invalidPodImmutable: () => [pod({}, 'kept'), pod({ terminationGracePeriodSeconds: 9 }, 'kept')],
  invalidClaimShrinks: () => [claim('3Gi'), claim('2Gi')],
  invalidClaimImmutable: () => [claim('3Gi'), claim('3Gi', 'ReadWriteMany')],
  invalidJobImmutable: () => [job('alpine'), job('hut:1.0')],
  invalidStatefulSetImmutable: () => ['old', 'other'].map(setNamed),
  invalidJobRestartPolicy: () => [
    manifest('batch/v1', 'Job', 'always', { template: { spec: { ...POD, restartPolicy: 'Always' } } }),
  ],
  invalidSchedule: () => [
    manifest('batch/v1', 'CronJob', 'slip', {
      schedule: 'at noon',
      jobTemplate: { spec: { template: { spec: { ...POD, restartPolicy: 'Never' } } } },
    }),
  ],
  invalidMaxReplicas: () => [
    manifest('autoscaling/v2', 'HorizontalPodAutoscaler', 'slip', {
      scaleTargetRef: { kind: 'Deployment', name: 'shop' },
      minReplicas: 4,
      maxReplicas: 2,
    }),
  ],
  invalidBudget: () => [
    manifest('policy/v1', 'PodDisruptionBudget', 'slip', {
      selector: { matchLabels: { app: 'shop' } },
      minAvailable: 1,
      maxUnavailable: 1,
    }),
  ],
  clusterIpTaken: () => [service({ clusterIP: '10.96.0.10' }, {}, 'taken')],
  clusterIpFixed: () => [service({}, {}, 'fixed'), service({ clusterIP: '10.96.77.77' }, {}, 'fixed')],
  invalidPortsMissing: () => [service({ ports: [] })],
  invalidHeadless: () => [service({ type: 'NodePort', clusterIP: 'None' })],
  invalidExternalName: () => [service({ type: 'ExternalName' })],
  invalidPortName: () => [service({ ports: [{ port: 80 }, { port: 443 }] })],
  invalidDuplicatePort: () => [service({ ports: ['web', 'web'].map((name, port) => ({ name, port: 80 + port })) })],
  nodePortRange: () => [service({ type: 'NodePort' }, { nodePort: 8080 })],
  nodePortTaken: () => ['gate', 'wicket'].map((name) => service({ type: 'NodePort' }, { nodePort: 30_080 }, name)),
  nodePortInside: (chance) => [
    chance.percent(50) ? service({}, { nodePort: 30_081 }) : service({ externalTrafficPolicy: 'Local' }),
  ],
};

const term = () => ({ labelSelector: requirement, topologyKey: 'kubernetes.io/hostname' });
const spread = () => ({ ...term(), maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' });
