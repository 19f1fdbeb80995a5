/** Watches shared/cluster/faults/SPEC.md: a fault is healed when its cause is gone, and by nothing else. */
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

const unnoticed = (view: View): readonly string[] =>
  [...view.list('Fault')]
    .filter((fault) => fault.healedTick === null && FAULTS[fault.type].isHealed(view, fault))
    .map(({ key }) => key);

export const faults = [
  invariant('FAULT-1', {
    object: {
      Fault: ({ key, beganTick, healedTick }, view) =>
        unless(
          beganTick <= view.tick && (healedTick === null || (healedTick >= beganTick && healedTick <= view.tick)),
          () => `fault ${key} began at ${beganTick}, was healed at ${healedTick}`,
        ),
    },
  }),
  invariant('FAULT-2', {
    write: {
      Fault: (before, after, view) => {
        if (!before || !after || before.healedTick === after.healedTick) return null;
        if (before.healedTick !== null) return `fault ${after.key} was healed twice`;
        const isGone =
          FAULTS[after.type].isHealed(view, before) || (FAULTS[after.type].endTick?.(before) ?? Infinity) <= view.tick;
        return unless(isGone, () => `fault ${after.key} was healed while its cause is there`);
      },
    },
    whole: (view) =>
      lasting(view, 'FAULT-2', unnoticed(view)).map((key) => `the cause of ${key} is gone, and nobody noticed`),
  }),
];
