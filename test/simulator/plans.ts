/** Plans are pure, and enough: asked twice they say the same, and what was carried out is not asked for again. */
import { isEqual } from '../../shared/base/equal.ts';
import type { ControlLoop } from '../../shared/cluster/loop.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import { executeVerb } from '../../shared/cluster/verbs/execute.ts';
import { Store } from '../../shared/store/store.ts';

export const PLANS = 'PANEL-1';

const CONTROL_LOOPS = LOOPS.filter((loop): loop is ControlLoop => loop.type === 'control');

export function* unstablePlans(store: Store): Iterable<string> {
  for (const loop of CONTROL_LOOPS) {
    for (const key of loop.keys(store)) {
      const verbs = loop.plan(store, key);
      if (!isEqual(verbs, loop.plan(store, key))) yield `${loop.name} wavers about ${key}`;
      else if (verbs.length > 0) yield* askedAgain(new Store(store.frame()), loop, key);
    }
  }
}

/** Of those that were not refused. */
function* askedAgain(fork: Store, loop: ControlLoop, key: string): Iterable<string> {
  const actor = { type: 'component', name: loop.component } as const;
  const done = loop.plan(fork, key).filter((verb) => executeVerb(fork, actor, verb) === null);
  for (const verb of loop.plan(fork, key))
    if (done.some((other) => isEqual(other, verb)))
      yield `${loop.name} asks again for what was done about ${key}: ${JSON.stringify(verb)}`;
}
