/** Setups, stores and simulations, and how a test plays in them. */
import type { z } from 'zod';
import { setFreezing } from '../../../shared/base/freeze.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { type Manifest } from '../../../shared/api/kinds.ts';
import type { Status } from '../../../shared/api/status.ts';
import { TEACHER, type Actor } from '../../../shared/cluster/actor.ts';
import { executeVerb } from '../../../shared/cluster/verbs/execute.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Command } from '../../../shared/commands/table.ts';
import { clusterSetup, type ClusterSetup } from '../../../shared/session/setup.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import type { Store } from '../../../shared/store/store.ts';
import { createSimulation, createStore } from '../../../shared/session/create.ts';

setFreezing(true);

export type Labels = Readonly<Record<string, string>>;

export interface NodeOptions {
  readonly name: string;
  readonly cpuMilli?: number;
  readonly memoryBytes?: number;
  readonly reservedCpuMilli?: number;
  readonly reservedMemoryBytes?: number;
  readonly diskBytes?: number;
  readonly maxProcesses?: number;
  readonly staticPods?: readonly object[];
  readonly labels?: Labels;
}

export type SetupSettings = z.input<typeof clusterSetup>['settings'];

export interface SetupOptions {
  /** How many (`node-1`, `node-2`, ...), or which. Three by default. */
  readonly nodes?: number | readonly (string | NodeOptions)[];
  /** As they are written: what is left out takes its default. */
  readonly settings?: Partial<SetupSettings>;
  readonly startMode?: 'hand' | 'auto';
  readonly manifests?: readonly Manifest[];
  /** None, so that a test sees nothing but what it asked for. */
  readonly addons?: ClusterSetup['addons'];
}

/** 2 cores and 4 GiB a node, unless told otherwise. */
function nodeSetup(node: string | NodeOptions): unknown {
  return { cpuMilli: 2000, memoryBytes: 4096 * MIB, ...(typeof node === 'string' ? { name: node } : node) };
}

export function aSetup({
  nodes = 3,
  settings = {},
  startMode = 'auto',
  manifests = [],
  addons = [],
}: SetupOptions = {}): ClusterSetup {
  const list = typeof nodes === 'number' ? Array.from({ length: nodes }, (_, index) => `node-${index + 1}`) : nodes;
  return clusterSetup.parse({
    settings: { seed: 7, registryNamespace: 'team', objectives: [], ...settings },
    nodes: list.map(nodeSetup),
    startMode,
    manifests,
    addons,
  });
}

/** A store as a session opens it; no loop runs on it. */
export function aWorld(options: SetupOptions = {}): Store {
  return createStore(aSetup(options));
}

export function run(simulation: Simulation, ticks: number): Simulation {
  if (ticks > 0) simulation.apply(ticks);
  return simulation;
}

/** A simulation whose teacher has pressed start: the phase is running, the tick still 0. */
export function startedSimulation(setup: ClusterSetup = aSetup()): Simulation {
  const simulation = createSimulation(setup);
  simulation.apply(['e', { type: 'phaseChanged', phase: 'running' }]);
  return simulation;
}

/** Lets a player in who then holds the seats; returns the player's id. */
export function join(simulation: Simulation, seats: readonly string[] = [], player = 'player0001'): string {
  simulation.apply(['e', { type: 'playerJoined', player, nickname: player }]);
  for (const seat of seats) simulation.apply(['e', { type: 'seatAssigned', seat, player }]);
  return player;
}

/** One command of a player, or of the teacher; a refusal comes back. */
export function play(simulation: Simulation, author: string, command: Command): Status | null {
  return simulation.apply(['c', author, command]);
}

export function playVerb(simulation: Simulation, author: string, verb: Verb): Status | null {
  return play(simulation, author, { type: 'verb', verb: verb as Extract<Command, { type: 'verb' }>['verb'] });
}

/** A verb straight on a store, past phase and log. The teacher may do all of them. */
export function act(world: Store, verb: Verb, actor: Actor = TEACHER): Status | null {
  return executeVerb(world, actor, verb);
}
