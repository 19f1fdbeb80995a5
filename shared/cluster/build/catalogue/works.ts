/** What a RUN instruction costs: carrying stone, cutting wood, drawing plans. Numbers are the game's own (metaphor). */
import { clamp, MIB } from '../../../base/integers.ts';

export interface Work {
  readonly bytes: number;
  readonly ticks: number;
}

const CARRY_STONE: Work = { bytes: 40 * MIB, ticks: 8 };
const CUT_WOOD: Work = { bytes: 16 * MIB, ticks: 5 };
const DRAW_PLAN: Work = { bytes: MIB, ticks: 3 };

/** By the command's first word; a number after it does the work that many times. */
export const WORKS: Readonly<Record<string, Work>> = {
  'carry-stone': CARRY_STONE,
  搬石头: CARRY_STONE,
  'cut-wood': CUT_WOOD,
  砍木头: CUT_WOOD,
  'draw-plan': DRAW_PLAN,
  画图纸: DRAW_PLAN,
  'fire-bricks': { bytes: 60 * MIB, ticks: 12 },
  'lay-tiles': { bytes: 8 * MIB, ticks: 4 },
  'dig-well': { bytes: 4 * MIB, ticks: 6 },
  paint: { bytes: 2 * MIB, ticks: 2 },
};

/** By name, for package managers: `apk add stone wood`. */
export const PACKAGES: Readonly<Record<string, Work>> = {
  stone: CARRY_STONE,
  wood: CUT_WOOD,
  plan: DRAW_PLAN,
  bricks: { bytes: 60 * MIB, ticks: 12 },
  tiles: { bytes: 8 * MIB, ticks: 4 },
};

/** Any other command is allowed, and costs this. */
export const OTHER_WORK: Work = { bytes: MIB, ticks: 2 };
const OTHER_PACKAGE: Work = { bytes: 4 * MIB, ticks: 2 };

const INSTALL = /^(?:apk|apt|apt-get|dnf|yum)\s+(?:\S+\s+)*?(?:add|install)\s+(.*)$/;
const MOST_TIMES = 20;

/** Work of a whole shell line: its commands one after the other. */
export function workOf(commandLine: string): Work {
  const commands = commandLine.split(/&&|;|\|\|?|\n/).map((part) => part.trim());
  return sum(commands.filter((command) => command !== '').map(workOfCommand));
}

function workOfCommand(command: string): Work {
  const install = INSTALL.exec(command);
  if (install) {
    const names = (install[1] ?? '').split(/\s+/).filter((name) => name !== '' && !name.startsWith('-'));
    return names.length === 0 ? OTHER_WORK : sum(names.map((name) => lookUp(PACKAGES, name) ?? OTHER_PACKAGE));
  }
  const [word = '', argument = ''] = command.split(/\s+/);
  const work = lookUp(WORKS, word);
  if (!work) return OTHER_WORK;
  const times = /^\d{1,3}$/.test(argument) ? clamp(Number(argument), 1, MOST_TIMES) : 1;
  return { bytes: work.bytes * times, ticks: work.ticks * times };
}

function lookUp(table: Readonly<Record<string, Work>>, name: string): Work | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function sum(works: readonly Work[]): Work {
  return works.reduce((total, work) => ({ bytes: total.bytes + work.bytes, ticks: total.ticks + work.ticks }), {
    bytes: 0,
    ticks: 0,
  });
}
