/** What is wanted against what is observed, workload by workload: the reconcile loops, to look at. */
import { houseFrame } from '../../../assets/art/names.ts';
import type { ObjectMeta } from '../../../shared/api/meta.ts';
import type { PodTemplate } from '../../../shared/api/pod.ts';
import { SYSTEM_NAMESPACE } from '../../../shared/api/system.ts';
import type { View } from '../../../shared/store/store.ts';
import { styleOfReference } from './house-style.ts';
import type { House } from './houses.ts';

/** Of a Deployment, StatefulSet, DaemonSet or Job. */
export interface Order {
  readonly key: string;
  readonly name: string;
  /** The picture of a house as it is wanted. */
  readonly wantedFrame: string;
  readonly wanted: number;
  readonly ready: number;
  /** The pictures of its houses as they are: those that are well first. */
  readonly observed: readonly string[];
}

interface Workload {
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly template: PodTemplate;
  readonly wanted: number;
  readonly ready: number;
}

function* workloads(view: View): Generator<Workload> {
  for (const { metadata, spec, status } of view.list('Deployment'))
    yield { kind: 'Deployment', metadata, template: spec.template, wanted: spec.replicas, ready: status.readyReplicas };
  for (const { metadata, spec, status } of view.list('StatefulSet'))
    yield {
      kind: 'StatefulSet',
      metadata,
      template: spec.template,
      wanted: spec.replicas,
      ready: status.readyReplicas,
    };
  for (const { metadata, spec, status } of view.list('DaemonSet'))
    yield {
      kind: 'DaemonSet',
      metadata,
      template: spec.template,
      wanted: status.desiredNumberScheduled,
      ready: status.numberReady,
    };
  for (const { metadata, spec, status } of view.list('Job'))
    yield { kind: 'Job', metadata, template: spec.template, wanted: spec.completions ?? 1, ready: status.succeeded };
}

/** A Deployment's pods are those of its ReplicaSets. */
function podsOf(view: View, { kind, metadata }: Workload): readonly string[] {
  if (kind !== 'Deployment') return view.by('podsByController', metadata.uid);
  return view
    .by('replicaSetsByController', metadata.uid)
    .flatMap((key) => view.by('podsByController', view.get('ReplicaSet', key)?.metadata.uid ?? ''));
}

const GOOD: ReadonlySet<House['state']> = new Set(['ready', 'completed']);

/** `houses`: all there are, on plots and in the queue. What keeps the cluster itself going is left out. */
export function ordersOf(view: View, houses: readonly House[]): readonly Order[] {
  const byKey = new Map(houses.map((house) => [house.key, house]));
  const orders = [...workloads(view)]
    .filter(({ metadata }) => metadata.namespace !== SYSTEM_NAMESPACE)
    .map((workload): Order => {
      const { kind, metadata, template, wanted, ready } = workload;
      const own = podsOf(view, workload).flatMap((key) => byKey.get(key) ?? []);
      const standing = own.filter(({ state }) => state !== 'terminating');
      return {
        key: `${metadata.namespace}/${metadata.name}/${kind}`,
        name: metadata.name,
        wantedFrame: houseFrame(styleOfReference(view, template.spec.containers[0]?.image ?? ''), 'ready'),
        wanted,
        ready,
        observed: standing
          .toSorted((a, b) => Number(GOOD.has(b.state)) - Number(GOOD.has(a.state)))
          .map(({ frame }) => frame),
      };
    });
  return orders.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
