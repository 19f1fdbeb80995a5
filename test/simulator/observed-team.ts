/** One team under observation: its invariants, a client that follows its log, and a twin that is restored from text. */
import type { HashMessage } from '../../shared/protocol/hash-message.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import { expandLog } from '../../shared/recording/player.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { describeDifference } from '../../shared/store/snapshot.ts';
import type { Store } from '../../shared/store/store.ts';
import { Mirror } from '../../client/connection/mirror.ts';
import type { TeamCluster } from '../../server/session/team-cluster.ts';
import type { Chance } from '../support/chance.ts';
import { CALM, wrongAfterCalm } from './calm.ts';
import { Watch, type Violation } from './checkers/watch.ts';
import { heardFromStrangers } from './strangers.ts';
import { throughText } from '../support/through-text.ts';

/** As it goes over the wire: what arrives shares nothing with what was sent. */
const overTheWire = <T>(message: T): T => structuredClone(message);

export class ObservedTeam {
  readonly cluster: TeamCluster;
  readonly found: Violation[] = [];
  /** Inputs that were only thought of, after the log's end. */
  readonly afterthoughts: LogEntry[] = [];
  #store: Store;
  #watch: Watch;
  #tick = 0;
  #mirror: Mirror | null = null;
  #twin: Simulation | null = null;
  /** Whether the twin is written to text and read again before every input. */
  #isRestless = false;

  constructor(cluster: TeamCluster) {
    this.cluster = cluster;
    this.#store = cluster.store;
    this.#tick = cluster.store.tick;
    this.#watch = new Watch(cluster.store);
  }

  get store(): Store {
    return this.cluster.store;
  }

  tell(rule: string, what: string): void {
    this.found.push({ rule, tick: this.store.tick, what });
  }

  /** Whatever was done, its invariants hold; where the state went back to what is stored, they are watched anew. */
  look(): void {
    if (this.#store !== this.store) {
      this.#store = this.store;
      this.#watch = new Watch(this.store);
    } else if (this.store.tick > this.#tick) this.#watch.afterTick();
    this.#tick = this.store.tick;
    this.found.push(...this.#watch.found.splice(0));
  }

  lookAtEverything(): void {
    this.#watch.everything();
    this.found.push(...this.#watch.found.splice(0));
  }

  logged(message: LogMessage): void {
    if (this.#mirror?.take(overTheWire(message)) === 'gap') this.tell('SRV-3', `a gap before input ${message.from}`);
    for (const entry of this.#twin ? expandLog(message.entries) : []) {
      if (this.#isRestless) this.twinAnew(this.#twin ?? undefined);
      this.#twin?.apply(entry);
    }
    this.#compareTwin();
  }

  hashed({ sequence, hash }: HashMessage): void {
    if (this.#mirror?.hasPartedAt(sequence, hash)) this.tell('SRV-3', `a mirror parted at input ${sequence}`);
  }

  /** Somebody comes in late, or again. */
  async mirrorAnew(): Promise<void> {
    const mirror = new Mirror(this.cluster.id);
    const { snapshot, log } = overTheWire(this.cluster.snapshot());
    if (log) mirror.take(log);
    await mirror.load(snapshot);
    this.#mirror = mirror;
    this.compareMirror();
  }

  /** In thought: this cluster does not know of it. */
  calmDown(): void {
    for (const what of wrongAfterCalm(Simulation.open(this.store.frame()))) this.tell(CALM, what);
  }

  /** In thought, too: what other clusters could send. */
  hearStrangers(chance: Chance): void {
    const { log, violations } = heardFromStrangers(this.store.frame(), chance);
    if (violations.length === 0) return;
    this.afterthoughts.push(...log);
    this.found.push(...violations);
  }

  compareMirror(): void {
    const { sequence } = this.store;
    const theirs = this.#mirror?.store;
    if (!theirs || this.cluster.isFrozen) return;
    if (theirs.sequence !== sequence) this.tell('SRV-3', `a mirror stands at ${theirs.sequence} of ${sequence}`);
    else if (this.#mirror?.hasPartedAt(sequence, this.cluster.hash()))
      this.tell('SRV-3', `a mirror differs: ${describeDifference(this.store.frame(), theirs.frame())}`);
  }

  /** Without causes: explanations are inert. */
  twinAnew({ store }: Pick<Simulation, 'store'> = this): void {
    this.#twin = Simulation.open(throughText(store.frame()));
  }

  restoreAlways(): void {
    this.#isRestless = true;
    this.twinAnew();
  }

  #compareTwin(): void {
    const twin = this.#twin;
    if (!twin || twin.store.sequence !== this.store.sequence || twin.hash() === this.cluster.hash()) return;
    this.tell('KUBELET-42', describeDifference(this.store.frame(), twin.frame()) ?? 'the hashes differ');
    this.#twin = null;
  }
}
