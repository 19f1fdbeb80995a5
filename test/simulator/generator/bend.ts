/** The same with one leaf bent, or gone, or moved where it does not belong. */
import type { Chance } from '../../support/chance.ts';

const BENT: readonly unknown[] = [null, '', -1, 0.5, 2 ** 53, '__proto__', {}, [], true, 'Ü', '1e9', '-5%', '0'];

export function bend(chance: Chance, value: unknown): unknown {
  const copy = structuredClone(value);
  const places = leavesOf(copy, []);
  const place = chance.maybe(places);
  if (!place) return copy;
  const { holder, key } = place;
  if (chance.percent(25)) delete holder[key];
  else holder[key] = structuredClone(chance.percent(70) ? BENT[chance.below(BENT.length)] : chance.pick(places).holder);
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function leavesOf(value: unknown, found: Place[]): readonly Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    leavesOf(holder[key], found);
  }
  return found;
}
