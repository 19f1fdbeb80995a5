/** What may be so for a moment and must not stay: one loop sees what another did a tick later. */
import { isPlaneWhole } from '../../../shared/cluster/plane/gate.ts';
import type { View } from '../../../shared/store/store.ts';

/** A later look than that finds it still so. */
const MOMENT_TICKS = 3;

const since = new WeakMap<View, Map<string, ReadonlyMap<string, number>>>();

/** Those of `names` that were there at an earlier look, too. */
export function lasting(view: View, rule: string, names: readonly string[]): readonly string[] {
  let looks = since.get(view);
  if (!looks) since.set(view, (looks = new Map()));
  const before = looks.get(rule);
  looks.set(rule, new Map(names.map((name) => [name, before?.get(name) ?? view.tick])));
  return names.filter((name) => view.tick - (before?.get(name) ?? view.tick) > MOMENT_TICKS);
}

/** The same, where somebody has to see it and write it down: none while the town hall is not whole or somebody is late. */
export function lastingInOrder(view: View, rule: string, names: readonly string[]): readonly string[] {
  return lasting(view, rule, isPlaneWhole(view) && view.count('Sight') === 0 ? names : []);
}
