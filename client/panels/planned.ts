/** What the control loops would do now: the work lists of the seats. Any loop is found by its name. */
import type { ControlLoop } from '../../shared/cluster/loop.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { View } from '../../shared/store/store.ts';

export interface Planned {
  readonly key: string;
  readonly verbs: readonly Verb[];
}

export function controlLoopNamed(name: string): ControlLoop | undefined {
  return LOOPS.find((loop): loop is ControlLoop => loop.type === 'control' && loop.name === name);
}

/** Only keys where something is to be done. Empty for a loop that does not exist. */
export function plannedVerbs(view: View, loopName: string): readonly Planned[] {
  const loop = controlLoopNamed(loopName);
  if (!loop) return [];
  const planned: Planned[] = [];
  for (const key of new Set(loop.keys(view))) {
    const verbs = loop.plan(view, key);
    if (verbs.length > 0) planned.push({ key, verbs });
  }
  return planned;
}
