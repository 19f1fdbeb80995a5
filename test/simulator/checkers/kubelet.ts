/** Watches shared/cluster/kubelet/SPEC.md: what really stands on the nodes, and what is reported of it. */
import {
  isPodTerminal,
  isTerminating,
  type ContainerStatus,
  type Pod,
  type PodPhase,
} from '../../../shared/api/pod.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { isManaged } from '../../../shared/api/world/machine.ts';
import { isUncounted } from '../../../shared/cluster/api-server/uncounted-pods.ts';
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import { isPutOff } from '../../../shared/cluster/plane/retries.ts';
import { kubeletOf } from '../../../shared/cluster/processes.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';
import { writerOf } from './writer.ts';

const OVER: ReadonlySet<PodPhase> = new Set(['Succeeded', 'Failed']);
const statusesOf = ({ status }: Pod): readonly ContainerStatus[] => [
  ...(status.initContainerStatuses ?? []),
  ...status.containerStatuses,
];

/** In touch, let in, and silent for two rounds. Whoever is turned away at a crowded door waits for the next try. */
function* unrenewed(view: View): Iterable<string> {
  if (doorTrouble(view) !== null) return;
  for (const machine of view.list('Machine')) {
    const { key, powerSinceTick, linkSinceTick, joins } = machine;
    if (!isManaged(machine) || joins || !view.get('Node', key)) continue;
    if (isPutOff(view, 'node-lease', key) || view.get('Sight', `kubelet/${key}`)?.starting) continue;
    const renewed = view.get('Lease', `kube-node-lease/${key}`)?.spec.renewTick ?? 0;
    if (view.tick > Math.max(powerSinceTick, linkSinceTick, renewed) + 20) yield key;
  }
}

/**
 * On nodes whose kubelets work by themselves. That a pod is gone has to be told: while the door is shut it stays. For
 * whom a Job has to count first, JOB-3 looks.
 */
function* stillLeaving(view: View): Iterable<string> {
  if (doorTrouble(view) !== null) return;
  for (const pod of view.list('Pod')) {
    const { metadata, spec } = pod;
    if (isUncounted(view, pod)) continue;
    const { deletionTick, deletionGracePeriodTicks: grace } = metadata;
    const machine = view.get('Machine', spec.nodeName ?? '');
    if (deletionTick === null || grace === null || !machine) continue;
    const { key, power, link, runtimeDownTick, kubeletDownTick, linkSinceTick, powerSinceTick } = machine;
    const isByItself = view.get('LoopSwitch', `kubelet/${key}`)?.mode === 'auto';
    if (power !== 'on' || link !== 'up' || !isByItself) continue;
    if (runtimeDownTick !== undefined || kubeletDownTick !== undefined) continue;
    const since = Math.max(deletionTick, linkSinceTick, powerSinceTick);
    if (view.tick > since + grace + 120) yield keyOf(metadata);
  }
}

