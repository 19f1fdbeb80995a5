/** The builder's workbenches: which there are for whom, and which is open. */
import { signal } from '@preact/signals';
import type { Dial } from '../../state/game.ts';

/** Draw and build; ship; ask for houses. */
const FIRST_BENCHES = ['blueprint', 'shelves', 'deploy'] as const;
const BENCHES = [...FIRST_BENCHES, 'yaml'] as const;
export type Bench = (typeof BENCHES)[number];

export const bench = signal<Bench>('blueprint');

/** Manifests are written by who sees everything, or wants YAML everywhere. A bench that is open stays. */
export function benchesFor(isFull: boolean, dial: Dial, open: Bench): readonly Bench[] {
  return isFull || dial === 'yaml' || open === 'yaml' ? BENCHES : FIRST_BENCHES;
}
