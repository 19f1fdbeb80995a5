/** What runs have reached, and what none has: the tables say what there is. */
import { FAULT_TYPES } from '../../shared/cluster/faults/catalogue.ts';
import { LOSS_REASONS } from '../../shared/api/world/network.ts';
import { VERBS } from '../../shared/cluster/verbs/table.ts';
import { environmentSchema } from '../../shared/commands/environment/table.ts';
import { commandSchema } from '../../shared/commands/table.ts';
import { TEXTS } from '../../client/i18n/texts.ts';

const textsUnder = (prefix: string) =>
  Object.keys(TEXTS.en).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

const EVERYTHING = {
  commands: commandSchema.options.map(({ shape }) => shape.type.value),
  happenings: environmentSchema.options.map(({ shape }) => shape.type.value),
  verbs: Object.keys(VERBS),
  faults: FAULT_TYPES,
  losses: LOSS_REASONS,
  refusals: textsUnder('refusal.'),
  events: textsUnder('event.'),
} as const satisfies Record<string, readonly string[]>;
export type Counted = keyof typeof EVERYTHING;
export const COUNTED = Object.keys(EVERYTHING) as Counted[];

const TOTALS = {
  runs: 0,
  ticks: 0,
  inputs: 0,
  refused: 0,
  malformed: 0,
  restarts: 0,
  mirrors: 0,
  /** Sessions that went on by themselves once their disk had room again. */
  thaws: 0,
};

/** What a thread can hand to another. */
export interface Figures {
  readonly totals: typeof TOTALS;
  readonly counts: ReadonlyMap<Counted, ReadonlyMap<string, number>>;
}

export class Tally implements Figures {
  readonly totals = { ...TOTALS };
  readonly #counts = new Map<Counted, Map<string, number>>(COUNTED.map((name) => [name, new Map()]));

  get counts(): Figures['counts'] {
    return this.#counts;
  }

  count(what: Counted, name: string, times = 1): void {
    const counts = this.#counts.get(what);
    counts?.set(name, (counts.get(name) ?? 0) + times);
  }

  add({ totals, counts }: Figures): void {
    for (const name of Object.keys(TOTALS) as (keyof typeof TOTALS)[]) this.totals[name] += totals[name];
    for (const [what, names] of counts) for (const [name, times] of names) this.count(what, name, times);
  }

  /** Most first. */
  of(what: Counted): readonly (readonly [name: string, count: number])[] {
    return [...(this.#counts.get(what) ?? [])].sort((a, b) => b[1] - a[1]);
  }

  sum(what: Counted): number {
    return this.of(what).reduce((total, [, count]) => total + count, 0);
  }

  neverReached(what: Counted): readonly string[] {
    const counts = this.#counts.get(what);
    return EVERYTHING[what].filter((name) => !counts?.has(name));
  }

  lines(): readonly string[] {
    const { runs, ticks, inputs, refused, malformed, restarts, mirrors, thaws } = this.totals;
    const head = `${runs} runs, ${ticks} ticks, ${inputs} inputs, ${refused} refused, ${malformed} malformed, ${restarts} restarts, ${mirrors} mirrors, ${thaws} thaws, ${this.sum('faults')} faults`;
    const shown = COUNTED.flatMap((what) => {
      const reached = this.of(what);
      const never = this.neverReached(what);
      const list = reached.map(([name, count]) => `${name} ${count}`).join(', ');
      return [
        `${what}: ${EVERYTHING[what].length - never.length} of ${EVERYTHING[what].length} reached: ${list}`,
        ...(never.length > 0 ? [`  never: ${never.join(', ')}`] : []),
      ];
    });
    return [head, ...shown];
  }
}