export const kubelet = [
  invariant('KUBELET-1', {
    object: {
      Sandbox: ({ key, podKey, nodeName }, view) => {
        const isBoundIn = (seen: View) => seen.get('Pod', podKey)?.spec.nodeName === nodeName;
        const pod = view.get('Pod', podKey);
        // A backup may have taken the binding back, of which a kubelet that is cut off hears nothing. Seed 21.
        return unless(
          pod?.metadata.uid !== key || isBoundIn(view) || isBoundIn(viewOf(view, kubeletOf(nodeName))),
          () => `pod ${podKey} is bound to ${pod?.spec.nodeName} and runs on ${nodeName}`,
        );
      },
    },
  }),
  invariant('KUBELET-11', {
    *whole(view) {
      const seen = new Map<string, string>();
      for (const { address, podKey } of view.list('Sandbox')) {
        if (seen.has(address)) yield `${podKey} and ${seen.get(address)} share the address ${address}`;
        if (address !== '') seen.set(address, podKey);
      }
    },
  }),
  invariant('KUBELET-25', {
    object: {
      Sandbox: ({ podKey, spec, containers }) => {
        if (spec.restartPolicy !== 'Never') return null;
        const again = containers.find(
          ({ role, restartCount, name }) =>
            role === 'main' &&
            restartCount > 0 &&
            spec.containers.find((item) => item.name === name)?.restartPolicy === undefined,
        );
        // Init containers, rules and a lost sandbox have their own; without any of them nothing begins twice.
        const isPlain =
          spec.initContainers.length === 0 && spec.containers.every(({ restartPolicy }) => restartPolicy === undefined);
        return unless(!isPlain || again === undefined, () => `${podKey}/${again?.name} began again under Never`);
      },
    },
  }),
  invariant('KUBELET-30', {
    write: {
      Pod: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        return unless(
          !OVER.has(before.status.phase) || before.status.phase === after.status.phase,
          () => `pod ${after.metadata.name} was ${before.status.phase} and is ${after.status.phase}`,
        );
      },
    },
  }),
  invariant('KUBELET-33', {
    object: {
      Pod: ({ metadata, status }, view) => {
        const types = status.conditions.map(({ type }) => type);
        return unless(
          new Set(types).size === types.length &&
            status.conditions.every(({ lastTransitionTick: tick }) => tick <= view.tick),
          () => `pod ${keyOf(metadata)}: conditions ${JSON.stringify(status.conditions)}`,
        );
      },
    },
    write: {
      Pod: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const moved = after.status.conditions.find((now) => {
          const was = before.status.conditions.find(({ type }) => type === now.type);
          return was?.status === now.status && was.lastTransitionTick !== now.lastTransitionTick;
        });
        return unless(!moved, () => `pod ${after.metadata.name}: ${moved?.type} moved in time and not in status`);
      },
    },
  }),
  invariant('KUBELET-32', {
    write: {
      Pod: (before, after, view) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        // A pod that a backup brought back may have lost its sandbox long ago.
        if ([...view.list('EtcdBackup')].some(({ by }) => by === 'restore')) return null;
        // A sandbox that is younger than what was told of the last one: that one went with its machine, or was cleared
        // away before a backup brought its pod back. Seeds 260271 and 330198.
        const { createdTick = 0 } = view.get('Sandbox', after.metadata.uid) ?? {};
        const told = statusesOf(before).flatMap(({ state, lastState }) => [state, lastState]);
        if (told.some((one) => one && 'startedTick' in one && one.startedTick < createdTick)) return null;
        const fell = statusesOf(after).find((now) => {
          const was = statusesOf(before).find(({ name }) => name === now.name);
          return was !== undefined && now.restartCount < was.restartCount;
        });
        return unless(!fell, () => `${after.metadata.name}/${fell?.name}: fewer restarts than before`);
      },
    },
  }),
  invariant('KUBELET-34', {
    write: {
      Pod: (_before, after, view) => {
        const early = after?.status.containerStatuses.find(
          ({ state }) => state.type === 'terminated' && state.finishedTick > view.tick,
        );
        return unless(!early, () => `${after?.metadata.name}/${early?.name} is reported as ended before its end`);
      },
    },
  }),
  invariant('KUBELET-36', {
    write: {
      Pod: (before, after) =>
        unless(
          !before ||
            !after ||
            before.metadata.uid !== after.metadata.uid ||
            before.status.qosClass === after.status.qosClass,
          () => `pod ${after?.metadata.name} changed its class`,
        ),
    },
  }),
  invariant('KUBELET-40', {
    object: {
      Lease: ({ metadata, spec }, view) =>
        unless(spec.renewTick <= view.tick, () => `lease ${metadata.name} is from the future`),
    },
    whole: (view) =>
      lasting(view, 'KUBELET-40', [...unrenewed(view)]).map((node) => `the lease of ${node} is not renewed any more`),
  }),
  invariant('KUBELET-27', {
    write: {
      // What a kubelet still had of a pod goes when its end is told. Where it has nothing, as after a restore of the
      // ledger, there is nothing to tell.
      Sandbox: (before, after, view) => {
        if (!before || after || writerOf(view) !== 'kubelet') return null;
        const pod = view.get('Pod', before.podKey);
        if (pod?.metadata.uid !== before.key || !isTerminating(pod)) return null;
        // It saw the pod end, and has not heard yet that a backup took that back. Seed 360394.
        if (view.get('Sight', kubeletOf(before.nodeName))) return null;
        return unless(isPodTerminal(pod), () => `pod ${before.podKey} left as ${pod.status.phase}`);
      },
    },
    whole: (view) =>
      lasting(view, 'KUBELET-27', [...stillLeaving(view)]).map((key) => `pod ${key} has been leaving for too long`),
  }),
  invariant('KUBELET-71', {
    object: {
      Pod: (pod) =>
        unless(
          pod.status.reason !== 'Evicted' || isPodTerminal(pod),
          () => `pod ${keyOf(pod.metadata)} was evicted and is ${pod.status.phase}`,
        ),
    },
  }),
  invariant('KUBELET-78', {
    *whole(view) {
      for (const { nodeName, containers, podKey } of view.list('Sandbox')) {
        const machine = view.get('Machine', nodeName);
        const cache = view.get('ImageCache', nodeName);
        if (machine?.power !== 'on' || !cache) continue;
        const digests = new Set(Object.values(cache.images).map(({ digest }) => digest));
        for (const { state, imageDigest, name } of containers) {
          if (state.type !== 'running' || imageDigest === null) continue;
          const layers = view.get('Image', imageDigest)?.layers ?? [];
          if (!digests.has(imageDigest) && layers.some(({ digest }) => cache.layers[digest] === undefined))
            yield `${podKey}/${name} runs from an image that ${nodeName} no longer has`;
        }
      }
    },
  }),
];
