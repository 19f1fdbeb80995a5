/** Whose work each control loop does, as its switch says; the same for every key of a loop. */
import type { Role } from '../api/world/seat.ts';
import { LOOPS } from '../cluster/loops.ts';
import type { ControlLoop } from '../cluster/loop.ts';

const OFFICES: Readonly<Partial<Record<ControlLoop['component'], Role>>> = {
  scheduler: 'scheduler',
  kubelet: 'kubelet',
  pipeline: 'builder',
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  LOOPS.flatMap((loop) =>
    loop.type === 'control' ? [[loop.name, OFFICES[loop.component] ?? 'controller-manager'] as const] : [],
  ),
);

/** Null for a reflex: nobody does it. */
export function roleOfLoop(loop: string): Role | null {
  return ROLES.get(loop) ?? null;
}
