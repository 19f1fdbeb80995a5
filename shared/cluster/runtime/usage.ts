/**
 * What pods use of their node. Everything a container uses grows evenly while it runs, so a sum is a straight line: it
 * is kept as where it would have been at tick 0, and how much it grows.
 */
import { must } from '../../base/assert.ts';
import { floorDiv } from '../../base/integers.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { runningSums } from '../../store/running-sums.ts';
import { Store, type View } from '../../store/store.ts';
import { programOf } from './container-program.ts';

/** `atZero + perTick x tick`. */
export interface Line {
  readonly atZero: number;
  readonly perTick: number;
}

export interface Usage {
  readonly memory: Line;
  readonly disk: Line;
  readonly processes: Line;
}

const NOTHING: Line = { atZero: 0, perTick: 0 };
const UNUSED: Usage = { memory: NOTHING, disk: NOTHING, processes: NOTHING };

export const valueAt = ({ atZero, perTick }: Line, tick: number): number => atZero + perTick * tick;

const grown = (amount: number, perTick: number, sinceTick: number): Line => ({
  atZero: amount - perTick * sinceTick,
  perTick,
});

const plus = (a: Line, b: Line): Line => ({ atZero: a.atZero + b.atZero, perTick: a.perTick + b.perTick });

function sumUsage(a: Usage, b: Usage): Usage {
  if (a === UNUSED) return b;
  return {
    memory: plus(a.memory, b.memory),
    disk: plus(a.disk, b.disk),
    processes: plus(a.processes, b.processes),
  };
}

export function containerUsage(view: View, container: RuntimeContainer): Usage {
  const { state } = container;
  const program = state.type === 'running' ? programOf(view, container) : undefined;
  if (!program || state.type !== 'running') return UNUSED;
  const { memoryBytes, leakBytesPerTick, writesBytesPerTick = 0, forksPerTick = 0 } = program;
  return {
    memory: grown(memoryBytes, leakBytesPerTick, state.startedTick),
    disk: grown(0, writesBytesPerTick, state.startedTick),
    processes: grown(1, forksPerTick, state.startedTick),
  };
}

/** Images never change, and a changed sandbox is another object: what was found for one holds for ever. */
const known = new WeakMap<Sandbox, Usage>();

export function sandboxUsage(view: View, sandbox: Sandbox): Usage {
  let usage = known.get(sandbox);
  if (!usage) {
    usage = sandbox.containers.reduce((sum, container) => sumUsage(sum, containerUsage(view, container)), UNUSED);
    known.set(sandbox, usage);
  }
  return usage;
}

const minus = (a: Line, b: Line): Line => ({ atZero: a.atZero - b.atZero, perTick: a.perTick - b.perTick });

const sumOnNode = runningSums<'Sandbox', Usage>({
  kind: 'Sandbox',
  nothing: UNUSED,
  groupOf: ({ nodeName }) => nodeName,
  amountOf: sandboxUsage,
  plus: sumUsage,
  minus: (a, b) => ({
    memory: minus(a.memory, b.memory),
    disk: minus(a.disk, b.disk),
    processes: minus(a.processes, b.processes),
  }),
});

/** All pods of a node together. What is not the store itself tells nobody of its changes, and is read whole. */
export function podsUsage(view: View, nodeName: string): Usage {
  if (view instanceof Store) return sumOnNode(view, nodeName);
  return view
    .by('sandboxesByNode', nodeName)
    .reduce((sum, key) => sumUsage(sum, sandboxUsage(view, must(view.get('Sandbox', key), key))), UNUSED);
}

/** The first tick from `tick` on at which the line is above `most`; null when it never is. */
export function exceedsTick(line: Line, most: number, tick: number): number | null {
  const now = valueAt(line, tick);
  if (now > most) return tick;
  return line.perTick <= 0 ? null : tick + floorDiv(most - now, line.perTick) + 1;
}
