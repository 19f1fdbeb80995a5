/** Watches the rest of shared/cluster/controllers/SPEC.md: signs, lists, budgets, quotas, and what must not pile up. */
import { keyOf } from '../../../shared/api/meta.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../../shared/api/pod.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import type { ResourceQuota } from '../../../shared/api/resource-quota.ts';
import type { View } from '../../../shared/store/store.ts';
import { isInScope } from '../../../shared/cluster/controllers/quota/scopes.ts';
import { invariant, unless } from './invariant.ts';
import { lastingInOrder } from './lasting.ts';

function miscountsPods(view: View, quota: ResourceQuota): boolean {
  const { metadata, status } = quota;
  const isLost = ({ metadata: { deletionTick, deletionGracePeriodTicks: grace } }: Pod) =>
    deletionTick !== null && grace !== null && view.tick > deletionTick + 2 * grace;
  const counted = [...view.list('Pod')].filter(({ spec }) => isInScope(quota, spec));
  const held = counted.filter(
    (pod) => pod.metadata.namespace === metadata.namespace && !isPodTerminal(pod) && !isLost(pod),
  ).length;
  return status.used.pods !== undefined && status.used.pods !== String(held);
}

export const controllers = [
  invariant('NODE-4', {
    object: {
      Node: ({ metadata, spec }) => {
        const names = spec.taints.map(({ key, effect }) => `${key}:${effect}`);
        return unless(new Set(names).size === names.length, () => `${metadata.name} has taints ${names.join(', ')}`);
      },
    },
  }),
  invariant('EP-3', {
    object: {
      EndpointSlice: ({ metadata, endpoints }) =>
        unless(
          new Set(endpoints.map(({ podUid }) => podUid)).size === endpoints.length,
          () => `slice ${metadata.name} names a pod twice`,
        ),
    },
  }),
  invariant('EP-6', {
    write: {
      EndpointSlice: (_before, after, view) => {
        const zoneOf = (name: string) => view.get('Node', name)?.metadata.labels[ZONE_LABEL] || undefined;
        const lost = after?.endpoints.find(({ nodeName, zone }) => zone !== zoneOf(nodeName));
        return unless(!lost, () => `${lost?.podKey} on ${lost?.nodeName} is said to be in zone ${lost?.zone}`);
      },
    },
  }),
  invariant('EP-2', {
    object: {
      EndpointSlice: ({ metadata, endpoints }) =>
        unless(
          endpoints.every(({ ready, serving, terminating }) => ready === (serving && !terminating) || ready),
          () => `slice ${metadata.name}: ${JSON.stringify(endpoints)}`,
        ),
    },
  }),
  invariant('PDB-1', {
    *whole(view) {
      for (const { metadata, status, spec } of view.list('PodDisruptionBudget')) {
        const { disruptionsAllowed, currentHealthy, desiredHealthy } = status;
        if (status.observedGeneration === 0) continue;
        if (disruptionsAllowed < 0) yield `${metadata.name} allows ${disruptionsAllowed}`;
        if (disruptionsAllowed > Math.max(0, currentHealthy - desiredHealthy))
          yield `${metadata.name} allows ${disruptionsAllowed} of ${currentHealthy} with ${desiredHealthy} wanted (${JSON.stringify(spec)})`;
      }
    },
  }),
  invariant('NS-1', {
    *whole(view) {
      for (const name of ['default', 'kube-system', 'kube-node-lease'])
        if (!view.get('Namespace', name)) yield `namespace ${name} is gone`;
      for (const kind of ['Pod', 'Deployment', 'Service', 'ConfigMap', 'Job'] as const) {
        for (const { metadata } of view.list(kind))
          if (!view.get('Namespace', metadata.namespace)) yield `${kind} ${keyOf(metadata)} stands nowhere`;
      }
    },
  }),
  invariant('QUOTA-1', {
    whole: (view) =>
      lastingInOrder(
        view,
        'QUOTA-1',
        [...view.list('ResourceQuota')]
          .filter((quota) => miscountsPods(view, quota))
          .map(({ metadata }) => keyOf(metadata)),
      ).map(
        (key) =>
          `quota ${key} counts ${JSON.stringify(view.get('ResourceQuota', key)?.status)}, which is not what there is`,
      ),
  }),
  invariant('PROV-2', {
    *whole(view) {
      if (view.count('Node') === 0 && view.count('Machine') === 0) yield 'the last machine was given back';
    },
  }),
  invariant('GC-3', {
    object: {
      Event: ({ metadata, firstTick, lastTick, count }, view) =>
        unless(
          firstTick <= lastTick && lastTick <= view.tick && count >= 1 && view.tick <= lastTick + 3600,
          () => `event ${metadata.name}: ${count} times from ${firstTick} to ${lastTick}, now ${view.tick}`,
        ),
    },
  }),
  invariant('GC-5', {
    whole: (view) => {
      const ended = [...view.list('Pod')].filter((pod) => isPodTerminal(pod) && !isTerminating(pod)).length;
      return lastingInOrder(view, 'GC-5', ended > 1000 ? ['ended'] : []).map(() => `${ended} pods are over and stay`);
    },
  }),
  invariant('HPA-1', {
    object: {
      HorizontalPodAutoscaler: ({ metadata, spec, status }) =>
        unless(
          status.lastScaleTick === null || status.desiredReplicas >= 0,
          () => `${metadata.name} wants ${status.desiredReplicas} of at most ${spec.maxReplicas}`,
        ),
    },
  }),
];
