/**
 * Fields of the real API that the game does not play. They are accepted, each with a warning that says why it has no
 * effect here: nothing is dropped in silence. As soon as a schema knows such a field, that goes first.
 */

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
    ...fields('server', 'ownerReferences selfLink uid finalizers name namespace annotations'),
  },
  podSpec: {
    ...fields('identity', 'serviceAccount serviceAccountName automountServiceAccountToken imagePullSecrets'),
    ...fields('security', 'securityContext hostIPC hostPID hostUsers shareProcessNamespace'),
    ...fields(
      'network',
      'dnsPolicy dnsConfig hostAliases hostNetwork hostname subdomain setHostnameAsFQDN enableServiceLinks',
    ),
    ...fields('placement', 'schedulerName runtimeClassName os readinessGates schedulingGates resourceClaims'),
  },
  container: {
    ...fields('security', 'securityContext'),
    ...fields('program', 'command args workingDir stdin stdinOnce tty terminationMessagePath terminationMessagePolicy'),
    ...fields('files', 'volumeDevices'),
    ...fields('placement', 'resizePolicy'),
  },
  httpGet: fields('network', 'scheme host httpHeaders'),
  valueFrom: fields('program', 'fieldRef resourceFieldRef'),
  volume: fields('files', 'hostPath projected downwardAPI ephemeral nfs csi iscsi image'),
  volumeMount: fields('files', 'subPath subPathExpr mountPropagation recursiveReadOnly'),
  emptyDir: fields('files', 'medium'),
  configMap: fields('files', 'items defaultMode'),
  secret: fields('files', 'items defaultMode'),
  'spec of Service': {
    ...fields('network', 'clusterIPs externalIPs externalName internalTrafficPolicy'),
    ...fields('network', 'ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges'),
    ...fields('network', 'allocateLoadBalancerNodePorts healthCheckNodePort publishNotReadyAddresses sessionAffinity'),
    ...fields('network', 'sessionAffinityConfig trafficDistribution'),
  },
  servicePort: fields('network', 'name protocol appProtocol'),
  'spec of PersistentVolumeClaim': fields(
    'files',
    'accessModes storageClassName volumeMode volumeName selector dataSource dataSourceRef',
  ),
  ConfigMap: fields('files', 'binaryData immutable'),
  Secret: fields('files', 'immutable'),
};

const SCOPES: Readonly<Record<string, Scope>> = {
  metadata: 'metadata',
  containers: 'container',
  initContainers: 'container',
  httpGet: 'httpGet',
  valueFrom: 'valueFrom',
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
  if (name === 'spec') return isPodSpec ? 'podSpec' : names.length === 1 ? `spec of ${kind}` : '';
  if (name === 'ports' && kind === 'Service') return 'servicePort';
  return SCOPES[name] ?? '';
}

/** Why a field that no schema knows may stand where it does; undefined where it may not. */
export function ignoredWhy(scope: Scope, field: string, isWholeDocument: boolean): IgnoredWhy | undefined {
  return IGNORED_FIELDS[scope]?.[field] ?? (isWholeDocument ? IGNORED_FIELDS['whole']?.[field] : undefined);
}
