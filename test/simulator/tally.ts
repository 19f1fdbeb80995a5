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
const COUNTED = Object.keys(EVERYTHING) as Counted[];

export class Tally {
  readonly #counts = new Map<Counted, Map<string, number>>(COUNTED.map((name) => [name, new Map()]));
  runs = 0;
  ticks = 0;
  inputs = 0;
  refused = 0;
  malformed = 0;
  restarts = 0;
  mirrors = 0;
  /** Sessions that went on by themselves once their disk had room again. */
  thaws = 0;

  count(what: Counted, name: string): void {
    const counts = this.#counts.get(what);
    counts?.set(name, (counts.get(name) ?? 0) + 1);
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
    const head = `${this.runs} runs, ${this.ticks} ticks, ${this.inputs} inputs, ${this.refused} refused, ${this.malformed} malformed, ${this.restarts} restarts, ${this.mirrors} mirrors, ${this.thaws} thaws, ${this.sum('faults')} faults`;
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
