/** Watches shared/cluster/registry/SPEC.md: tags, digests, layers, and who may put what where. */
import { digestOf } from './digest-of.ts';
import { invariant, unless } from './invariant.ts';

export const registry = [
  invariant('REG-5', {
    *whole(view) {
      for (const { key, digest } of view.list('Tag'))
        if (!view.get('Image', digest)) yield `tag ${key} points at nothing`;
      for (const { key, digest } of view.list('LocalTag'))
        if (!view.get('Image', digest)) yield `${key} in the backpack is nothing`;
      for (const { key, digest } of view.list('Revision'))
        if (!view.get('Image', digest)) yield `revision ${key} is nothing`;
    },
  }),
  invariant('REG-7', {
    write: {
      Image: (before, after) =>
        unless(
          !before || !after || digestOf(before) === digestOf(after),
          () => `digest ${after?.key} means something else`,
        ),
    },
    *whole(view) {
      for (const { key, digest } of view.list('Tag')) {
        const repository = key.replace(/:[^/]*$/, '');
        if (!view.get('Revision', `${repository}@${digest}`)) yield `${repository} has no manifest of its tag ${key}`;
      }
    },
  }),
  invariant('REG-8', {
    write: {
      Image: (before, after) =>
        unless(
          before !== undefined || after === undefined || digestOf(after) === after.key,
          () => `image ${after?.key} is not what it says`,
        ),
    },
  }),
  invariant('REG-12', {
    object: {
      Push: ({ key, state, doneTick, startedTick, reason }, view) =>
        unless(
          doneTick >= startedTick &&
            (state !== 'done' || doneTick <= view.tick) &&
            (state === 'failed') === (reason !== ''),
          () => `push ${key} is ${state} (${reason}), from ${startedTick} to ${doneTick}, now ${view.tick}`,
        ),
    },
  }),
  invariant('REG-15', {
    *whole(view) {
      const running = view.by('runningPushes', '').map((key) => view.get('Push', key)?.reference);
      if (new Set(running).size !== running.length) yield `pushed twice at once: ${running.join(', ')}`;
    },
  }),
  invariant('REG-17', {
    object: {
      Registry: ({ available, startDoneTick }, view) =>
        unless(
          (!available || startDoneTick === null) && (startDoneTick ?? 0) <= view.tick + 5,
          () => `the registry is ${available ? 'open' : 'shut'} and starts until ${startDoneTick}`,
        ),
    },
  }),
  invariant('REG-19', {
    object: {
      Signature: ({ key, namespace, digest }) =>
        unless(key === `${namespace}|${digest}`, () => `signature ${key} is for ${namespace} and ${digest}`),
    },
  }),
  invariant('REG-22', {
    *whole(view) {
      const held = new Set<string>();
      for (const { layers } of view.list('Image')) for (const { digest } of layers) held.add(digest);
      for (const { key } of view.list('Blob'))
        if (!held.has(key)) yield `layer ${key} is of no image that anybody knows`;
      for (const { key } of view.list('Tag'))
        if (key.startsWith('docker.io/library/') && !view.get('Tag', key)) yield key;
    },
  }),
  invariant('REG-25', {
    object: {
      PullRecord: ({ key, startedTick, endedTick, outcome }, view) =>
        unless(
          startedTick <= view.tick &&
            (endedTick === null) === (outcome === 'pulling') &&
            (endedTick ?? startedTick) >= startedTick,
          () => `pull ${key}: ${outcome} from ${startedTick} to ${endedTick}`,
        ),
    },
  }),
  invariant('REG-27', {
    *whole(view) {
      if (view.count('PullRecord') > 1000 || view.count('ImageRun') > 2000) yield 'more is remembered than was agreed';
      for (const { key, nodeName, reference, outcome } of view.list('PullRecord')) {
        const isComing =
          view.get('ImagePull', `${nodeName}|${reference}`)?.state === 'pulling' ||
          [...view.list('HostContainer')].some(
            ({ host, image, state }) => host === nodeName && image === reference && state === 'pulling',
          );
        if (outcome === 'pulling' && !isComing) yield `pull ${key} goes on, and nobody waits for it`;
      }
      const open = [...view.list('ImageRun')].filter(({ endedTick }) => endedTick === null);
      for (const { key, podUid, container } of open) {
        const found = view.get('Sandbox', podUid)?.containers.find(({ name }) => name === container);
        if (found?.state.type !== 'running') yield `run ${key} is open, and nothing runs`;
      }
    },
  }),
];
