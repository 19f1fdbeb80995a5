/** Deployments, Services, furniture, nodes: as manifests, and as they stand in a store. */
import { must } from '../../../shared/base/assert.ts';
import type { ConfigMap } from '../../../shared/api/config-map.ts';
import { deploymentManifest, type Deployment } from '../../../shared/api/deployment.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import type { Node, NodeImage, ResourceAmounts, Taint } from '../../../shared/api/node.ts';
import { serviceManifest, type Service } from '../../../shared/api/service.ts';
import { newMeta } from '../../../shared/cluster/api-server/objects.ts';
import type { Store } from '../../../shared/store/store.ts';
import { podSpecOf, type PodOptions } from './pods.ts';
import type { Labels } from './worlds.ts';

type DeploymentManifest = ReturnType<typeof deploymentManifest.parse>;
type DaemonSetManifest = ReturnType<(typeof MANIFESTS)['DaemonSet']['parse']>;
type ServiceManifest = ReturnType<typeof serviceManifest.parse>;

export interface DeploymentOptions extends PodOptions {
  readonly replicas?: number;
  /** Laid over the spec. */
  readonly spec?: object;
}

/** A Deployment of pods labelled `app: name`. */
export function aDeployment(name: string, options: DeploymentOptions = {}): DeploymentManifest {
  const labels = { app: name, ...options.labels };
  return deploymentManifest.parse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: options.replicas,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels }, spec: podSpecOf(options) },
      ...options.spec,
    },
  });
}

/** A DaemonSet of pods labelled `app: name`. */
export function aDaemonSet(name: string, options: Omit<DeploymentOptions, 'replicas'> = {}): DaemonSetManifest {
  const labels = { app: name, ...options.labels };
  return MANIFESTS.DaemonSet.parse({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels }, spec: podSpecOf(options) },
      ...options.spec,
    },
  });
}

/** The Deployment put into the store, past the API server. */
export function storedDeployment(world: Store, name: string, options: DeploymentOptions = {}): Deployment {
  const { metadata, ...manifest } = aDeployment(name, options);
  return world.put<Deployment>({
    ...manifest,
    metadata: newMeta(world, 'Deployment', metadata),
    status: {
      observedGeneration: 0,
      replicas: 0,
      updatedReplicas: 0,
      readyReplicas: 0,
      availableReplicas: 0,
      unavailableReplicas: 0,
      conditions: [],
    },
  });
}

/** A Service in front of the pods labelled `app: name`. */
export function aService(
  name: string,
  {
    selector = { app: name },
    port = 80,
    targetPort = 8080,
  }: { selector?: Labels; port?: number; targetPort?: number } = {},
): ServiceManifest {
  return serviceManifest.parse({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector, ports: [{ port, targetPort }] },
  });
}

export function storedService(world: Store, name: string, options: Parameters<typeof aService>[1] = {}): Service {
  const { metadata, ...manifest } = aService(name, options);
  return world.put<Service>({
    ...manifest,
    metadata: newMeta(world, 'Service', metadata),
    status: { clusterIP: '10.96.0.10' },
  });
}

export function aConfigMap(name: string, data: Labels = {}): ReturnType<(typeof MANIFESTS)['ConfigMap']['parse']> {
  return MANIFESTS.ConfigMap.parse({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

export function storedConfigMap(world: Store, name: string, data: Labels = {}): ConfigMap {
  return world.put<ConfigMap>({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: newMeta(world, 'ConfigMap', { name, namespace: 'default' }),
    data,
  });
}

export interface NodeChange {
  readonly labels?: Labels;
  readonly taints?: readonly (Omit<Taint, 'addedTick' | 'value'> & Partial<Taint>)[];
  readonly unschedulable?: boolean;
  readonly allocatable?: Partial<ResourceAmounts>;
  readonly images?: readonly NodeImage[];
}

/** Changes a node of the world (one of its setup) in place, or adds a new one like its first; returns it as stored. */
export function aNode(world: Store, name: string, change: NodeChange = {}): Node {
  const like = world.get('Node', name) ?? must(world.get('Node', world.keys('Node')[0] ?? ''), 'a node to copy');
  const isNew = like.metadata.name !== name;
  const metadata = isNew
    ? newMeta(world, 'Node', { name, namespace: '', labels: { 'kubernetes.io/hostname': name } })
    : like.metadata;
  const taints = change.taints?.map((taint) => ({ value: '', addedTick: null, ...taint }));
  return world.put<Node>({
    ...like,
    metadata: { ...metadata, labels: { ...metadata.labels, ...change.labels } },
    spec: { unschedulable: change.unschedulable ?? like.spec.unschedulable, taints: taints ?? like.spec.taints },
    status: {
      ...like.status,
      allocatable: { ...like.status.allocatable, ...change.allocatable },
      images: change.images ?? (isNew ? [] : like.status.images),
    },
  });
}

export function nodeOf(world: Store, name: string): Node {
  return must(world.get('Node', name), `node ${name}`);
}
