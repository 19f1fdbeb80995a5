/** The town hall itself: which of its rooms are at work, and how many members keep the ledger. */
import type { PlaneComponent } from '../../../shared/api/world/plane.ts';
import type { View } from '../../../shared/store/store.ts';

export interface Plane {
  /** Of three. */
  readonly ledgerMembers: number;
  readonly isHallOpen: boolean;
  /** Somebody leads: a standby alone decides nothing. */
  readonly hasScheduler: boolean;
  readonly hasSteward: boolean;
}

export function planeOf(view: View): Plane {
  const processes = [...view.list('PlaneProcess')].filter(({ state }) => state === 'running');
  const leads = (component: PlaneComponent): boolean =>
    processes.some((one) => one.component === component && one.leadingSinceTick !== null);
  return {
    ledgerMembers: [...view.list('EtcdMember')].filter(({ state, link }) => state === 'running' && link === 'up')
      .length,
    isHallOpen: processes.some(({ component }) => component === 'api-server'),
    hasScheduler: leads('scheduler'),
    hasSteward: leads('controller-manager'),
  };
}
