/** One table of reasons: whatever happens in sessions that nobody planned says why, in words that the table knows. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import { REFUSALS } from '../../../shared/cluster/causes/refusals.ts';
import { reasonsGivenBy } from '../../../shared/cluster/causes/reasons-of.ts';
import { REASONS, reasonNamed, schedulingReasonId } from '../../../shared/cluster/causes/reasons.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { faultTown } from '../../support/fault-town.ts';
import { reasonsIn } from '../../support/reasons-in.ts';

const sources = globSync('{shared,server}/**/*.ts', { cwd: join(import.meta.dirname, '../../..') })
  .filter((file) => !file.startsWith('shared/cluster/causes/'))
  .map((file) => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8'));

describe('reasons', () => {
  const broughtAbout = new Set<string>();

  test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
    'CAUSE-1 so does everything that %s brings about',
    (type, { targets }) => {
      const unknown = new Set<string>();
      const simulation = faultTown();
      const target = targets(simulation.store)[0] ?? '';
      simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
      for (let step = 0; step < 12; step += 1) {
        simulation.apply(10);
        for (const id of reasonsIn(simulation.store)) {
          broughtAbout.add(id);
          if (!reasonNamed(id)) unknown.add(id);
        }
      }
      expect([...unknown]).toEqual([]);
    },
  );

  test('CAUSE-1 who asks why of a pod, or of a service that loses visitors, is told in words of the table', () => {
    const simulation = faultTown();
    const { store } = simulation;
    const node = store.keys('Node')[0] ?? '';
    for (const { key } of store.list('Traffic')) expect(reasonsGivenBy(store, `Service/${key}`)).toEqual([]);
    simulation.apply(['e', { type: 'faultBegan', fault: 'node-crash', target: node }]);
    simulation.apply(1);
    const losing = [...store.list('Traffic')].filter(({ lostRps }) => (lostRps.NoRouteToHost ?? 0) > 0);
    expect(losing.length).toBeGreaterThan(0);
    for (const { key } of losing) expect(reasonsGivenBy(store, `Service/${key}`)).toContain('loss/NoRouteToHost');
    expect(reasonsGivenBy(store, `Node/${node}`)).toEqual([]);
  });

  test('CAUSE-1 the faults know every way to lose a visitor but the loss of all gates at once', () => {
    const never = REASONS.filter(({ area, id }) => area === 'loss' && !broughtAbout.has(id)).map(({ id }) => id);
    expect(never).toEqual(['loss/NoGate']);
  });

  test('CAUSE-2 no entry is dead: its word, or its key, stands in the rules', () => {
    const inSources = (text: string) => sources.some((source) => source.includes(text));
    const dead = REASONS.filter(({ area, id, word }) => {
      if (area === 'refusal') return !inSources(`'${id.slice('refusal/'.length)}'`);
      if (id === 'scheduling/pluginError') return !inSources('running PreScore plugin');
      if (word.startsWith('OutOf')) return !inSources('OutOf');
      return !inSources(word);
    });
    expect(dead).toEqual([]);
  });

  test('CAUSE-2 every refusal in the sources is in the table', () => {
    const keys = sources.flatMap((source) =>
      [...source.matchAll(/\bfailure\(\s*'\w+',\s*'(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => REFUSALS[key] === undefined)).toEqual([]);
  });

  test('CAUSE-2 every refusal of the scheduler is in the table', () => {
    const words = sources.flatMap((source) =>
      [...source.matchAll(/refuse\('\w+', (?:"([^"]+)"|'([^']+)')/g)].map((match) => match[1] ?? match[2] ?? ''),
    );
    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((word) => !reasonNamed(schedulingReasonId(word)))).toEqual([]);
  });

  test('CAUSE-3 each stands once, and has its sentence in both languages', () => {
    expect(new Set(REASONS.map(({ id }) => id)).size).toBe(REASONS.length);
    for (const { text } of REASONS) {
      expect(TEXTS.en).toHaveProperty([text]);
      expect(TEXTS.zh).toHaveProperty([text]);
    }
  });
});
