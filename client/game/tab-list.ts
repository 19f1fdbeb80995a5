/** The panels, and which one a viewer sees first: that of the seat they hold. */
import type { View } from '../../shared/store/store.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { Selection } from '../state/game.ts';

export const TABS = ['scheduler', 'steward', 'kubelet', 'builder', 'plots', 'objects', 'teacher'] as const;
export type Tab = (typeof TABS)[number];

/** Everybody may look at every seat's panel; the teacher has the desk in front of the class, and so has who plays alone. */
export function tabsFor({ as }: Identity, kind: Connection['kind'] = 'server', hasPlots = false): readonly Tab[] {
  return TABS.filter((tab) => {
    if (tab === 'plots') return hasPlots;
    return tab !== 'teacher' || as === 'teacher' || kind === 'local';
  });
}

const SEAT_TABS: Readonly<Record<string, Tab>> = {
  scheduler: 'scheduler',
  'controller-manager': 'steward',
  kubelet: 'kubelet',
};

/** Builders hold no seat: who has none builds. */
export function firstTab(view: View | null, { as, player }: Identity): Tab {
  if (as === 'teacher') return 'teacher';
  if (as === 'projector' || view === null) return 'objects';
  const role = view.by('seatsByHolder', player).map((key) => view.get('Seat', key)?.role)[0];
  return (role === undefined ? undefined : SEAT_TABS[role]) ?? 'builder';
}

const LANDMARK_TABS: Readonly<Record<string, Tab>> = {
  dispatch: 'scheduler',
  lodge: 'steward',
  warehouse: 'builder',
  registry: 'builder',
  workshop: 'builder',
  hall: 'objects',
  vault: 'objects',
};

const HOST_KINDS: ReadonlySet<Selection['kind']> = new Set(['Host', 'VirtualMachine', 'HostContainer']);

/** Where a building of the town leads; null for what stays where it is. */
export function tabOfSelection(selection: Selection | null): Tab | null {
  if (selection !== null && HOST_KINDS.has(selection.kind)) return 'plots';
  return selection?.kind === 'Landmark' ? (LANDMARK_TABS[selection.key] ?? null) : null;
}
