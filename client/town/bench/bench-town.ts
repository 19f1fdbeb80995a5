/** A town of a known size, for measuring: the model that a real one of that size would give. */
import { houseFrame, ROOMS, STYLES } from '../../../assets/art/names.ts';
import { POD_STATES } from '../../state/pod-state.ts';
import type { House } from '../model/houses.ts';
import { mapOf } from '../model/map-of.ts';
import { layOut } from '../model/layout.ts';
import type { Gate } from '../model/town-hall.ts';
import type { Village } from '../model/villages.ts';
import type { TownModel } from '../scene-model.ts';

export const VILLAGES = 50;
export const HOUSES = 1000;
export const VISITORS = 500;
const GATES = 5;
/** One house in so many is not as it should be. */
const ABNORMAL = 12;
const RPS_A_HOUSE = 40;

const nodeName = (index: number): string => `node-${String(index + 1).padStart(2, '0')}`;

function house(index: number): House {
  const style = STYLES[index % STYLES.length] ?? 'hut';
  const isAbnormal = index % ABNORMAL === 0;
  const state = isAbnormal ? (POD_STATES[(index / ABNORMAL) % POD_STATES.length] ?? 'ready') : 'ready';
  const name = `web-${index.toString(36).padStart(5, '0')}`;
  return {
    key: `default/${name}`,
    uid: `uid-${index}`,
    name,
    label: name,
    node: nodeName(index % VILLAGES),
    slot: Math.floor(index / VILLAGES),
    style,
    state,
    word: 'Running',
    frame: houseFrame(style, state === 'pulling' ? 'pulling-2' : state),
    mood: isAbnormal ? 4 : 0,
    countdownTicks: null,
    restarts: 0,
    isDark: false,
  };
}

function village(index: number, houses: readonly House[]): Village {
  const node = nodeName(index);
  const own = houses.filter((one) => one.node === node);
  const ready = own.filter(({ state }) => state === 'ready').length;
  return {
    node,
    variant: 'normal',
    isReady: true,
    isCordoned: false,
    hasPressure: false,
    power: 'on',
    isCut: false,
    images: 3,
    renewTick: 0,
    houses: own.length,
    readyHouses: ready,
    abnormalHouses: own.length - ready,
  };
}

function gate(index: number, houses: readonly House[]): Gate {
  const served = houses.filter(({ state }, at) => state === 'ready' && at % GATES === index);
  return {
    key: `default/web-${index}`,
    name: `web-${index}`,
    servedRps: served.length * RPS_A_HOUSE,
    lostRps: 0,
    losses: [],
    byPod: Object.fromEntries(served.map(({ uid }) => [uid, RPS_A_HOUSE])),
  };
}

/** `houses`: 0 for empty plots. */
export function benchTown(houseCount: number, hasVisitors: boolean): TownModel {
  const houses = Array.from({ length: houseCount }, (_, index) => house(index));
  const gates = Array.from({ length: GATES }, (_, index) => gate(index, hasVisitors ? houses : []));
  const slots = HOUSES / VILLAGES;
  const layout = layOut(
    Array.from({ length: VILLAGES }, (_, index) => ({ node: nodeName(index), slots })),
    GATES,
  );
  return {
    tick: 0,
    layout,
    villages: layout.plots.map((_, index) => village(index, houses)),
    houses,
    queue: [],
    orders: [],
    gates,
    loads: [],
    builds: [],
    pushes: [],
    hosts: [],
    plane: { offices: mapOf(ROOMS, () => ({ officials: [], isOpen: true })), keepers: [], ledger: 'open', rush: null },
    oldPictures: new Map(),
    isRegistryOpen: true,
    slots: new Map(),
    plotSlots: new Map(),
  };
}
