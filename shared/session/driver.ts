/** Who looks at what, and when: queues and deadlines by loop, all derived from the store and rebuilt with it. */
import { isApiKind, KINDS, type AnyObject, type Kind } from '../api/kinds.ts';
import type { Deadline, Loop } from '../cluster/loop.ts';
import { asksApiServer, isLetIn, isPlaneWhole } from '../cluster/plane/gate.ts';
import { forgetFailures, isPutOff, isServed, putOff } from '../cluster/plane/retries.ts';
import { placesFor } from '../cluster/plane/seats.ts';
import { kubeletOf, nodeOfKubelet } from '../cluster/processes.ts';
import { recordSights } from '../cluster/sight/recorder.ts';
import { viewOf } from '../cluster/sight/stale-view.ts';
import type { Retry } from '../api/world/plane.ts';
import type { Change } from '../store/change.ts';
import type { Store, View } from '../store/store.ts';
import type { WorkQueue } from '../store/work-queue.ts';
import { Runner } from './runner.ts';

type Watch = (change: Change, view: View) => Iterable<string>;
type DeadlinesOf = (object: AnyObject, view: View) => Iterable<Deadline>;

/** What a node's kubelet stands on, by the node's name: it looks again at all that it sees there, also at what is gone. */
const OF_GROUND: ReadonlySet<Kind> = new Set(['Machine', 'ImageCache']);
/** Kinds that tell whether the town hall is whole. */
const OF_PLANE: ReadonlySet<Kind> = new Set(['Etcd', 'EtcdMember', 'PlaneProcess', 'NoisyClient', 'Retry']);

/** Puts what a loop wants to look at after a change into its queue. */
class Watcher {
  readonly #queue: WorkQueue;
  readonly #watch: Watch;

  constructor(queue: WorkQueue, watch: Watch) {
    this.#queue = queue;
    this.#watch = watch;
  }

  hear(change: Change, view: View): void {
    const keys = this.#watch(change, view);
    if (!Array.isArray(keys)) for (const key of keys) this.#queue.add(key, change.cause);
    else for (let index = 0; index < keys.length; index += 1) this.#queue.add(keys[index] as string, change.cause);
  }
}

interface Timer {
  readonly runner: Runner;
  readonly deadlines: DeadlinesOf;
}

export class Driver {
  readonly #store: Store;
  readonly #runners: readonly Runner[];
  readonly #watchers: Readonly<Record<Kind, readonly Watcher[]>>;
  readonly #timers: Readonly<Record<Kind, readonly Timer[]>>;
  /** Whether nothing of the town hall is amiss; null when that is to be seen anew. */
  #isWhole: boolean | null = null;
  /** Writes that loops asked of the API server in this tick. */
  #asked = 0;
  /** How many it takes. */
  #places = 0;

