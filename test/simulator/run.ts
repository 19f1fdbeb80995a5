/** The run of one class: inputs, disturbances, ticks, and whoever looks on. */
import type { LogEntry } from '../../shared/session/log.ts';
import type { Chance } from '../support/chance.ts';
import { lookBack } from './aftermath.ts';
import type { Table } from './bots/bot.ts';
import type { Violation } from './checkers/watch.ts';
import type { ClassUnderAttack } from './class-under-attack.ts';
import { DEEDS } from './deeds.ts';
import type { Disturbance } from './disturbances.ts';
import { isSettled, messageOf, THROWS, type FailingLog } from './failing-log.ts';
import type { Swarm } from './features.ts';
import { handIn } from './hand-in.ts';
import { ObservedTeam } from './observed-team.ts';
import type { Tally } from './tally.ts';
import { tallyEntry, tallyState } from './tally-entry.ts';
import { disturbServer, type Troubled } from './troubles.ts';

export interface SeedRun {
  readonly violations: readonly Violation[];
  /** Of the first violation. */
  readonly failing: FailingLog | null;
  /** What each team's cluster was, and did. */
  readonly logs: readonly Pick<FailingLog, 'setup' | 'log'>[];
}

export class Run {
  readonly #seed: number;
  readonly #chance: Chance;
  readonly #swarm: Swarm;
  readonly #attacked: ClassUnderAttack;
  readonly #tally: Tally;
  readonly #deeds: readonly Disturbance[];
  #teams: readonly ObservedTeam[] = [];
  /** Inputs that never came into a log, because they threw. */
  readonly #thrown = new Map<string, LogEntry>();
  readonly #violations: Violation[] = [];
  #failing: FailingLog | null = null;

  constructor(seed: number, chance: Chance, swarm: Swarm, attacked: ClassUnderAttack, tally: Tally) {
    this.#seed = seed;
    this.#chance = chance;
    this.#swarm = swarm;
    this.#attacked = attacked;
    this.#tally = tally;
    this.#deeds = [...swarm.on].flatMap((feature) => DEEDS[feature] ?? []);
  }

  async play(ticks: number): Promise<void> {
    await this.#open();
    const { players } = this.#attacked;
    for (const player of players)
      this.#attacked.session.members.move(player, this.#chance.pick(this.#attacked.session.teams).id);
    for (const player of players) this.#attacked.session.members.setConnected(player, this.#chance.percent(90), true);
    this.#attacked.session.start();
    while (this.#attacked.session.tick < ticks && this.#violations.length === 0) {
      if (this.#deeds.length > 0 && this.#chance.percent(this.#swarm.restlessness)) this.#stir();
      else this.#attacked.session.advance(1);
      await disturbServer(this.#troubled());
      this.#look();
    }
    this.#tally.totals.runs += 1;
    this.#tally.totals.ticks += ticks * this.#teams.length;
    if (this.#violations.length === 0) this.#lookBack();
  }

  result(): SeedRun {
    const { storage, session } = this.#attacked;
    const logs = this.#teams.map(({ cluster }) => ({ setup: cluster.setup, log: storage.log(session.id, cluster.id) }));
    for (const { log } of logs) for (const entry of log) tallyEntry(this.#tally, entry);
    return { violations: this.#violations, failing: this.#failing, logs };
  }

  #troubled(): Troubled {
    return {
      chance: this.#chance,
      swarm: this.#swarm,
      attacked: this.#attacked,
      tally: this.#tally,
      teams: () => this.#teams,
      open: () => this.#open(),
    };
  }

  async #open(): Promise<void> {
    await this.#attacked.open();
    const { session } = this.#attacked;
    this.#teams = session.teams.map((cluster) => new ObservedTeam(cluster));
    if (this.#swarm.on.has('restored')) this.#teams[0]?.restoreAlways();
    const teamOf = (id: string) => this.#teams.find(({ cluster }) => cluster.id === id);
    session.listen({
      logged: (message) => teamOf(message.cluster)?.logged(message),
      hashed: (message) => teamOf(message.cluster)?.hashed(message),
      changed: () => undefined,
      ended: () => undefined,
      failed: () => undefined,
    });
  }

  #stir(): void {
    const deed = this.#chance.pick(this.#deeds);
    deed(this.#tableOf(this.#chance.pick(this.#teams)), this.#attacked);
  }

  #tableOf(team: ObservedTeam): Table {
    return {
      chance: this.#chance,
      swarm: this.#swarm,
      view: team.store,
      players: this.#attacked.players,
      submit: (author, message) => {
        const thrown = handIn(this.#attacked, team, this.#tally, author, message);
        if (thrown) this.#thrown.set(team.cluster.id, thrown);
      },
    };
  }

  #look(): void {
    for (const team of this.#teams) {
      team.look();
      if (team.cluster.isFrozen) {
        this.#thrown.set(team.cluster.id, 1);
        team.tell(THROWS, messageOf(team.cluster.frozenBy));
      }
      this.#keep(team);
    }
  }

  #lookBack(): void {
    const { storage, session } = this.#attacked;
    for (const team of this.#teams) {
      if (isSettled(storage.log(session.id, team.cluster.id))) team.lookAtEverything();
      if (this.#swarm.on.has('calm')) team.calmDown();
      if (this.#swarm.on.has('strangers')) team.hearStrangers(this.#chance);
      this.#keep(team);
    }
    session.end();
    for (const team of this.#teams) {
      team.compareMirror();
      lookBack(team, this.#attacked, this.#chance, this.#swarm);
      tallyState(this.#tally, team.store);
      this.#keep(team);
    }
  }

  #keep(team: ObservedTeam): void {
    const [first] = team.found;
    if (!first) return;
    this.#violations.push(...team.found.splice(0));
    const { storage, session } = this.#attacked;
    const { id, setup } = team.cluster;
    const thrown = first.rule === THROWS ? this.#thrown.get(id) : undefined;
    const beyond = thrown === undefined ? team.afterthoughts : [thrown];
    const log = [...storage.log(session.id, id), ...beyond];
    this.#failing ??= { seed: this.#seed, rule: first.rule, what: first.what, setup, log };
  }
}
