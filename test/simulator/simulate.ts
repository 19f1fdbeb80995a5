/** One seed: a class drawn at random, played, disturbed and watched; every violation with the log that shows it. */
import type { LogEntry } from '../../shared/session/log.ts';
import { commandSchema, type Command } from '../../shared/commands/table.ts';
import { Chance } from '../support/chance.ts';
import { lookBack } from './aftermath.ts';
import { adversary } from './bots/adversary.ts';
import type { Table } from './bots/bot.ts';
import { careless } from './bots/careless.ts';
import { goodTeam } from './bots/good-team.ts';
import { lazy } from './bots/lazy.ts';
import { sloppyHands } from './bots/sloppy-hands.ts';
import { problemOfRefusal } from './checkers/texts.ts';
import type { Violation } from './checkers/watch.ts';
import { ClassUnderAttack } from './class-under-attack.ts';
import { DISTURBANCES, type Disturbance } from './disturbances.ts';
import { messageOf, THROWS, type FailingLog } from './failing-log.ts';
import { drawSwarm, type Feature, type Swarm } from './features.ts';
import { ObservedTeam } from './observed-team.ts';
import { randomScenario } from './scenario.ts';
import type { Tally } from './tally.ts';
import { tallyEntry } from './tally-entry.ts';

const DEEDS: Readonly<Partial<Record<Feature, Disturbance>>> = {
  careless,
  sloppyHands,
  goodTeam,
  adversary,
  lazy,
  ...DISTURBANCES,
};

export interface SeedRun {
  readonly violations: readonly Violation[];
  /** Of the first violation. */
  readonly failing: FailingLog | null;
  /** What each team's cluster was, and did. */
  readonly logs: readonly Pick<FailingLog, 'setup' | 'log'>[];
}

export async function simulate(seed: number, ticks: number, tally: Tally): Promise<SeedRun> {
  const chance = new Chance(seed);
  const swarm = drawSwarm(chance);
  const scenario = randomScenario(chance, ticks + 1, swarm.on.has('faults') ? swarm.faults : []);
  const attacked = new ClassUnderAttack(seed, scenario, swarm.teams, swarm.players);
  const run = new Run(seed, chance, swarm, attacked, tally);
  try {
    await run.play(ticks);
    return run.result();
  } finally {
    attacked.close();
  }
}

class Run {
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
      await this.#disturbServer();
      this.#look();
    }
    this.#tally.runs += 1;
    this.#tally.ticks += ticks * this.#teams.length;
    if (this.#violations.length === 0) this.#lookBack();
  }

  result(): SeedRun {
    const { storage, session } = this.#attacked;
    const logs = this.#teams.map(({ cluster }) => ({ setup: cluster.setup, log: storage.log(session.id, cluster.id) }));
    for (const { log } of logs) for (const entry of log) tallyEntry(this.#tally, entry);
    return { violations: this.#violations, failing: this.#failing, logs };
  }

  async #open(): Promise<void> {
    await this.#attacked.open();
    const { session } = this.#attacked;
    this.#teams = session.teams.map((cluster) => new ObservedTeam(cluster));
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
      submit: (author, message) => this.#submit(team, author, message),
    };
  }

  #submit(team: ObservedTeam, author: string, message: unknown): void {
    const parsed = commandSchema.safeParse(message);
    if (!parsed.success) {
      this.#tally.malformed += 1;
      return;
    }
    const command: Command = parsed.data;
    const { revision, sequence } = team.store;
    if (!this.#mayAsk(team, author)) return;
    const refusal = this.#attacked.session.command(author, team.cluster.id, command);
    if (!refusal) return;
    this.#tally.refused += 1;
    this.#tally.count('refusals', refusal.key);
    if (refusal.key === 'brokenCommand') {
      this.#thrown.set(team.cluster.id, ['c', author, command]);
      team.tell(THROWS, refusal.message);
      return;
    }
    const problem = problemOfRefusal(refusal);
    if (problem !== null) team.tell('SRV-88', problem);
    const isUnchanged = team.store.revision === revision && team.store.sequence === sequence;
    if (!isUnchanged) team.tell('SRV-30', `${refusal.key} was refused and changed something`);
  }

  /** As the room lets nobody else through: whoever is here commands the own team's cluster. */
  #mayAsk({ cluster }: ObservedTeam, author: string): boolean {
    const member = this.#attacked.session.members.roster.get(author);
    return author === 'teacher' || (member?.connected === true && member.cluster === cluster.id);
  }

  /** Dies and comes back, meets a full disk, has somebody come in late. */
  async #disturbServer(): Promise<void> {
    const { on } = this.#swarm;
    if (on.has('diskFailures') && this.#chance.percent(1)) await this.#fillDisk();
    if (on.has('restarts') && this.#chance.percent(1)) await this.#restart();
    if (on.has('mirrors') && this.#chance.percent(3)) {
      this.#tally.mirrors += 1;
      await this.#chance.pick(this.#teams).mirrorAnew();
    }
    if (on.has('snapshots') && this.#chance.percent(5)) this.#chance.pick(this.#teams).twinAnew();
  }

  async #fillDisk(): Promise<void> {
    const { storage, session } = this.#attacked;
    const before = this.#teams.map(({ cluster }) => cluster.hash());
    storage.isFull = true;
    session.advance(1);
    storage.isFull = false;
    this.#teams.forEach((team, index) => {
      if (!team.cluster.isFrozen || team.cluster.hash() !== before[index])
        team.tell('SRV-70', 'a disk that refused an input did not stop the cluster before it');
    });
    await this.#restart();
  }

  async #restart(): Promise<void> {
    const before = this.#teams.map(({ cluster, store }) => ({
      hash: cluster.hash(),
      sequence: store.sequence,
      away: store.by('connectedPlayers', '').length,
    }));
    await this.#open();
    this.#tally.restarts += 1;
    this.#teams.forEach((team, index) => {
      const was = before[index];
      if (team.store.sequence !== (was?.sequence ?? 0) + (was?.away ?? 0))
        team.tell(
          'SRV-10',
          `input ${was?.sequence} was stored, and the rebuilt cluster stands at ${team.store.sequence}`,
        );
      if (was?.away === 0 && team.cluster.hash() !== was.hash)
        team.tell('SRV-10', 'the rebuilt state is not the one that was');
    });
    for (const player of this.#attacked.players)
      if (this.#chance.percent(80)) this.#attacked.session.members.setConnected(player, true, true);
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
    for (const team of this.#teams) team.lookAtEverything();
    this.#attacked.session.end();
    for (const team of this.#teams) {
      team.compareMirror();
      lookBack(team, this.#attacked, this.#chance);
      for (const { reason } of team.store.list('Event')) this.#tally.count('events', reason);
      for (const { firstReason } of team.store.list('Outage')) this.#tally.count('losses', firstReason);
      for (const { type } of team.store.list('Fault')) this.#tally.count('faults', type);
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
    const log = [...storage.log(session.id, id), ...(thrown === undefined ? [] : [thrown])];
    this.#failing ??= { seed: this.#seed, rule: first.rule, what: first.what, setup, log };
  }
}
