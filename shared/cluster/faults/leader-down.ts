/** Who led stops: one of them, so that a standby takes over, or all, so that somebody must start one. */
import type { FaultType } from '../../api/world/fault.ts';
import { leaderOf, type LedComponent } from '../plane/leaders.ts';
import { stopComponentNow } from '../plane/stop.ts';
import type { FaultDefinition } from './fault-type.ts';

export function leaderDown(type: FaultType, component: LedComponent): FaultDefinition {
  return {
    type,
    seenFirstBy: component,
    targets: (view) => {
      const leader = leaderOf(view, component);
      return leader ? ['', leader.key] : [];
    },
    begin: (world, target) => {
      const stopped = target === '' ? world.by('processesByComponent', component) : [target];
      for (const key of stopped) stopComponentNow(world, key);
      return {};
    },
    healedBy: ['PlaneProcess'],
    isHealed: (view, { target }) =>
      target === '' ? leaderOf(view, component) !== undefined : view.get('PlaneProcess', target)?.state === 'running',
  };
}
