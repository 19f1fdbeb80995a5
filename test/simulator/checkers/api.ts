/** Watches shared/api/SPEC.md: names, amounts and metadata of whatever the API server shows. */
import { isApiKind, KINDS, type Kind } from '../../../shared/api/kinds.ts';
import type { ObjectMeta } from '../../../shared/api/meta.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { keepsTolerations } from '../../../shared/cluster/api-server/validate-tolerations.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import { podRequests } from '../../../shared/api/pod-requests.ts';
import { invariant, unless, type Invariant } from './invariant.ts';

const ofEveryApiKind = (check: (meta: ObjectMeta, before: ObjectMeta | undefined) => string | null) =>
  Object.fromEntries(
    KINDS.filter(isApiKind).map((kind: Kind) => [
      kind,
      (before: { metadata: ObjectMeta } | undefined, after: { metadata: ObjectMeta } | undefined) =>
        after ? check(after.metadata, before?.metadata) : null,
    ]),
  ) as NonNullable<Invariant['write']>;

export const api = [
  invariant('API-3', {
    object: {
      Pod: (pod) => {
        const { cpuMilli, memoryBytes } = podRequests(pod.spec);
        return unless(
          Number.isSafeInteger(cpuMilli) && Number.isSafeInteger(memoryBytes) && cpuMilli >= 0 && memoryBytes >= 0,
          () => `pod ${pod.metadata.name} asks for ${cpuMilli}m and ${memoryBytes} bytes`,
        );
      },
    },
  }),
  invariant('API-4', {
    write: ofEveryApiKind(({ name, namespace }) =>
      unless(
        /^[a-z0-9]/.test(name) && name.length <= 320 && /^[a-z0-9-]*$/.test(namespace),
        () => `the name ${namespace}/${name}`,
      ),
    ),
  }),
  invariant('API-8', {
    // Who is who never changes: a namesake is somebody else.
    write: ofEveryApiKind((meta, before) => {
      if (!before || before.uid !== meta.uid) return null;
      return unless(
        before.creationTick === meta.creationTick &&
          before.generation <= meta.generation &&
          before.resourceVersion < meta.resourceVersion &&
          (before.deletionTick === null || before.deletionTick === meta.deletionTick),
        () => `${meta.name}: metadata went from ${JSON.stringify(before)} to ${JSON.stringify(meta)}`,
      );
    }),
  }),
  invariant('API-7', {
    write: {
      Service: (before, after) =>
        unless(
          !before ||
            !after ||
            before.metadata.uid !== after.metadata.uid ||
            // An ExternalName has none, and may become something else.
            [before, after].some(({ status }) => status.clusterIP === '') ||
            before.status.clusterIP === after.status.clusterIP,
          () => `service ${after?.metadata.name} changed its address`,
        ),
    },
    *whole(view) {
      const seen = new Map<string, string>();
      for (const { status, metadata } of view.list('Service')) {
        const { clusterIP } = status;
        if (seen.has(clusterIP)) yield `services ${metadata.name} and ${seen.get(clusterIP)} share ${clusterIP}`;
        if (clusterIP !== 'None' && clusterIP !== '') seen.set(clusterIP, metadata.name);
      }
    },
  }),
  invariant('API-5', {
    write: {
      Pod: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid || before.spec === after.spec) return null;
        return unless(
          isEqual(withoutWhatMayChange(before), withoutWhatMayChange(after)) && onlyGains(before, after),
          () => `the spec of pod ${after.metadata.name} changed`,
        );
      },
    },
  }),
];

/** It tolerates more, or for another time, and ends no later. */
function onlyGains({ spec: before }: Pod, { spec: after }: Pod): boolean {
  const latest = before.activeDeadlineSeconds ?? Number.POSITIVE_INFINITY;
  const end = after.activeDeadlineSeconds ?? Number.POSITIVE_INFINITY;
  return end <= latest && keepsTolerations(before.tolerations, after.tolerations);
}

/** Where it stands, its images, its deadline, what it tolerates. */
function withoutWhatMayChange({ spec }: Pod): object {
  const { activeDeadlineSeconds: _deadline, tolerations: _tolerated, ...rest } = spec;
  const containers = (all: Pod['spec']['containers']) => all.map((container) => ({ ...container, image: '' }));
  const { containers: main, initContainers: init } = spec;
  return { ...rest, nodeName: null, containers: containers(main), initContainers: containers(init) };
}
