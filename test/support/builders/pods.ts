/** Pods: as manifests, and as they stand in a store. */
import { must } from '../../../shared/base/assert.ts';
import type { OwnerReference } from '../../../shared/api/meta.ts';
import { podManifest, type Pod, type PodPhase } from '../../../shared/api/pod.ts';
import { qosClassOf } from '../../../shared/api/qos.ts';
import { newMeta } from '../../../shared/cluster/api-server/objects.ts';
import type { Store } from '../../../shared/store/store.ts';
import type { Labels } from './worlds.ts';

export interface PodOptions {
  readonly labels?: Labels;
  readonly image?: string;
  /** Requests, as quantities: `500m`, `64Mi`. */
  readonly cpu?: string;
  readonly memory?: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
  readonly node?: string;
  readonly nodeSelector?: Labels;
  readonly tolerations?: readonly object[];
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  readonly gracePeriodSeconds?: number;
  readonly activeDeadlineSeconds?: number;
  /** Laid over the one container `app`; `containers` replaces it. */
  readonly container?: object;
  readonly containers?: readonly object[];
  readonly affinity?: object;
  readonly topologySpreadConstraints?: readonly object[];
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly initContainers?: readonly object[];
  readonly volumes?: readonly object[];
}

type PodManifest = ReturnType<typeof podManifest.parse>;

/** Only what was said. */
function given(resources: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(resources).filter(([, amount]) => amount !== undefined));
}

export function podSpecOf(options: PodOptions): object {
  const { cpu, memory, cpuLimit, memoryLimit } = options;
  const app = {
    name: 'app',
    image: options.image ?? 'docker.io/library/hut:1.0',
    resources: { requests: given({ cpu, memory }), limits: given({ cpu: cpuLimit, memory: memoryLimit }) },
    ...options.container,
  };
  return {
    nodeName: options.node ?? null,
    containers: options.containers ?? [app],
    initContainers: options.initContainers,
    volumes: options.volumes,
    nodeSelector: options.nodeSelector,
    tolerations: options.tolerations,
    affinity: options.affinity,
    topologySpreadConstraints: options.topologySpreadConstraints,
    priority: options.priority,
    priorityClassName: options.priorityClassName,
    restartPolicy: options.restartPolicy,
    terminationGracePeriodSeconds: options.gracePeriodSeconds,
    activeDeadlineSeconds: options.activeDeadlineSeconds,
  };
}

/** A manifest as `apply` takes it, defaults filled in. */
export function aPod(name: string, options: PodOptions = {}): PodManifest {
  return podManifest.parse({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: options.labels },
    spec: podSpecOf(options),
  });
}

export interface StoredPodOptions extends PodOptions {
  readonly phase?: PodPhase;
  readonly ready?: boolean;
  readonly owner?: OwnerReference;
  readonly status?: Partial<Pod['status']>;
  readonly deletionTick?: number;
}

/** The pod put into the store as it stands, past API server, scheduler and kubelet. Returns what is stored. */
export function storedPod(world: Store, name: string, options: StoredPodOptions = {}): Pod {
  const { spec } = aPod(name, options);
  const { labels = {}, owner, deletionTick } = options;
  const meta = newMeta(world, 'Pod', { name, namespace: 'default', labels, ...(owner ? { owner } : {}) });
  const conditions: Pod['status']['conditions'] =
    options.ready === undefined
      ? []
      : (['ContainersReady', 'Ready'] as const).map((type) => ({
          type,
          status: options.ready ? ('True' as const) : ('False' as const),
          reason: '',
          message: '',
          lastTransitionTick: world.tick,
        }));
  return world.put<Pod>({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata:
      deletionTick === undefined
        ? meta
        : { ...meta, deletionTick, deletionGracePeriodTicks: spec.terminationGracePeriodSeconds },
    spec,
    status: {
      phase: options.phase ?? 'Pending',
      reason: '',
      message: '',
      conditions,
      containerStatuses: [],
      qosClass: qosClassOf(spec),
      podIP: '',
      hostIP: '',
      startTick: null,
      ...options.status,
    },
  });
}

export function podOf(world: Store, name: string): Pod {
  return must(world.get('Pod', `default/${name}`), `pod ${name}`);
}
