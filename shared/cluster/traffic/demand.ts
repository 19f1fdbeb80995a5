/** How many visitors a second want to see a service. */
import type { Fault } from '../../api/world/fault.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';

export function setDemand(world: World, service: string, demandRps: number): void {
  const before = world.get('Traffic', service);
  if (before) {
    world.put({ ...before, demandRps });
    return;
  }
  world.put({
    kind: 'Traffic',
    key: service,
    demandRps,
    sinceTick: world.tick,
    servedRps: 0,
    lostRps: {},
    servedTotal: 0,
    lostTotal: {},
    byPod: {},
    failedByPod: {},
    callsServices: [],
    callsPods: [],
  });
}

/** Visitors a second who really come: the demand, times every surge that is on. None before the start or after the end. */
export function arrivingRps(view: View, service: string, demandRps: number): number {
  if (view.get('Clock', 'clock')?.phase !== 'running') return 0;
  let arriving = demandRps;
  for (const key of view.by('openFaultsByType', 'traffic-surge')) {
    const fault = view.get('Fault', key);
    if (fault?.target === service && view.tick < surgeEndTick(fault)) arriving *= Number(fault.memory['factor']);
  }
  return arriving;
}

export function surgeEndTick(surge: Fault): number {
  return Number(surge.memory['endTick']);
}
