/** What package managers install: size, seconds, version, and the tools that come with it. Numbers are the game's own (metaphor). */
import { MIB } from '../../../base/integers.ts';
import { CARRY_STONE, CUT_WOOD, DRAW_PLAN, type Work } from './works.ts';

export interface Package extends Work {
  readonly version: string;
  /** Commands that can be run once it is there. */
  readonly tools: readonly string[];
}

const plain = (work: Work): Package => ({ ...work, version: '1.0.0', tools: [] });

/** By name: `apk add curl stone`. The package sources always hold the newest version. */
export const PACKAGES: Readonly<Record<string, Package>> = {
  stone: plain(CARRY_STONE),
  wood: plain(CUT_WOOD),
  plan: plain(DRAW_PLAN),
  bricks: plain({ bytes: 60 * MIB, ticks: 12 }),
  tiles: plain({ bytes: 8 * MIB, ticks: 4 }),
  bash: { bytes: 2 * MIB, ticks: 1, version: '5.2.37', tools: ['bash'] },
  curl: { bytes: 8 * MIB, ticks: 3, version: '8.14.1', tools: ['curl'] },
  git: { bytes: 40 * MIB, ticks: 6, version: '2.47.3', tools: ['git'] },
  make: { bytes: 6 * MIB, ticks: 2, version: '4.4.1', tools: ['make'] },
  openssl: { bytes: 7 * MIB, ticks: 2, version: '3.5.4', tools: ['openssl'] },
  python3: { bytes: 48 * MIB, ticks: 7, version: '3.12.12', tools: ['python3'] },
  'py3-pip': { bytes: 12 * MIB, ticks: 3, version: '25.1.1', tools: ['pip', 'pip3'] },
  'python3-pip': { bytes: 12 * MIB, ticks: 3, version: '25.1.1', tools: ['pip', 'pip3'] },
  'python3-venv': { bytes: 4 * MIB, ticks: 1, version: '3.12.12', tools: [] },
  nodejs: { bytes: 60 * MIB, ticks: 8, version: '22.22.0', tools: ['node'] },
  npm: { bytes: 12 * MIB, ticks: 3, version: '11.6.2', tools: ['npm'] },
  go: { bytes: 240 * MIB, ticks: 20, version: '1.25.4', tools: ['go'] },
  'ca-certificates': { bytes: MIB, ticks: 1, version: '20250911', tools: [] },
  'log4shell-demo': { bytes: 3 * MIB, ticks: 1, version: '2.14.1', tools: [] },
};

/** A package that nobody describes is allowed, and costs this. */
export const OTHER_PACKAGE: Package = { bytes: 4 * MIB, ticks: 2, version: '1.0.0', tools: [] };
