/**
 * Fields of the real API that the game does not play. They are accepted, each with a warning that says why it has no
 * effect here: nothing is dropped in silence. As soon as a schema knows such a field, that goes first.
 */
import { INERT_SOURCES } from '../../../api/volume.ts';

/** Texts: client `manifest.ignored.<why>`. */
export const IGNORED_WHY = [
  /** Written by the server; a manifest that was read from a cluster carries it. */
  'server',
  /** Who the pod is to the API server and to the registry: everybody may do everything in this town. */
  'identity',
  /** What a process may do on its machine. */
  'security',
  /** Addresses and names beyond Services: one network, one resolver. */
  'network',
  /** What the image itself decides here: its program runs as it was built. */
  'program',
  /** Files: what is in a volume is not looked at. */
  'files',
  /** Who schedules, and on what. */
  'placement',
  /** Schedules follow the town's one clock. */
  'clock',
  /** The game leaves it out. */
  'unplayed',
] as const;
export type IgnoredWhy = (typeof IGNORED_WHY)[number];

/** Where a field stands: the whole document, a kind's spec, or a part that several kinds share. */
export type Scope = string;

const fields = (why: IgnoredWhy, names: string): Readonly<Record<string, IgnoredWhy>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, why]));

export const IGNORED_FIELDS: Readonly<Record<Scope, Readonly<Record<string, IgnoredWhy>>>> = {
  whole: fields('server', 'status'),
  metadata: {
    ...fields('server', 'creationTimestamp deletionTimestamp deletionGracePeriodSeconds generation managedFields'),
    ...fields(
      'server',
      'ownerReferences selfLink uid finalizers generateName name namespace annotations resourceVersion',
    ),
  },
  podSpec: {
    ...fields('identity', 'serviceAccount serviceAccountName automountServiceAccountToken imagePullSecrets'),
    ...fields('security', 'securityContext hostIPC hostPID hostUsers shareProcessNamespace'),
    ...fields(
      'network',
      'dnsPolicy dnsConfig hostAliases hostNetwork hostname subdomain setHostnameAsFQDN enableServiceLinks',
    ),
    ...fields('network', 'hostnameOverride'),
    ...fields('placement', 'schedulerName runtimeClassName os readinessGates schedulingGates resourceClaims'),
    ...fields('placement', 'schedulingGroup workloadRef'),
    ...fields('unplayed', 'ephemeralContainers'),
  },
  container: {
    ...fields('security', 'securityContext'),
    ...fields('program', 'stdin stdinOnce tty terminationMessagePath terminationMessagePolicy'),
    ...fields('files', 'volumeDevices'),
    ...fields('placement', 'resizePolicy'),
  },
  httpGet: fields('network', 'scheme host httpHeaders'),
  tcpSocket: fields('network', 'host'),
  grpc: fields('program', 'service'),
  lifecycle: fields('program', 'stopSignal'),
  /** Of a container, or of a claim. */
  resources: { ...fields('placement', 'claims'), ...fields('files', 'limits') },
  valueFrom: { ...fields('program', 'resourceFieldRef'), ...fields('files', 'fileKeyRef') },
  /** A volume of such a kind is there, and nothing is in it. */
  volume: fields('files', INERT_SOURCES.join(' ')),
  volumeMount: fields('files', 'subPath subPathExpr mountPropagation recursiveReadOnly'),
  emptyDir: fields('files', 'medium'),
  image: fields('files', 'pullPolicy'),
  persistentVolumeClaim: fields('files', 'readOnly'),
  configMap: fields('files', 'items defaultMode'),
  secret: fields('files', 'items defaultMode'),
  'spec of Service': {
    ...fields('network', 'clusterIPs externalIPs internalTrafficPolicy'),
    ...fields('network', 'ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges'),
    ...fields('network', 'allocateLoadBalancerNodePorts healthCheckNodePort publishNotReadyAddresses sessionAffinity'),
    ...fields('network', 'sessionAffinityConfig trafficDistribution'),
  },
  servicePort: fields('network', 'name protocol appProtocol'),
  'spec of PersistentVolumeClaim': fields(
    'files',
    'volumeMode volumeName selector dataSource dataSourceRef volumeAttributesClassName',
  ),
  'spec of StatefulSet': fields('unplayed', 'ordinals persistentVolumeClaimRetentionPolicy'),
  /** The pods of a StatefulSet are renewed one at a time. */
  rollingUpdate: fields('unplayed', 'maxUnavailable'),
  volumeClaimTemplate: fields('server', 'apiVersion kind status'),
  jobSpec: {
    ...fields('server', 'selector'),
    ...fields('unplayed', 'manualSelector managedBy completionMode backoffLimitPerIndex maxFailedIndexes'),
    ...fields('unplayed', 'podFailurePolicy successPolicy podReplacementPolicy'),
  },
  'spec of CronJob': fields('clock', 'timeZone'),
  metricSelector: fields('unplayed', 'matchExpressions'),
  Namespace: fields('server', 'spec'),
  ConfigMap: fields('files', 'binaryData immutable'),
  Secret: fields('files', 'immutable'),
};

