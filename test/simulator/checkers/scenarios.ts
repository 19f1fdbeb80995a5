/** Watches shared/scenarios/SPEC.md and shared/base/SPEC.md, as far as the state shows them. */
import { createDirector } from '../../../shared/scenarios/director.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import { scenario } from '../../support/scenarios.ts';
import { splitEvenly } from '../../../shared/base/integers.ts';
import { invariant } from './invariant.ts';

const directors = ['first-town', 'inn-and-kitchen'].map((id) => createDirector(scenario(id), 7));

export const scenarios = [
  invariant('SCEN-2', {
    *whole(view) {
      for (const director of directors) {
        if (!isEqual(director.eventsAt(view.tick, view), director.eventsAt(view.tick, view)))
          yield 'the director wavers';
      }
    },
  }),
  invariant('BASE-4', {
    *whole(view) {
      for (const { key, demandRps } of view.list('Traffic')) {
        const parts = splitEvenly(demandRps, 1 + view.count('Node'));
        if (parts.reduce((sum, part) => sum + part, 0) !== demandRps || Math.max(...parts) - Math.min(...parts) > 1)
          yield `${demandRps} visitors of ${key} split as ${parts.join(', ')}`;
      }
    },
  }),
];
