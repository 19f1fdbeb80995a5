/** Watches ReplicaSets and Deployments of shared/cluster/controllers/SPEC.md: counts, owners, and how far a rollout goes. */
import { controllerOf, keyOf } from '../../../shared/api/meta.ts';
import { isPodActive, isPodReady, isPodTerminal, type Pod } from '../../../shared/api/pod.ts';
import type { ReplicaSet } from '../../../shared/api/replica-set.ts';
import type { View } from '../../../shared/store/store.ts';
import { matchesSelector } from '../../../shared/api/selectors.ts';
import { scaledValue } from '../../../shared/api/int-or-percent.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import { writerOf } from './writer.ts';
import { invariant, unless } from './invariant.ts';
import { lastingInOrder } from './lasting.ts';
import { podsOf } from './pods-of.ts';

function miscounts(view: View, { metadata, status }: ReplicaSet): boolean {
  const active = podsOf(view, metadata.uid).filter(isPodActive);
  const ready = active.filter(isPodReady).length;
  return status.replicas !== active.length || status.readyReplicas !== ready || status.availableReplicas > ready;
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

export const rollouts = [
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
];