const SCOPES: Readonly<Record<string, Scope>> = {
  metadata: 'metadata',
  containers: 'container',
  initContainers: 'container',
  httpGet: 'httpGet',
  valueFrom: 'valueFrom',
  tcpSocket: 'tcpSocket',
  grpc: 'grpc',
  lifecycle: 'lifecycle',
  resources: 'resources',
  image: 'image',
  persistentVolumeClaim: 'persistentVolumeClaim',
  rollingUpdate: 'rollingUpdate',
  volumeClaimTemplates: 'volumeClaimTemplate',
  volumes: 'volume',
  volumeMounts: 'volumeMount',
  emptyDir: 'emptyDir',
  configMap: 'configMap',
  secret: 'secret',
};

/** Which part of a manifest a path leads to. `isPodSpec`: the schema there holds containers. */
export function scopeOf(kind: string, path: readonly (string | number)[], isPodSpec: boolean): Scope {
  const names = path.filter((part) => typeof part === 'string');
  const name = names.at(-1);
  if (name === undefined) return kind;
  const parent = names.at(-2);
  if (name === 'spec') return isPodSpec ? 'podSpec' : specScope(kind, parent);
  if (name === 'ports' && kind === 'Service') return 'servicePort';
  if (name === 'selector' && parent === 'metric') return 'metricSelector';
  if (name === 'hard') return QUOTA_AMOUNTS;
  return SCOPES[name] ?? '';
}

function specScope(kind: string, parent: string | undefined): Scope {
  if (parent === 'jobTemplate' || kind === 'Job') return 'jobSpec';
  if (parent === 'volumeClaimTemplates') return 'spec of PersistentVolumeClaim';
  return parent === undefined ? `spec of ${kind}` : '';
}

const QUOTA_AMOUNTS: Scope = 'amounts of a quota';
/** What else may be counted: objects of a kind, storage, disk, devices. Source: pkg/quota/v1/evaluator/core. */
const COUNTED = new RegExp(
  '^(count/.+|services(\\.nodeports|\\.loadbalancers)?|configmaps|secrets|persistentvolumeclaims|resourcequotas|' +
    'replicationcontrollers|(requests\\.|limits\\.)?ephemeral-storage|requests\\.(storage|hugepages-.+|.+/.+)|' +
    'hugepages-.+|.+\\.storageclass\\.storage\\.k8s\\.io/.+)$',
);

/** Why a field that no schema knows may stand where it does; undefined where it may not. */
export function ignoredWhy(scope: Scope, field: string, isWholeDocument: boolean): IgnoredWhy | undefined {
  if (scope === QUOTA_AMOUNTS) return COUNTED.test(field) ? 'unplayed' : undefined;
  return IGNORED_FIELDS[scope]?.[field] ?? (isWholeDocument ? IGNORED_FIELDS['whole']?.[field] : undefined);
}
