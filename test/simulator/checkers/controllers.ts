/** Watches shared/cluster/controllers/SPEC.md: counts that keep themselves, owners, and what no loop may overstep. */
import { controllerOf, keyOf } from '../../../shared/api/meta.ts';
import { isPodActive, isPodReady, isPodTerminal, isTerminating, type Pod } from '../../../shared/api/pod.ts';
import { jobEnd, settledEnd } from '../../../shared/api/job.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import type { ReplicaSet } from '../../../shared/api/replica-set.ts';
import type { ResourceQuota } from '../../../shared/api/resource-quota.ts';
import type { View } from '../../../shared/store/store.ts';
import { matchesSelector } from '../../../shared/api/selectors.ts';
import { scaledValue } from '../../../shared/api/int-or-percent.ts';
import { isInScope } from '../../../shared/cluster/controllers/quota/scopes.ts';
import { isUncounted } from '../../../shared/cluster/api-server/uncounted-pods.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import { writerOf } from './writer.ts';
import { invariant, unless } from './invariant.ts';
import { lastingInOrder } from './lasting.ts';

/** By scan, and not by the index that the controllers use. */
const podsOf = (view: View, uid: string): readonly Pod[] =>
  [...view.list('Pod')].filter(({ metadata }) => controllerOf(metadata)?.uid === uid);

function miscounts(view: View, { metadata, status }: ReplicaSet): boolean {
  const active = podsOf(view, metadata.uid).filter(isPodActive);
  const ready = active.filter(isPodReady).length;
  return status.replicas !== active.length || status.readyReplicas !== ready || status.availableReplicas > ready;
}

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

const keyOfPod = ({ metadata }: Pod): string => keyOf(metadata);

function isMisplaced(view: View, pod: Pod): boolean {
  if (!isPodActive(pod)) return false;
  const { namespace, labels } = pod.metadata;
  const owner = controllerOf(pod.metadata);
  const isTaken = (set: ReplicaSet) => matchesSelector(set.spec.selector, labels);
  if (!owner) return [...view.list('ReplicaSet')].some((set) => set.metadata.namespace === namespace && isTaken(set));
  const set = owner.kind === 'ReplicaSet' ? view.get('ReplicaSet', keyOf({ namespace, name: owner.name })) : undefined;
  return set !== undefined && set.metadata.uid === owner.uid && !isTaken(set);
}

/** It is over and told to go, its Job has counted it, and nothing stands on its node any more. */
function isHeldForNothing(view: View, key: string): boolean {
  const pod = view.get('Pod', key);
  if (!pod || !isPodTerminal(pod) || !isTerminating(pod) || controllerOf(pod.metadata)?.kind !== 'Job') return false;
  const isByItself = view.get('LoopSwitch', 'garbage-collector')?.mode === 'auto';
  return isByItself && !isUncounted(view, pod) && !view.get('Sandbox', pod.metadata.uid);
}

