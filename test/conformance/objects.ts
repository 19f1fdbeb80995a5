/** Pods, nodes and clusters of the vectors, with what their JSON leaves out as an API server would leave it. */
import type { Namespaced } from './shapes.ts';
import type { Node, ResourceAmounts, Taint } from '../../shared/api/node.ts';
import type { Container, Pod, PodSpec, Toleration } from '../../shared/api/pod.ts';
import { parseMilli, parseWhole } from '../../shared/api/quantity.ts';
import type { Service } from '../../shared/api/service.ts';
import { DEFAULT_POLICY, type SchedulerPolicy } from '../../shared/api/world/scheduler-policy.ts';
import { hasPodAffinity, type ClusterInfo } from '../../shared/cluster/scheduler/cluster-info.ts';
import { nodeInfoWith } from '../../shared/cluster/scheduler/node-info.ts';
import { groupSelector } from '../../shared/cluster/scheduler/pod-group.ts';

export interface PodJson extends Namespaced {
  readonly spec?: object & {
    readonly containers?: readonly object[];
    readonly initContainers?: readonly object[];
    readonly tolerations?: readonly Partial<Toleration>[];
  };
  readonly status?: object & { readonly startTime?: string; readonly nominatedNodeName?: string };
}

export interface NodeJson extends Namespaced {
  readonly spec?: object & { readonly taints?: readonly Partial<Taint>[] };
  readonly status?: { readonly allocatable?: Quantities; readonly images?: readonly object[] };
}

type Quantities = Readonly<Record<string, string>>;

const LABELLED = { namespace: '', uid: '', labels: {}, annotations: {}, ownerReferences: [] };
const META = {
  ...LABELLED,
  name: '',
  resourceVersion: 0,
  generation: 1,
  creationTick: 0,
  deletionGracePeriodTicks: null,
};

const seconds = (time: string): number => Date.parse(time) / 1000;

function metaOf({ metadata }: Namespaced): Pod['metadata'] {
  const { deletionTimestamp, ...meta } = metadata ?? {};
  return { ...META, ...meta, deletionTick: deletionTimestamp === undefined ? null : seconds(deletionTimestamp) };
}

function container(json: object & { readonly resources?: object }): Container {
  const resources = { requests: {}, limits: {}, ...json.resources };
  return { name: '', image: '', ports: [], env: [], envFrom: [], volumeMounts: [], ...json, resources } as Container;
}

export function pod(json: PodJson): Pod {
  const { containers = [], initContainers = [], tolerations = [], ...spec } = json.spec ?? {};
  const { startTime, ...status } = json.status ?? {};
  const { resources } = spec as { readonly resources?: object };
  const whole = {
    nodeName: null,
    nodeSelector: {},
    tolerations: tolerations.map((toleration) => ({ operator: 'Equal', value: '', ...toleration })),
    ...spec,
    ...(resources ? { resources: { requests: {}, limits: {}, ...resources } } : {}),
    initContainers: initContainers.map(container),
    containers: containers.map(container),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metaOf(json),
    spec: whole as unknown as PodSpec,
    status: {
      phase: 'Running',
      conditions: [],
      startTick: startTime === undefined ? null : seconds(startTime),
      ...status,
    } as unknown as Pod['status'],
  };
}

/** How many pods a node takes when its vector does not say. */
const PODS = 110;

function amounts({ cpu = '0', memory = '0', pods = String(PODS), ...others }: Quantities): ResourceAmounts {
  const other = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, parseWhole(text)]));
  return { cpuMilli: parseMilli(cpu), memoryBytes: parseWhole(memory), pods: parseWhole(pods), other };
}

export function node(json: NodeJson): Node {
  const allocatable = amounts(json.status?.allocatable ?? {});
  const status = { images: [], ...json.status, allocatable, capacity: allocatable, conditions: [], address: '' };
  const { taints = [], ...spec } = json.spec ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metaOf(json),
    spec: { unschedulable: false, taints: taints.map((taint) => ({ value: '', ...taint }) as Taint), ...spec },
    status: status as unknown as Node['status'],
  };
}

export interface ClusterJson {
  readonly nodes?: readonly NodeJson[];
  readonly existingPods?: readonly PodJson[];
  readonly namespaces?: readonly Namespaced[];
  readonly services?: readonly ServiceJson[];
}

interface ServiceJson extends Namespaced {
  readonly spec?: { readonly selector?: Readonly<Record<string, string>> };
}

function service({ metadata, spec }: ServiceJson): Pick<Service, 'metadata' | 'spec'> {
  return {
    metadata: metaOf({ metadata: metadata ?? {} }),
    spec: { ports: [], publishNotReadyAddresses: false, selector: {}, ...spec },
  };
}

export function cluster(
  { nodes: nodesJson = [], existingPods = [], namespaces = [], services = [] }: ClusterJson,
  policy: Partial<SchedulerPolicy> = {},
): ClusterInfo {
  const pods = existingPods.map(pod);
  const on = (name: string) => pods.filter(({ spec }) => spec.nodeName === name);
  const nodes = nodesJson.map(node).map((it) => nodeInfoWith(it, on(it.metadata.name)));
  const labels = new Map(namespaces.map((namespace) => [namespace.metadata?.name, namespace.metadata?.labels]));
  return {
    nodes,
    policy: { ...DEFAULT_POLICY, ...policy },
    nominated: () => [],
    groupOf: (member) => groupSelector(member, services.map(service)),
    namespaceLabels: (namespace) => labels.get(namespace) ?? {},
    affinePods: () =>
      nodes.flatMap((info) =>
        info
          .pods()
          .filter(hasPodAffinity)
          .map((it) => ({ pod: it, node: info.node })),
      ),
  };
}
