/** A machine's kube-proxy, as a service that may have stopped. */
import type { Machine } from '../../api/world/machine.ts';

/** The machine with its proxy at work. */
export function withProxy({ proxyDownTick: _down, ...machine }: Machine): Machine {
  return machine;
}
