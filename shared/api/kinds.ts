/** The one table of kinds: what the store keeps, under which key, and which of it the API server shows. */
import type { z } from 'zod';
import { configMapManifest, type ConfigMap } from './config-map.ts';
import { deploymentManifest, type Deployment } from './deployment.ts';
import type { EndpointSlice } from './endpoint-slice.ts';
import type { Event } from './event.ts';
import type { Lease } from './lease.ts';
import { keyOf, type ObjectMeta } from './meta.ts';
import type { Node } from './node.ts';
import { persistentVolumeClaimManifest, type PersistentVolumeClaim } from './persistent-volume-claim.ts';
import { podManifest, type Pod } from './pod.ts';
import { priorityClassManifest, type PriorityClass } from './priority-class.ts';
import { replicaSetManifest, type ReplicaSet } from './replica-set.ts';
import { secretManifest, type Secret } from './secret.ts';
import { serviceManifest, type Service } from './service.ts';
import { horizontalPodAutoscalerManifest, type HorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { podDisruptionBudgetManifest, type PodDisruptionBudget } from './pod-disruption-budget.ts';
import { statefulSetManifest, type StatefulSet } from './stateful-set.ts';
import { daemonSetManifest, type DaemonSet } from './daemon-set.ts';
import { jobManifest, type Job } from './job.ts';
import { cronJobManifest, type CronJob } from './cron-job.ts';
import { namespaceManifest, type Namespace } from './namespace.ts';
import { resourceQuotaManifest, type ResourceQuota } from './resource-quota.ts';
import type { Belongings, LostBelongings } from './world/belongings.ts';
import type { Build, BuildCacheEntry, Order, Push } from './world/build.ts';
import type { CreateBackoff } from './world/create-backoff.ts';
import type { DaemonBackoff } from './world/daemon-backoff.ts';
import type { Etcd, EtcdBackup, EtcdMember } from './world/etcd.ts';
import type { Fault } from './world/fault.ts';
import type { Host, HostContainer, VirtualMachine } from './world/host.ts';
import type { Blob, Image, LocalTag, Registry, Revision, Tag } from './world/image.ts';
import type { AdmissionPolicy, Quarantine, Repository, Signature } from './world/keeper.ts';
import type { KubeletState } from './world/kubelet-state.ts';
import type { LogChunk, LogCollector, LogStore, PodLog } from './world/logs.ts';
import type { Machine } from './world/machine.ts';
import type { NameServer } from './world/name-server.ts';
import type { HandTime, Outage, ProxyRules, Traffic } from './world/network.ts';
import type { ImageCache, ImagePull } from './world/node-store.ts';
import type { NoisyClient, PlaneProcess, Retry } from './world/plane.ts';
import type { SchedulerPolicy } from './world/scheduler-policy.ts';
import type { Sandbox } from './world/sandbox.ts';
import type { Clock, LoopSwitch, Player, QueuedPod, Seat } from './world/seat.ts';
import type { Settings } from './world/settings.ts';
import type { SeenObject, Sight } from './world/sight.ts';
import type { ImageRun, PullRecord } from './world/trace.ts';
import type { Zone } from './world/zone.ts';

/** Objects of the Kubernetes API. */
export interface ApiKinds {
  Node: Node;
  Pod: Pod;
  ReplicaSet: ReplicaSet;
  Deployment: Deployment;
  Service: Service;
  EndpointSlice: EndpointSlice;
  ConfigMap: ConfigMap;
  PriorityClass: PriorityClass;
  Secret: Secret;
  PersistentVolumeClaim: PersistentVolumeClaim;
  HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  PodDisruptionBudget: PodDisruptionBudget;
  StatefulSet: StatefulSet;
  DaemonSet: DaemonSet;
  Job: Job;
  CronJob: CronJob;
  Namespace: Namespace;
  ResourceQuota: ResourceQuota;
  Lease: Lease;
  Event: Event;
}

/** Records of the world around the API: machines, runtimes, warehouse, visitors, seats. */
export interface WorldKinds {
  Settings: Settings;
  Clock: Clock;
  Etcd: Etcd;
  EtcdMember: EtcdMember;
  EtcdBackup: EtcdBackup;
  PlaneProcess: PlaneProcess;
  NoisyClient: NoisyClient;
  Retry: Retry;
  CreateBackoff: CreateBackoff;
  DaemonBackoff: DaemonBackoff;
  Zone: Zone;
  Host: Host;
  VirtualMachine: VirtualMachine;
  HostContainer: HostContainer;
  Machine: Machine;
  KubeletState: KubeletState;
  Belongings: Belongings;
  LostBelongings: LostBelongings;
  Sandbox: Sandbox;
  ImageCache: ImageCache;
  ImagePull: ImagePull;
  PodLog: PodLog;
  LogCollector: LogCollector;
  LogStore: LogStore;
  LogChunk: LogChunk;
  NameServer: NameServer;
  ProxyRules: ProxyRules;
  Traffic: Traffic;
  Outage: Outage;
  HandTime: HandTime;
  Image: Image;
  Tag: Tag;
  Revision: Revision;
  LocalTag: LocalTag;
  Blob: Blob;
  Registry: Registry;
  Repository: Repository;
  Signature: Signature;
  Quarantine: Quarantine;
  AdmissionPolicy: AdmissionPolicy;
  PullRecord: PullRecord;
  ImageRun: ImageRun;
  Build: Build;
  BuildCacheEntry: BuildCacheEntry;
  Push: Push;
  Order: Order;
  Fault: Fault;
  Player: Player;
  Seat: Seat;
  LoopSwitch: LoopSwitch;
  QueuedPod: QueuedPod;
  SchedulerPolicy: SchedulerPolicy;
  Sight: Sight;
  SeenObject: SeenObject;
}

export interface KindMap extends ApiKinds, WorldKinds {}
export type ApiKind = keyof ApiKinds;
export type WorldKind = keyof WorldKinds;
export type Kind = keyof KindMap;
export type AnyObject = KindMap[Kind];

/** Every kind, in the order in which snapshots and listings go: whether it is the API server's, or the world's. */
const SIDES = {
  Settings: 'world',
  Clock: 'world',
  Player: 'world',
  Seat: 'world',
  LoopSwitch: 'world',
  Node: 'api',
  Lease: 'api',
  Deployment: 'api',
  ReplicaSet: 'api',
  Pod: 'api',
  HorizontalPodAutoscaler: 'api',
  PodDisruptionBudget: 'api',
  StatefulSet: 'api',
  DaemonSet: 'api',
  Job: 'api',
  CronJob: 'api',
  Namespace: 'api',
  ResourceQuota: 'api',
  Service: 'api',
  EndpointSlice: 'api',
  ConfigMap: 'api',
  PriorityClass: 'api',
  Secret: 'api',
  PersistentVolumeClaim: 'api',
  Event: 'api',
  Etcd: 'world',
  EtcdMember: 'world',
  EtcdBackup: 'world',
  PlaneProcess: 'world',
  NoisyClient: 'world',
  Retry: 'world',
  CreateBackoff: 'world',
  DaemonBackoff: 'world',
  Zone: 'world',
  Host: 'world',
  VirtualMachine: 'world',
  HostContainer: 'world',
  Machine: 'world',
  KubeletState: 'world',
  Belongings: 'world',
  LostBelongings: 'world',
  Sandbox: 'world',
  ImageCache: 'world',
  ImagePull: 'world',
  PodLog: 'world',
  LogCollector: 'world',
  LogStore: 'world',
  LogChunk: 'world',
  NameServer: 'world',
  ProxyRules: 'world',
  Traffic: 'world',
  Outage: 'world',
  HandTime: 'world',
  Image: 'world',
  Tag: 'world',
  Revision: 'world',
  LocalTag: 'world',
  Blob: 'world',
  Registry: 'world',
  Repository: 'world',
  Signature: 'world',
  Quarantine: 'world',
  AdmissionPolicy: 'world',
  PullRecord: 'world',
  ImageRun: 'world',
  Build: 'world',
  BuildCacheEntry: 'world',
  Push: 'world',
  Order: 'world',
  Fault: 'world',
  QueuedPod: 'world',
  SchedulerPolicy: 'world',
  Sight: 'world',
  SeenObject: 'world',
} as const satisfies Readonly<{ [K in Kind]: K extends ApiKind ? 'api' : 'world' }>;

export const KINDS = Object.keys(SIDES) as readonly Kind[];

export function isApiKind(kind: Kind): kind is ApiKind {
  return SIDES[kind] === 'api';
}

export const API_KINDS = KINDS.filter(isApiKind);

/** Kinds that a manifest may create, with their schemas. */
export const MANIFESTS = {
  Pod: podManifest,
  Deployment: deploymentManifest,
  ReplicaSet: replicaSetManifest,
  Service: serviceManifest,
  HorizontalPodAutoscaler: horizontalPodAutoscalerManifest,
  PodDisruptionBudget: podDisruptionBudgetManifest,
  StatefulSet: statefulSetManifest,
  DaemonSet: daemonSetManifest,
  Job: jobManifest,
  CronJob: cronJobManifest,
  Namespace: namespaceManifest,
  ResourceQuota: resourceQuotaManifest,
  ConfigMap: configMapManifest,
  PriorityClass: priorityClassManifest,
  Secret: secretManifest,
  PersistentVolumeClaim: persistentVolumeClaimManifest,
} as const;
export type ManifestKind = keyof typeof MANIFESTS;
export type Manifest = { [Key in ManifestKind]: z.infer<(typeof MANIFESTS)[Key]> }[ManifestKind];

/** The key under which the store keeps an object. */
export function keyOfObject(object: AnyObject): string {
  return 'key' in object ? object.key : keyOf((object as { metadata: ObjectMeta }).metadata);
}
