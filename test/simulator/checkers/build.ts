/** Watches shared/cluster/build/SPEC.md: builds under way, and what they leave. */
import { digestOf } from './digest-of.ts';
import { invariant, unless } from './invariant.ts';

export const build = [
  invariant('BUILD-18', {
    object: {
      Build: ({ key, steps, startedTick, doneTick }) => {
        const ticks = steps.reduce((sum, step) => sum + step.ticks, 0);
        return unless(
          doneTick - startedTick >= Math.max(1, ticks) && steps.every((step) => !step.cached || step.ticks === 0),
          () => `build ${key} takes from ${startedTick} to ${doneTick}, its steps ${ticks}`,
        );
      },
    },
  }),
  invariant('BUILD-19', {
    object: {
      Build: ({ key, state, doneTick, digest, image }, view) =>
        unless(
          (state === 'done') === doneTick <= view.tick && digest === image.key && digest === digestOf(image),
          () => `build ${key} is ${state} at ${view.tick}, done at ${doneTick}`,
        ),
    },
  }),
  invariant('BUILD-15', {
    object: {
      Build: ({ key, steps, image }) => {
        const made = new Set(image.layers.map(({ digest }) => digest));
        const lost = steps.find(
          ({ layerDigest }) => layerDigest !== null && !/^sha256:[0-9a-f]{64}$/.test(layerDigest),
        );
        return unless(
          !lost && (made.size > 0 || image.layers.length === 0),
          () => `build ${key}: ${lost?.instruction}`,
        );
      },
    },
  }),
  invariant('BUILD-25', {
    object: {
      Order: ({ key, dueTick, deliveredTick, missingSinceTick }, view) =>
        unless(
          (deliveredTick === null || (deliveredTick >= dueTick && deliveredTick <= view.tick)) &&
            (missingSinceTick === null || missingSinceTick <= view.tick),
          () => `order ${key}: due ${dueTick}, delivered ${deliveredTick}, missing since ${missingSinceTick}`,
        ),
    },
  }),
];
