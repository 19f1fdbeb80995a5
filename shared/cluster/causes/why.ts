/** why: what is remembered of how something came to be, back to the input. Explanation only: no rule reads it. */
import type { Fault } from '../../api/world/fault.ts';
import type { Outage } from '../../api/world/network.ts';
import { byKey } from '../../base/order.ts';
import type { Cause } from '../../store/cause-log.ts';
import type { Store } from '../../store/store.ts';
import { storyOf } from './chronicle.ts';
import { phasesOf, type Phase } from './outage-story.ts';
import { beginningOf } from '../traffic/outages.ts';

export interface Explanation {
  /** From the last write of it (of an outage: its beginning) back to the input, as far as that is remembered. */
  readonly chain: readonly Cause[];
  /** For an outage: the stretch itself, and the faults that were open in it, oldest first. */
  readonly outage: Outage | null;
  readonly faults: readonly Fault[];
  /** The one of them at the end of the chain; null where another input began it. */
  readonly rootFault: Fault | null;
  /** The outage's time by what it was waiting for and whose it was; null for what is no outage, or is not remembered. */
  readonly phases: readonly Phase[] | null;
}

/** `reference` names an object among all kinds, `Pod/default/web-1`, or is the key of an outage. */
export function why(store: Store, reference: string): Explanation {
  const outage = store.get('Outage', reference.replace(/^Outage\//, '')) ?? null;
  const story = outage ? storyOf(store, outage.key) : undefined;
  return {
    chain: store.causes.chain(outage ? beginningOf(outage.key) : reference),
    outage,
    faults: outage ? faultsDuring(store, outage) : [],
    rootFault: (story?.fault ? store.get('Fault', story.fault) : undefined) ?? null,
    phases: outage && story ? phasesOf(story, outage, store.tick) : null,
  };
}

function faultsDuring(store: Store, { beganTick, endedTick }: Outage): readonly Fault[] {
  const end = endedTick ?? store.tick;
  return [...store.list('Fault')]
    .filter((fault) => fault.beganTick <= end && (fault.healedTick === null || fault.healedTick >= beganTick))
    .sort(byKey((fault) => fault.key))
    .sort((a, b) => a.beganTick - b.beganTick);
}
