/** What a RUN instruction costs: carrying stone, cutting wood, drawing plans. Numbers are the game's own (metaphor). */
import { clamp, MIB } from '../../../base/integers.ts';

export interface Work {
  readonly bytes: number;
  readonly ticks: number;
}

export const CARRY_STONE: Work = { bytes: 40 * MIB, ticks: 8 };
export const CUT_WOOD: Work = { bytes: 16 * MIB, ticks: 5 };
export const DRAW_PLAN: Work = { bytes: MIB, ticks: 3 };

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

/** Any other command is allowed, and costs this. */
const OTHER_WORK: Work = { bytes: MIB, ticks: 2 };
const MOST_TIMES = 20;

/** Work of one command with its arguments. */
export function workOfCommand([word = '', argument = '']: readonly string[]): Work {
  const work = Object.hasOwn(WORKS, word) ? WORKS[word] : undefined;
  if (!work) return OTHER_WORK;
  const times = /^\d{1,3}$/.test(argument) ? clamp(Number(argument), 1, MOST_TIMES) : 1;
  return { bytes: work.bytes * times, ticks: work.ticks * times };
}
