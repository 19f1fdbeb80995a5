/** One metric of an autoscaler, read and turned into a number of replicas. Source: horizontal.go, computeReplicasForMetric. */
import type { MetricReading, MetricSpec } from '../../../api/horizontal-pod-autoscaler.ts';
import { isPodReady, isTerminating, podCondition, type Pod } from '../../../api/pod.ts';
import { parseMilli } from '../../../api/quantity.ts';
import type { View } from '../../../store/store.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { arrivingRps } from '../../traffic/demand.ts';
import type { Tolerance } from './behavior.ts';
import { START_RULES, type MeasuredPod, type Metric } from './group-pods.ts';
import { servedRps } from '../../runtime/throttling.ts';
import { METRIC_WINDOW_TICKS, requestedMilli, measurable, usageMilli, type Resource } from './measure.ts';
import { byAverage, byShare, byTotal, byUtilization, type Calculation, type Measured } from './replica-calculator.ts';
import type { Scale } from './scale-target.ts';

/** The one custom metric there is, of pods, Services and the world: requests per second. */
export const REQUESTS = 'http_requests_per_second';

export interface Proposal {
  readonly replicas: number;
  readonly reading: MetricReading;
}

/** Why a metric says nothing: reason and words of the condition ScalingActive. */
export interface Unread {
  readonly reason: string;
  readonly message: string;
}

export function readMetric(
  view: View,
  namespace: string,
  metric: MetricSpec,
  scale: Scale,
  tolerance: Tolerance,
): Proposal | Unread {
  const pods = podsMatching(view, namespace, scale.selector);
  const base = { view, namespace, scale, tolerance, pods };
  switch (metric.type) {
    case 'Resource':
      return resourceProposal(base, metric.resource.name, null, metric.resource.target);
    case 'ContainerResource': {
      const { name, container, target } = metric.containerResource;
      return resourceProposal(base, name, container, target);
    }
    case 'Pods':
      return podsProposal(base, metric.pods.metric.name, parseMilli(metric.pods.target.averageValue));
    case 'Object': {
      const { describedObject, metric: counted, target } = metric.object;
      const { apiVersion = 'v1', kind, name } = describedObject;
      const isCounted = kind === 'Service' && apiVersion === 'v1';
      const unread = unreadTotal('FailedGetObjectMetric', counted.name);
      return isCounted ? totalProposal(base, counted.name, name, target, unread) : unread;
    }
    case 'External': {
      const { metric: name, target } = metric.external;
      const unread = unreadTotal('FailedGetExternalMetric', name.name);
      return totalProposal(base, name.name, name.selector?.matchLabels['service'] ?? null, target, unread);
    }
  }
}

interface Base {
  readonly view: View;
  readonly namespace: string;
  readonly scale: Scale;
  readonly tolerance: Tolerance;
  readonly pods: readonly Pod[];
}

function measured({ view, scale, tolerance, pods }: Base, valueOf: (pod: Pod) => number | null): Measured {
  const metrics = new Map<string, Metric>();
  for (const pod of pods) {
    const value = valueOf(pod);
    if (value !== null) {
      metrics.set(pod.metadata.name, { value, tick: view.tick, windowTicks: METRIC_WINDOW_TICKS });
    }
  }
  const { tick } = view;
  return { currentReplicas: scale.replicas, tolerance, pods: pods.map(seen), metrics, rules: START_RULES, tick };
}

function seen(pod: Pod): MeasuredPod {
  const ready = podCondition(pod, 'Ready');
  return {
    name: pod.metadata.name,
    phase: pod.status.phase,
    isDeleting: isTerminating(pod),
    startTick: pod.status.startTick,
    ready: ready ? { isFalse: ready.status === 'False', sinceTick: ready.lastTransitionTick } : null,
  };
}

function resourceProposal(
  base: Base,
  resource: Resource,
  container: string | null,
  target: Extract<MetricSpec, { type: 'Resource' }>['resource']['target'],
): Proposal | Unread {
  const input = measured(base, (pod) => usageMilli(base.view, pod, resource, container));
  const isCpu = resource === 'cpu';
  const calculation =
    target.type === 'Utilization'
      ? byUtilization(input, requestsOf(base.pods, resource, container), target.averageUtilization, isCpu)
      : byAverage(input, parseMilli(target.averageValue), isCpu);
  const unread = `failed to get ${resource} utilization: unable to get metrics for resource ${resource}`;
  const reason = container === null ? 'FailedGetResourceMetric' : 'FailedGetContainerResourceMetric';
  return proposal(resource, calculation, reason, unread);
}

function requestsOf(pods: readonly Pod[], resource: Resource, container: string | null) {
  const requests = new Map<string, number>();
  for (const pod of pods) {
    const request = requestedMilli(pod, resource, container);
    if (request === null) return null;
    requests.set(pod.metadata.name, request);
  }
  return requests;
}

function podsProposal(base: Base, name: string, targetMilli: number): Proposal | Unread {
  const isKnown = name === REQUESTS;
  const input = measured(base, (pod) =>
    isKnown && measurable(base.view, pod) ? 1000 * servedRps(base.view, pod.metadata.uid) : null,
  );
  const calculation = byAverage(input, targetMilli, false);
  return proposal(name, calculation, 'FailedGetPodsMetric', `unable to get metric ${name}`);
}

/** Of one Service, or of all together: who comes, served or not. */
function totalProposal(
  { view, namespace, scale, tolerance, pods }: Base,
  name: string,
  service: string | null,
  target: Extract<MetricSpec, { type: 'External' }>['external']['target'],
  unread: Unread,
): Proposal | Unread {
  const keys = service === null ? view.keys('Traffic') : [`${namespace}/${service}`];
  const streams = keys.flatMap((key) => view.get('Traffic', key) ?? []);
  if (name !== REQUESTS || streams.length === 0) return unread;
  const totalMilli = streams.reduce((sum, { key, demandRps }) => sum + 1000 * arrivingRps(view, key, demandRps), 0);
  if (target.type === 'AverageValue') {
    const calculation = byShare(scale.statusReplicas, totalMilli, parseMilli(target.averageValue), tolerance);
    return proposal(name, calculation, unread.reason, unread.message);
  }
  const ready = pods.filter((pod) => pod.status.phase === 'Running' && isPodReady(pod)).length;
  const known = pods.length === 0 ? null : ready;
  const calculation = byTotal(scale.replicas, totalMilli, parseMilli(target.value), known, tolerance);
  return proposal(name, calculation, unread.reason, unread.message);
}

function unreadTotal(reason: string, name: string): Unread {
  return { reason, message: `unable to get metric ${name}` };
}

function proposal(name: string, calculation: Calculation | null, reason: string, message: string): Proposal | Unread {
  if (!calculation) return { reason, message };
  const { replicas, utilizationPercent, usageMilli: valueMilli } = calculation;
  return { replicas, reading: { name, utilizationPercent, valueMilli } };
}
