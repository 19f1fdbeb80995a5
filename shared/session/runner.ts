/** One loop at work: what it is still to look at, and how it looks. */
import type { Sight } from '../api/world/sight.ts';
import type { Actor } from '../cluster/actor.ts';
import type { ControlLoop, Loop, Reflex } from '../cluster/loop.ts';
import { isClosedDoor } from '../cluster/plane/door.ts';
import { Draft } from '../cluster/sight/draft.ts';
import { Rehearsal } from '../cluster/sight/rehearsal.ts';
import { viewOf } from '../cluster/sight/stale-view.ts';
import { isByHand } from '../cluster/switches.ts';
import { executeVerb } from '../cluster/verbs/execute.ts';
import { DeadlineWheel } from '../store/deadline-wheel.ts';
import type { Store, View } from '../store/store.ts';
import { WorkQueue } from '../store/work-queue.ts';

export class Runner {
  readonly queue = new WorkQueue();
  readonly wheel = new DeadlineWheel();
  readonly loop: Loop;
  readonly actor: Actor | null;

  constructor(loop: Loop) {
    this.loop = loop;
    this.actor = loop.type === 'control' ? { type: 'component', name: loop.component } : null;
  }

  /** Looks at one key, and does what is to be done about it. */
  run(store: Store, key: string, wokenBy: number): void {
    const { loop, actor, queue } = this;
    store.cause = 0;
    const because = () => {
      store.cause = store.causes.open(store.tick, loop.name, key, wokenBy, null);
    };
    const watcher = store.count('Sight') === 0 ? null : loop.process(key, store);
    const sight = watcher === null ? undefined : store.get('Sight', watcher);
    if (sight?.starting) return;
    if (loop.type === 'reflex') {
      // Opened only when something is written, so that the reflexes that find nothing leave no trace.
      store.beforeWrite = because;
      try {
        if (sight) runAsSeen(store, sight, loop, key);
        else loop.run(store, key);
      } finally {
        store.beforeWrite = null;
      }
      return;
    }
    if (isResting(store, loop, key)) return;
    const verbs = loop.plan(viewOf(store, watcher), key);
    if (verbs.length === 0) return;
    because();
    for (const verb of verbs) {
      const refusal = executeVerb(store, actor as Actor, verb, watcher);
      if (refusal && isClosedDoor(refusal)) queue.add(key, wokenBy);
    }
  }

  /** Whether it would ask the API server for anything now. */
  wouldAsk(store: Store, key: string): boolean {
    const { loop } = this;
    const watcher = store.count('Sight') === 0 ? null : loop.process(key, store);
    if (watcher !== null && store.get('Sight', watcher)?.starting) return false;
    const seen = viewOf(store, watcher);
    if (loop.type === 'control') return !isResting(store, loop, key) && loop.plan(seen, key).length > 0;
    const rehearsal = new Rehearsal(store, seen);
    loop.run(rehearsal, key);
    return rehearsal.asks;
  }
}

function runAsSeen(store: Store, sight: Sight, loop: Reflex, key: string): void {
  const draft = new Draft(store, sight);
  loop.run(draft, key);
  draft.settle();
}

function isResting(view: View, loop: ControlLoop, key: string): boolean {
  const id = loop.switchOf(key, view);
  return id !== null && isByHand(view, id);
}
