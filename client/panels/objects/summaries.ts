/** What is worth knowing of an object in a word or two: the columns of `kubectl get`, in short. */
import type { ApiKind, ApiKinds } from '../../../shared/api/kinds.ts';
import type { IntOrPercent } from '../../../shared/api/int-or-percent.ts';
import { isNodeReady } from '../../../shared/api/node.ts';
import { quotaScopes } from './quota-scopes.ts';
import { QUOTA_RESOURCES } from '../../../shared/api/resource-quota.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';

/** Pods have a table of their own, and events their feed. */
export type SummedUpKind = Exclude<ApiKind, 'Pod' | 'Event'>;

const join = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' · ');

const SUMMARIES: { readonly [K in SummedUpKind]: (object: ApiKinds[K], tick: number) => string } = {
  Node: (node) => {
    const ready = isNodeReady(node) ? 'Ready' : 'NotReady';
    return node.spec.unschedulable ? `${ready}, SchedulingDisabled` : ready;
  },
  Namespace: ({ status }) => status.phase,
  Deployment: ({ spec, status }) => join(`${status.readyReplicas}/${spec.replicas}`, imagesOf(spec)),
  ReplicaSet: ({ spec, status }) => join(`${status.readyReplicas}/${spec.replicas}`, imagesOf(spec)),
  StatefulSet: ({ spec, status }) => join(`${status.readyReplicas}/${spec.replicas}`, imagesOf(spec)),
  DaemonSet: ({ spec, status }) => join(`${status.numberReady}/${status.desiredNumberScheduled}`, imagesOf(spec)),
  Job: ({ spec, status }) => `${status.succeeded}/${spec.completions ?? 1}`,
  CronJob: ({ spec, status }, tick) =>
    join(
      spec.schedule,
      spec.suspend ? 'Suspended' : '',
      status.lastScheduleTick === null ? '' : formatTicks(tick - status.lastScheduleTick),
    ),
  HorizontalPodAutoscaler: ({ spec, status }) =>
    join(
      `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
      `${spec.minReplicas} ≤ ${status.currentReplicas} ≤ ${spec.maxReplicas}`,
    ),
  PodDisruptionBudget: ({ spec, status }) =>
    join(
      limit('minAvailable', spec.minAvailable),
      limit('maxUnavailable', spec.maxUnavailable),
      `${status.disruptionsAllowed}`,
    ),
  Service: ({ spec, status }) =>
    join(
      status.clusterIP,
      spec.ports
        .map(({ port }, index) => [port, ...(status.nodePorts?.slice(index, index + 1) ?? [])].join(':'))
        .join(', '),
    ),
  EndpointSlice: ({ endpoints }) =>
    endpoints
      .filter(({ ready }) => ready)
      .map(({ address }) => address)
      .join(', ') || t('objects.noAddress'),
  ConfigMap: ({ data }) => Object.keys(data).join(', '),
  // What is in a Secret is nobody's business in a list.
  Secret: ({ type, data }) => join(type, `${Object.keys(data).length}`),
  PersistentVolumeClaim: ({ spec, status }) => join(status.phase, `${spec.resources.requests.storage}`),
  ResourceQuota: ({ spec, status }) =>
    join(
      QUOTA_RESOURCES.filter((resource) => spec.hard[resource] !== undefined)
        .map((resource) => `${resource}: ${status.used[resource] ?? '0'}/${spec.hard[resource]}`)
        .join(', '),
      quotaScopes({ spec }),
    ),
  PriorityClass: ({ value, globalDefault }) => join(`${value}`, globalDefault ? 'default' : ''),
  Lease: ({ spec }, tick) => join(spec.holderIdentity, formatTicks(tick - spec.renewTick)),
};

interface Templated {
  readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
}

function imagesOf({ template }: Templated): string {
  return template.spec.containers.map(({ image }) => image).join(', ');
}

function limit(name: string, value: IntOrPercent | undefined): string {
  return value === undefined ? '' : `${name} ${value}`;
}

export function summaryOf<K extends SummedUpKind>(object: ApiKinds[K], tick: number): string {
  const summarize = SUMMARIES[object.kind as K] as (object: ApiKinds[K], tick: number) => string;
  return summarize(object, tick);
}
