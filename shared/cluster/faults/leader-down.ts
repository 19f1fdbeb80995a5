/** Who led stops: one of them, so that a standby takes over, or all, so that somebody must start one. */
import { leaderOf, type LedComponent } from '../plane/leaders.ts';
import { stopComponentNow } from '../plane/stop.ts';
import { bySteward } from './remedies.ts';
import type { FaultDefinition } from './fault-type.ts';

export function leaderDown(type: string, component: LedComponent): FaultDefinition {
  return {
    type,
    component: 'control-plane',
    difficulty: 2,
    seenFirstBy: component,
    via: 'world',
    targets: (view) => {
      const leader = leaderOf(view, component);
      return leader ? ['', leader.key] : [];
    },
    begin: (world, target) => {
      const stopped = target === '' ? world.by('processesByComponent', component) : [target];
      for (const key of stopped) stopComponentNow(world, key);
      return {};
    },
    symptoms: [{ type: 'gauge', name: 'noLeader', shows: (view) => leaderOf(view, component) === undefined }],
    harm: (view) => leaderOf(view, component) === undefined,
    remedy: (view, { target }) =>
      (target === '' ? view.by('processesByComponent', component) : [target])
        // Whoever runs waits for the lease: begun anew, it would wait from the start.
        .filter((key) => view.get('PlaneProcess', key)?.state !== 'running')
        .map((key) => bySteward({ verb: 'restartComponent', component: key })),
    healedBy: ['PlaneProcess'],
    isHealed: (view, { target }) =>
      target === '' ? leaderOf(view, component) !== undefined : view.get('PlaneProcess', target)?.state === 'running',
  };
}
