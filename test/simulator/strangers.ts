/** What other clusters could send through the registry that all share: whatever passes the schema must break nothing. */
import { environmentSchema, type EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import { imagePublished } from '../../shared/commands/environment/image-published.ts';
import { imageSigned } from '../../shared/commands/environment/image-signed.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import type { Frame, View } from '../../shared/store/store.ts';
import type { Chance } from '../support/chance.ts';
import { Watch, type Violation } from './checkers/watch.ts';
import { messageOf, THROWS } from './failing-log.ts';
import { bend } from './generator/bend.ts';
import { Maker } from './generator/from-schema.ts';

const EVENTS = 12;

export interface Heard {
  readonly log: readonly LogEntry[];
  readonly violations: readonly Violation[];
}

/** Goes on from that state, in thought. */
export function heardFromStrangers(frame: Frame, chance: Chance): Heard {
  const simulation = Simulation.open(frame);
  const watch = new Watch(simulation.store);
  const log: LogEntry[] = [];
  const apply = (entry: LogEntry) => {
    log.push(entry);
    simulation.apply(entry);
  };
  try {
    for (let count = 0; count < EVENTS && watch.found.length === 0; count += 1) {
      const event = strangersEvent(chance, simulation.store);
      if (event) apply(['e', event]);
      apply(1);
      watch.afterTick();
    }
    watch.everything();
  } catch (error) {
    watch.found.push({ rule: THROWS, tick: simulation.store.tick, what: messageOf(error) });
  }
  return { log, violations: watch.found };
}

/** Null where it does not pass. */
function strangersEvent(chance: Chance, view: View): EnvironmentEvent | null {
  const maker = new Maker(chance, view, 20);
  const made = chance.percent(50)
    ? bentPublication(chance, view)
    : maker.valueOf(chance.pick([imagePublished, imageSigned]).schema);
  return environmentSchema.safeParse(made).data ?? null;
}

function bentPublication(chance: Chance, view: View): unknown {
  const image = chance.maybe([...view.list('Image')]);
  const tag = chance.maybe([...view.list('Tag')]);
  const sound = {
    type: 'imagePublished',
    image,
    reference: tag?.key ?? 'docker.io/oak/hut:1',
    namespace: 'oak',
    by: 'push',
  };
  const signed = { type: 'imageSigned', digest: tag?.digest ?? '', namespace: 'oak', by: 'somebody' };
  return chance.percent(20) ? signed : bend(chance, sound);
}
