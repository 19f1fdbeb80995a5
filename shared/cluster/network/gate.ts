/** The front road: through which villages visitors come in. A health check takes a silent one out, after a while. */
import type { Machine } from '../../api/world/machine.ts';
import type { View } from '../../store/store.ts';
import { settingsOf } from '../world.ts';

/** `open` lets visitors in, `silent` is still in turn although nothing answers there, `closed` is out of turn. */
export type GateState = 'open' | 'silent' | 'closed';

export function gateState(view: View, machine: Machine): GateState {
  if (machine.power === 'on') return 'open';
  // A machine that boots refuses the check at once; one without power leaves it to time out.
  if (machine.power === 'booting') return 'closed';
  return view.tick < gateClosesTick(view, machine) ? 'silent' : 'closed';
}

/** When the health check gives a machine up that lost its power. */
export function gateClosesTick(view: View, machine: Machine): number {
  return machine.powerSinceTick + settingsOf(view).gateCheckTicks;
}
