/** Where a visitor goes: to a house that answers, or only to the gate; drawn in proportion to what the service says. */
import type { Gate } from '../model/town-hall.ts';
import type { Place } from '../model/layout.ts';
import { slotPlace } from '../model/places.ts';
import { wayToGate, wayToHouse, type Way } from '../route.ts';
import type { TownModel } from '../scene-model.ts';

export interface Goal {
  readonly way: Way;
  /** Why this one is turned away; empty for who is served. */
  readonly reason: string;
}

export class CrowdGoals {
  /** By service: all who are turned away at a gate share the way to it. */
  readonly #gateWays = new Map<string, Way>();
  /** Only for looks: which house, which clothes. Never part of the simulation. */
  #draw = 1;

  random(bound: number): number {
    this.#draw = (Math.imul(this.#draw, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#draw / 4294967296) * bound);
  }

  goal({ layout, houses }: TownModel, gate: Gate, index: number): Goal | null {
    const place = layout.gates[index];
    if (!place) return null;
    let at = this.random(Math.max(1, gate.servedRps + gate.lostRps));
    for (const [reason, rps] of gate.losses) {
      if (at < rps) return { way: this.#gateWay(gate.key, place), reason };
      at -= rps;
    }
    for (const [uid, rps] of Object.entries(gate.byPod)) {
      if (at >= rps) {
        at -= rps;
        continue;
      }
      const house = houses.find((one) => one.uid === uid);
      const plot = layout.plots.find(({ node }) => node === house?.node);
      if (!house || !plot) return null;
      return { way: wayToHouse(layout, place, plot, slotPlace(plot, house.slot)), reason: '' };
    }
    return null;
  }

  #gateWay(key: string, place: Place): Way {
    let way = this.#gateWays.get(key);
    if (!way) this.#gateWays.set(key, (way = wayToGate(place)));
    return way;
  }

  clear(): void {
    this.#gateWays.clear();
  }
}
