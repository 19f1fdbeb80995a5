/** Runs the loops of one tick: queues and deadlines by loop, all derived from the store and rebuilt with it. */
import type { AnyObject, Kind } from '../api/kinds.ts';
import type { Actor } from '../cluster/actor.ts';
import type { ControlLoop, Deadline, Loop } from '../cluster/loop.ts';
import { isByHand } from '../cluster/switches.ts';
import { executeVerb } from '../cluster/verbs/execute.ts';
import { KINDS } from '../api/kinds.ts';
import type { Change } from '../store/change.ts';
import { DeadlineWheel } from '../store/deadline-wheel.ts';
import type { Store, View } from '../store/store.ts';
import { WorkQueue } from '../store/work-queue.ts';

type Watch = (change: Change, view: View) => Iterable<string>;
type DeadlinesOf = (object: AnyObject, view: View) => Iterable<Deadline>;

class Runner {
  readonly queue = new WorkQueue();
  readonly wheel = new DeadlineWheel();
  readonly loop: Loop;
  readonly actor: Actor | null;

  constructor(loop: Loop) {
    this.loop = loop;
    this.actor = loop.type === 'control' ? { type: 'component', name: loop.component } : null;
  }
}

export class Driver {
  readonly #store: Store;
  readonly #runners: readonly Runner[];
  readonly #watchers = new Map<Kind, { runner: Runner; watch: Watch }[]>();
  readonly #timers = new Map<Kind, { runner: Runner; deadlines: DeadlinesOf }[]>();

  constructor(store: Store, loops: readonly Loop[]) {
    this.#store = store;
    this.#runners = loops.map((loop) => new Runner(loop));
    for (const kind of KINDS) {
      this.#watchers.set(
        kind,
        this.#runners.flatMap((runner) => listed(runner, runner.loop.watches[kind] as Watch | undefined, 'watch')),
      );
      this.#timers.set(
        kind,
        this.#runners.flatMap((runner) =>
          listed(runner, runner.loop.deadlines?.[kind] as DeadlinesOf | undefined, 'deadlines'),
        ),
      );
    }
    store.listen((change) => this.#follow(change));
    this.#rebuild();
  }

  /** Everything is looked at once more, and every deadline that lies ahead is kept. */
  #rebuild(): void {
    for (const { loop, queue } of this.#runners) for (const key of loop.keys(this.#store)) queue.add(key, 0);
    for (const kind of KINDS) {
      for (const { runner, deadlines } of this.#timers.get(kind) ?? []) {
        for (const object of this.#store.list(kind)) this.#setDeadlines(runner, deadlines(object, this.#store), 0);
      }
    }
  }

  #follow(change: Change): void {
    for (const { runner, watch } of this.#watchers.get(change.kind) ?? []) {
      for (const key of watch(change, this.#store)) runner.queue.add(key, change.cause);
    }
    if (change.after) {
      for (const { runner, deadlines } of this.#timers.get(change.kind) ?? []) {
        this.#setDeadlines(runner, deadlines(change.after, this.#store), change.cause);
      }
    }
    if (change.kind === 'LoopSwitch' || change.kind === 'Seat' || change.kind === 'Player') this.#wakeSwitched(change);
  }

  #setDeadlines(runner: Runner, deadlines: Iterable<Deadline>, cause: number): void {
    for (const { tick, key } of deadlines) {
      if (tick > this.#store.tick) runner.wheel.set(tick, key, cause);
      else runner.queue.add(key, cause);
    }
  }

  /** A loop that is switched on must look at everything: while it rested, it dropped what it was told. */
  #wakeSwitched(change: Change): void {
    // The switches that no seat owns depend on whether any player is here at all.
    const seat = change.kind === 'Player' ? '' : change.key;
    for (const { loop, queue } of this.#runners) {
      if (loop.type !== 'control') continue;
      for (const key of loop.keys(this.#store)) {
        const id = loop.switchOf(key, this.#store);
        if (id === null) continue;
        const isTouched =
          change.kind === 'LoopSwitch' ? id === change.key : this.#store.get('LoopSwitch', id)?.seat === seat;
        if (isTouched) queue.add(key, change.cause);
      }
    }
  }

  /** One tick: each loop once, in the fixed order. What a later loop asks of an earlier one waits for the next tick. */
  run(): void {
    const store = this.#store;
    for (const runner of this.#runners) {
      for (const [key, cause] of runner.wheel.take(store.tick)) runner.queue.add(key, cause);
      for (const [key, cause] of runner.queue.drain()) this.#runKey(runner, key, cause);
    }
    store.cause = 0;
  }

  #runKey({ loop, actor }: Runner, key: string, wokenBy: number): void {
    const store = this.#store;
    store.cause = 0;
    const because = () => {
      store.cause = store.causes.open(store.tick, loop.name, key, wokenBy, null);
    };
    if (loop.type === 'reflex') {
      lazily(store, because, () => loop.run(store, key));
      return;
    }
    if (isResting(store, loop, key)) return;
    const verbs = loop.plan(store, key);
    if (verbs.length === 0) return;
    because();
    for (const verb of verbs) executeVerb(store, actor as Actor, verb);
  }
}

function isResting(view: View, loop: ControlLoop, key: string): boolean {
  const id = loop.switchOf(key, view);
  return id !== null && isByHand(view, id);
}

function listed<T, Name extends string>(
  runner: Runner,
  value: T | undefined,
  name: Name,
): ({ runner: Runner } & Record<Name, T>)[] {
  return value === undefined ? [] : [{ runner, [name]: value } as { runner: Runner } & Record<Name, T>];
}

/** Opens a cause only when something is written, so that the reflexes that find nothing leave no trace. */
function lazily(store: Store, because: () => void, run: () => void): void {
  store.beforeWrite = because;
  try {
    run();
  } finally {
    store.beforeWrite = null;
  }
}