export const controllers = [
  invariant('RS-5', {
    whole: (view) =>
      lastingInOrder(
        view,
        'RS-5',
        [...view.list('ReplicaSet')]
          .filter((replicaSet) => miscounts(view, replicaSet))
          .map(({ metadata }) => keyOf(metadata)),
      ).map(
        (key) => `${key} counts ${JSON.stringify(view.get('ReplicaSet', key)?.status)}, which is not what there is`,
      ),
  }),
  invariant('RS-8', {
    whole: (view) =>
      lastingInOrder(view, 'RS-8', [...view.list('Pod')].filter((pod) => isMisplaced(view, pod)).map(keyOfPod)).map(
        (key) => `${key} belongs to a ReplicaSet whose labels it does not bear, or to none though it does`,
      ),
  }),
  invariant('RS-2', {
    *whole(view) {
      const living = [...view.list('Pod')].filter((pod) => !isPodTerminal(pod)).length;
      if (living > 12_000) yield `${living} pods that are not over`;
    },
  }),
  invariant('DEPLOY-2', {
    *whole(view) {
      for (const deployment of view.list('Deployment')) {
        const hashes = view
          .by('replicaSetsByController', deployment.metadata.uid)
          .map((key) => view.get('ReplicaSet', key)?.metadata.labels['pod-template-hash']);
        if (new Set(hashes).size !== hashes.length || hashes.includes(undefined))
          yield `${deployment.metadata.name} has revisions ${hashes.join(', ')}`;
      }
    },
  }),
  invariant('DEPLOY-5', {
    // The loop's own writes, by what it sees: a hand may size as it likes, and a late picture has the older wish.
    write: {
      ReplicaSet: (before, after, view) => {
        const owner = after && controllerOf(after.metadata);
        const seen = viewOf(view, 'controller-manager');
        const deployment = owner && seen.get('Deployment', `${after.metadata.namespace}/${owner.name}`);
        if (!deployment || deployment.metadata.uid !== owner.uid || writerOf(view) !== 'deployment') return null;
        if (after.spec.replicas <= (before?.spec.replicas ?? 0)) return null;
        const { replicas, strategy } = deployment.spec;
        const surge =
          strategy.type === 'RollingUpdate' ? scaledValue(strategy.rollingUpdate.maxSurge, replicas, 'up') : 0;
        const others = seen
          .by('replicaSetsByController', owner.uid)
          .filter((key) => key !== keyOf(after.metadata))
          .reduce((sum, key) => sum + (seen.get('ReplicaSet', key)?.spec.replicas ?? 0), 0);
        const wanted = others + after.spec.replicas;
        const isWithin = after.spec.replicas <= replicas + surge || after.spec.replicas <= replicas;
        return unless(
          isWithin || wanted <= replicas + surge,
          () => `${after.metadata.name} grew to ${after.spec.replicas} of ${replicas} and ${surge} more`,
        );
      },
    },
  }),
  invariant('DEPLOY-12', {
    object: {
      Deployment: ({ metadata, status }) =>
        unless(
          [status.replicas, status.updatedReplicas, status.readyReplicas, status.availableReplicas].every(
            (n) => n >= 0,
          ) &&
            status.updatedReplicas <= status.replicas &&
            status.availableReplicas <= status.readyReplicas,
          () => `${metadata.name} counts ${JSON.stringify(status)}`,
        ),
    },
  }),
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
        const zoneOf = (name: string) => view.get('Node', name)?.metadata.labels[ZONE_LABEL];
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
  invariant('STS-1', {
    object: {
      Pod: ({ metadata }) => {
        const owner = controllerOf(metadata);
        if (owner?.kind !== 'StatefulSet') return null;
        return unless(
          new RegExp(`^${owner.name.replaceAll('.', '\\.')}-\\d+$`).test(metadata.name),
          () => `${metadata.name} is a pod of the StatefulSet ${owner.name}`,
        );
      },
    },
  }),
  invariant('DS-1', {
    *whole(view) {
      for (const { metadata } of view.list('DaemonSet')) {
        const nodes = podsOf(view, metadata.uid)
          .filter(isPodActive)
          .flatMap(({ spec: { nodeName } }) => nodeName ?? []);
        if (new Set(nodes).size !== nodes.length)
          yield `${metadata.name} has two pods on one node: ${nodes.join(', ')}`;
      }
    },
  }),
  invariant('JOB-3', {
    write: {
      Job: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        return unless(
          after.status.succeeded >= before.status.succeeded &&
            after.status.failed >= before.status.failed &&
            (jobEnd(before) === null || jobEnd(after) === jobEnd(before)),
          () => `${after.metadata.name} went from ${JSON.stringify(before.status)} to ${JSON.stringify(after.status)}`,
        );
      },
      // By the ledger itself: a backup that is restored, or a node that is gone, asks nobody.
      Pod: (before, after, view) =>
        unless(
          !before || after !== undefined || !isUncounted(view, before) || writerOf(view) === 'input',
          () => `${keyOf(before?.metadata ?? { namespace: '', name: '' })} is gone, and its Job never counted it`,
        ),
    },
    whole: (view) =>
      lastingInOrder(
        view,
        'JOB-3',
        view.keys('Pod').filter((key) => isHeldForNothing(view, key)),
      ).map((key) => `${key} is counted, or has no Job any more, and does not go`),
  }),
  invariant('JOB-4', {
    // By what the loop sees: a late picture has pods that are gone by now.
    write: {
      Job: (before, after, view) => {
        if (!after || jobEnd(after) === null || (before && jobEnd(before) !== null)) return null;
        const seen = viewOf(view, 'controller-manager');
        const left = podsOf(seen, after.metadata.uid).filter((pod) => !isPodTerminal(pod));
        return unless(
          left.length === 0 && settledEnd(after) === jobEnd(after),
          () => `${after.metadata.name} is ${jobEnd(after)} while ${left.length} of its pods have not ended`,
        );
      },
    },
  }),
  invariant('CRON-2', {
    write: {
      CronJob: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const [was, is] = [before.status.lastScheduleTick ?? -1, after.status.lastScheduleTick ?? -1];
        return unless(is >= was, () => `${after.metadata.name} went back from stroke ${was} to ${is}`);
      },
    },
  }),
  invariant('CRON-3', {
    write: {
      CronJob: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const { lastScheduleTick: stroke } = after.status;
        if (stroke === null || stroke === before.status.lastScheduleTick) return null;
        const since = before.status.changedTick ?? 0;
        return unless(stroke > since, () => `${after.metadata.name} answers ${stroke}, and was changed at ${since}`);
      },
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