  constructor(store: Store, loops: readonly Loop[]) {
    this.#store = store;
    this.#runners = loops.map((loop) => new Runner(loop));
    this.#watchers = byKind((kind) =>
      this.#runners.flatMap((runner) => {
        const watch = runner.loop.watches[kind] as Watch | undefined;
        return watch ? [new Watcher(runner.queue, watch)] : [];
      }),
    );
    this.#timers = byKind((kind) =>
      this.#runners.flatMap((runner) => {
        const deadlines = runner.loop.deadlines?.[kind] as DeadlinesOf | undefined;
        return deadlines ? [{ runner, deadlines }] : [];
      }),
    );
    recordSights(store);
    store.listen((change) => this.#follow(change));
    this.#rebuild();
  }

  /** Everything is looked at once more, and every deadline that lies ahead is kept. */
  #rebuild(): void {
    this.#wakeAll(0);
    for (const kind of KINDS) {
      for (const { runner, deadlines } of this.#timers[kind]) {
        for (const object of this.#store.list(kind)) this.#setDeadlines(runner, deadlines(object, this.#store), 0);
      }
    }
    for (const retry of this.#store.list('Retry')) this.#setRetry(retry);
  }

  #wakeAll(cause: number): void {
    for (const { loop, queue } of this.#runners) {
      for (const key of loop.keys(this.#store)) if (!queue.has(key)) queue.add(key, cause);
    }
    for (const watcher of this.#store.keys('Sight')) this.#wakeProcess(watcher, cause);
  }

  #follow(change: Change): void {
    const watchers = this.#watchers[change.kind];
    // By index: at this place an iterator for each write and watch is felt.
    for (let index = 0; index < watchers.length; index += 1) watchers[index]?.hear(change, this.#store);
    if (isApiKind(change.kind)) this.#asked += 1;
    else if (OF_PLANE.has(change.kind)) this.#isWhole = null;
    if (change.kind === 'Retry' && change.after) this.#setRetry(change.after as Retry);
    if (change.after) {
      for (const { runner, deadlines } of this.#timers[change.kind]) {
        this.#setDeadlines(runner, deadlines(change.after, this.#store), change.cause);
      }
    }
    if (change.kind === 'Sight') this.#wakeAnew(change.key, change.cause);
    if (isRestored(change)) this.#wakeAll(change.cause);
    if (OF_GROUND.has(change.kind)) this.#wakeSeeing(kubeletOf(change.key), change.cause);
    if (change.kind === 'LoopSwitch' || change.kind === 'Seat' || change.kind === 'Player') this.#wakeSwitched(change);
  }

  /** Whoever's time has come already waits to be let in, also for what is no more. */
  #setRetry({ loop, subject, untilTick }: Retry): void {
    for (const runner of this.#runners) {
      if (runner.loop.name === loop) this.#setDeadlines(runner, [{ tick: untilTick, key: subject }], 0);
    }
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
    for (const watcher of this.#store.keys('Sight')) this.#wakeProcess(watcher, change.cause);
  }

  #wakeSeeing(watcher: string, cause: number): void {
    if (this.#store.count('Sight') > 0 && this.#store.get('Sight', watcher)) this.#wakeProcess(watcher, cause);
  }

  /** A kubelet that was not up has slept through its appointments: it makes new ones, as a restored one does. */
  #wakeAnew(watcher: string, cause: number): void {
    this.#wakeProcess(watcher, cause);
    const nodeName = nodeOfKubelet(watcher);
    if (nodeName === null) return;
    for (const kind of OF_GROUND) {
      const object = this.#store.get(kind, nodeName);
      if (!object) continue;
      for (const { runner, deadlines } of this.#timers[kind]) {
        this.#setDeadlines(runner, deadlines(object, this.#store), cause);
      }
    }
  }

  /**
   * Who sees an older picture is told nothing by the changes of the present one: it looks at all that it sees. While it
   * can ask, it asks again each tick for what it was refused.
   */
  #wakeProcess(watcher: string, cause: number): void {
    const view = viewOf(this.#store, watcher);
    for (const { loop, queue } of this.#runners) {
      for (const key of loop.keys(view)) {
        if (loop.process(key, view) === watcher && !queue.has(key)) queue.add(key, cause);
      }
    }
  }

  /**
   * One tick: each loop once, in the fixed order, and each of its keys once. What asks for an earlier loop, or for an
   * earlier key of its own, waits for the next tick.
   */
  run(): void {
    const store = this.#store;
    this.#isWhole = null;
    this.#asked = 0;
    const isLate = store.count('Sight') > 0;
    for (const { key, cut } of store.list('Sight')) if (!cut) this.#wakeProcess(key, store.causes.of(`Sight/${key}`));
    for (const runner of this.#runners) {
      for (const [key, cause] of runner.wheel.take(store.tick)) {
        // What wakes whoever sees an older picture is that picture, unless something else did.
        if (!isLate || !runner.queue.has(key)) runner.queue.add(key, cause);
      }
      for (let entry = runner.queue.take(); entry; entry = runner.queue.take()) {
        const [key, cause] = entry;
        if (this.#isAdmitted(runner, key, cause)) runner.run(this.#store, key, cause);
      }
    }
    store.cause = 0;
  }

  /** Whoever asks the API server waits while it is away or nobody leads, and comes again later when it is crowded. */
  #isAdmitted(runner: Runner, key: string, cause: number): boolean {
    const { loop, queue } = runner;
    const store = this.#store;
    if (this.#isWhole === null) {
      this.#isWhole = isPlaneWhole(store);
      this.#places = placesFor(store, 'system');
    }
    if (this.#isWhole && this.#asked < this.#places) return true;
    if (!asksApiServer(loop, store, key)) return true;
    if (!isLetIn(loop, store, key)) {
      queue.add(key, cause);
      return false;
    }
    return !isPutOff(store, loop.name, key) && this.#isSeated(runner, key, cause);
  }

  /** A restored run looks at everything: whoever has nothing to ask takes no seat, and leaves no trace. */
  #isSeated(runner: Runner, key: string, cause: number): boolean {
    const store = this.#store;
    const { loop } = runner;
    store.cause = cause;
    const isSeated = !runner.wouldAsk(store, key) || isServed(store, loop.name, key, this.#asked);
    if (isSeated) forgetFailures(store, loop.name, key);
    else putOff(store, loop.name, key);
    return isSeated;
  }
}

/** The ledger stands where a backup left it: what a loop knows of changes says nothing any more, and all list again. */
function isRestored(change: Change): boolean {
  if (change.kind !== 'Etcd') return false;
  const { before, after } = change as Change<'Etcd'>;
  return before !== undefined && before.restore !== null && after?.restore === null;
}

function byKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;
}
