/** Watches shared/cluster/causes/SPEC.md: an outage's time is split, and nothing of it is lost. */
import { reasonNamed } from '../../../shared/cluster/causes/reasons.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import { Store } from '../../../shared/store/store.ts';
import { reasonsIn } from '../../support/reasons-in.ts';
import { invariant } from './invariant.ts';

export const causes = [
  invariant('CAUSE-1', {
    *whole(view) {
      for (const id of reasonsIn(view)) if (!reasonNamed(id)) yield `${id} is no reason of the table`;
    },
  }),
  invariant('CAUSE-5', {
    *whole(view) {
      if (!(view instanceof Store)) return;
      for (const { key, beganTick, endedTick, quietSinceTick } of view.list('Outage')) {
        const phases = why(view, key).phases;
        if (phases === null) continue;
        const length = (endedTick ?? quietSinceTick ?? view.tick) - beganTick;
        const sum = phases.reduce((total, { ticks }) => total + ticks, 0);
        if (sum !== length || phases.some(({ ticks }) => ticks < 0))
          yield `outage ${key} took ${length} ticks, its parts ${phases.map(({ ticks }) => ticks).join(' + ')}`;
      }
    },
  }),
];
