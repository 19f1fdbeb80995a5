/** Watches shared/cluster/runtime/SPEC.md: machines, processes, back-offs, pulls and probes. */
import { isKubeletUp } from '../../../shared/api/world/machine.ts';
import { kubeletSettingsOf } from '../../../shared/cluster/kubelet/settings.ts';
import { invariant, unless } from './invariant.ts';

/** Whatever a kubelet is told. Oracle: kubelet.crashLoopMax. */
const LONGEST_WAIT = 300;

export const runtime = [
  invariant('RUNTIME-1', {
    *whole(view) {
      for (const { nodeName, podKey, containers } of view.list('Sandbox')) {
        if (view.get('Machine', nodeName)?.power === 'on') continue;
        const alive = containers.find(({ state }) => state.type === 'running');
        if (alive) yield `${podKey}/${alive.name} runs on ${nodeName}, which has no power`;
      }
      for (const { key, nodeName } of view.list('ImagePull'))
        if (view.get('Machine', nodeName)?.power !== 'on') yield `${key} goes on without power`;
    },
  }),
  invariant('RUNTIME-2', {
    object: {
      Machine: ({ key, power, bootDoneTick, powerSinceTick }, view) =>
        unless(
          (power === 'booting') === (bootDoneTick !== null) && powerSinceTick <= view.tick,
          () => `machine ${key} is ${power}, boots until ${bootDoneTick}`,
        ),
    },
  }),
  invariant('RUNTIME-10', {
    object: {
      Sandbox: ({ podKey, containers }, view) => {
        const wrong = containers.find(({ state }) => state.type === 'running' && state.startedTick > view.tick);
        return unless(!wrong, () => `${podKey}/${wrong?.name} began in the future`);
      },
    },
  }),
  invariant('RUNTIME-11', {
    object: {
      Sandbox: ({ podKey, containers }) => {
        const wrong = containers.find(
          ({ state, warmTick }) => state.type === 'running' && warmTick !== null && warmTick < state.startedTick,
        );
        return unless(!wrong, () => `${podKey}/${wrong?.name} answered before it began`);
      },
    },
  }),
  invariant('RUNTIME-16', {
    object: {
      Sandbox: ({ podKey, containers }) => {
        const wrong = containers.find(
          ({ state }) =>
            state.type === 'terminated' &&
            (state.finishedTick < state.startedTick ||
              (state.exitCode === 0) !== (state.reason === 'Completed') ||
              state.exitCode < 0 ||
              state.exitCode > 255),
        );
        return unless(!wrong, () => `${podKey}/${wrong?.name} ended as ${JSON.stringify(wrong?.state)}`);
      },
    },
  }),
  invariant('RUNTIME-20', {
    object: {
      // What was begun under another configuration of the kubelet goes on as it was.
      Sandbox: ({ podKey, containers }, view) => {
        const wrong = containers.find(({ backoff }) => {
          if (backoff === null) return false;
          const { delayTicks, untilTick } = backoff;
          return delayTicks < 1 || delayTicks > LONGEST_WAIT || untilTick > view.tick + LONGEST_WAIT;
        });
        return unless(
          !wrong,
          () => `${podKey}/${wrong?.name} backs off ${JSON.stringify(wrong?.backoff)} at ${view.tick}`,
        );
      },
    },
  }),
  invariant('RUNTIME-40', {
    write: {
      Sandbox: (before, after, view) => {
        const machine = after && view.get('Machine', after.nodeName);
        // The very tick in which it hangs or comes back may still bring what was under way.
        if (!before || !after || machine?.runtimeDownTick === undefined || machine.runtimeDownTick >= view.tick)
          return null;
        const begun = after.containers.find(
          ({ name, state }) =>
            state.type === 'running' && before.containers.find((was) => was.name === name)?.state.type !== 'running',
        );
        return unless(!begun, () => `${after.podKey}/${begun?.name} began while the runtime hangs`);
      },
    },
  }),
  invariant('PULL-1', {
    *whole(view) {
      const busy = [...view.list('ImagePull')]
        .filter(({ state, nodeName }) => state === 'pulling' && kubeletSettingsOf(view, nodeName).serializeImagePulls)
        .map(({ nodeName }) => nodeName);
      if (new Set(busy).size !== busy.length) yield `two pulls at once: ${busy.join(', ')}`;
    },
  }),
  invariant('PULL-2', {
    object: {
      ImagePull: ({ key, layers, receivedBytes, arrived, bytesPerTick }) => {
        const whole = layers.reduce((sum, { bytes }) => sum + bytes, 0);
        return unless(
          receivedBytes >= 0 && receivedBytes <= whole && arrived <= layers.length && bytesPerTick >= 0,
          () => `${key} has ${receivedBytes} of ${whole} bytes, ${arrived} of ${layers.length} layers`,
        );
      },
    },
  }),
  invariant('PULL-5', {
    object: {
      Sandbox: ({ podKey, containers }, view) => {
        const wrong = containers.find(({ pullBackoff }) => {
          if (pullBackoff === null) return false;
          const { delayTicks, untilTick } = pullBackoff;
          return delayTicks < 10 || delayTicks > 300 || untilTick > view.tick + 300;
        });
        return unless(
          !wrong,
          () => `${podKey}/${wrong?.name} waits ${JSON.stringify(wrong?.pullBackoff)} at ${view.tick}`,
        );
      },
    },
  }),
  invariant('PULL-7', {
    object: {
      ImageCache: ({ key, images }) => {
        const short = Object.keys(images).find((reference) => !reference.includes('/'));
        return unless(short === undefined, () => `the cache of ${key} knows ${short}, which is no whole reference`);
      },
    },
  }),
  invariant('PROBE-5', {
    object: {
      Sandbox: ({ podKey, nodeName, containers }, view) => {
        // Nobody probes where no kubelet runs (KUBELET-82).
        if (!isKubeletUp(view.get('Machine', nodeName))) return null;
        const wrong = containers.find(
          ({ state, startup, readiness, liveness }) =>
            state.type === 'running' &&
            [startup, readiness, liveness].some((probe) => (probe?.flipTick ?? view.tick) < view.tick - 1),
        );
        return unless(!wrong, () => `${podKey}/${wrong?.name}: a conclusion is overdue`);
      },
    },
  }),
];
