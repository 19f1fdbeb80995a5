/** What lies under a place: first by the footprint on the ground, then by the body that rises from it. */
import { groundAt, iso, SLOT_HALF } from '../../assets/art/iso.ts';
import { LANDMARKS } from '../../assets/art/names.ts';
import type { Selection } from '../state/game.ts';
import type { House } from './model/houses.ts';
import type { Layout, Place, Plot } from './model/layout.ts';
import { centreOf, heavyPlaces, lightPlaces, queuePlace, QUEUE_SHOWN, slotPlace } from './model/places.ts';
import type { HostGround, Tenant } from './model/hosts.ts';
import type { TownModel } from './scene-model.ts';

/** The body of a house above its ground point, in world pixels. */
const BODY = { half: 44, high: 74, low: 14 } as const;
const LANDMARK_BODY = { half: 84, high: 128, low: 50 } as const;
const GATE_BODY = { half: 44, high: 100, low: 16 } as const;
/** Half the side of a landmark's ground. */
const LANDMARK_HALF = 4.4;

interface Body {
  readonly half: number;
  readonly high: number;
  readonly low: number;
}

/** In the square on the ground that a house stands on. */
function inFootprint(wx: number, wy: number, place: Place, size = 1): boolean {
  const [x, y] = groundAt(wx, wy);
  return Math.abs(x - place.x) <= SLOT_HALF * size && Math.abs(y - place.y) <= SLOT_HALF * size;
}

function inBody(wx: number, wy: number, { x, y }: Place, body: Body, size = 1): boolean {
  const [px, py] = iso(x, y);
  return Math.abs(wx - px) <= body.half * size && wy <= py + body.low * size && wy >= py - body.high * size;
}

interface Standing {
  readonly selection: Selection;
  readonly place: Place;
  /** Against a house. */
  readonly size?: number;
}

function housesOf(model: TownModel): readonly Standing[] {
  const plots = new Map(model.layout.plots.map((plot) => [plot.node, plot]));
  const standing = (house: House, place: Place): Standing => ({ selection: { kind: 'Pod', key: house.key }, place });
  return [
    ...model.houses.flatMap((house) => {
      const plot = plots.get(house.node ?? '');
      return plot ? [standing(house, slotPlace(plot, house.slot))] : [];
    }),
    ...model.queue.slice(0, QUEUE_SHOWN).map((house, index) => standing(house, queuePlace(model.layout, index))),
    ...model.hosts.flatMap((host) => tenantsOf(model.layout, host)),
  ];
}

/** A node's machine is the node. */
const selectionOf = ({ kind, key }: Tenant): Selection => ({ kind: kind === 'Machine' ? 'Node' : kind, key });

function tenantsOf(layout: Layout, { host, heavy, light }: HostGround): readonly Standing[] {
  const plot = layout.hosts.find(({ node }) => node === host);
  if (!plot) return [];
  return (
    [
      [heavy, heavyPlaces(plot, heavy.length)],
      [light, lightPlaces(plot, light.length)],
    ] as const
  ).flatMap(([tenants, { places, size }]) =>
    places.flatMap((place, index): Standing[] => {
      const tenant = tenants[index];
      return tenant ? [{ selection: selectionOf(tenant), place, size }] : [];
    }),
  );
}

/** Of those that match, the one that stands in front. */
function front(found: readonly Standing[]): Selection | null {
  let best: Standing | null = null;
  for (const one of found) if (!best || one.place.x + one.place.y > best.place.x + best.place.y) best = one;
  return best?.selection ?? null;
}

/** With the verge before it. */
const isOn = (plot: Plot, x: number, y: number): boolean =>
  x >= plot.x && x <= plot.x + plot.width && y >= plot.y && y <= plot.y + plot.depth + 2.4;

export function plotAt(layout: Layout, wx: number, wy: number): Plot | null {
  const [x, y] = groundAt(wx, wy);
  return layout.plots.find((plot) => isOn(plot, x, y)) ?? null;
}

/** `housesToo`: whether houses are drawn at this zoom; in the map they are not. */
export function pick(model: TownModel, wx: number, wy: number, housesToo = true): Selection | null {
  const houses = housesToo ? housesOf(model) : [];
  const onFoot = houses.filter(({ place, size }) => inFootprint(wx, wy, place, size));
  const bodies = houses.filter(({ place, size }) => inBody(wx, wy, place, BODY, size));
  return front(onFoot) ?? front(bodies) ?? pickLandmark(model, wx, wy) ?? pickPlot(model.layout, wx, wy);
}

function pickLandmark({ layout, gates }: TownModel, wx: number, wy: number): Selection | null {
  const landmarks = LANDMARKS.map((id): Standing => ({
    selection: { kind: 'Landmark', key: id },
    place: layout.landmarks[id],
  })).filter(({ place }) => inBody(wx, wy, place, LANDMARK_BODY));
  const services = gates
    .flatMap(({ key }, index): Standing[] => {
      const place = layout.gates[index];
      return place ? [{ selection: { kind: 'Service', key }, place }] : [];
    })
    .filter(({ place }) => inBody(wx, wy, place, GATE_BODY));
  return front(services) ?? front(landmarks);
}

function pickPlot(layout: Layout, wx: number, wy: number): Selection | null {
  const plot = plotAt(layout, wx, wy);
  if (plot) return { kind: 'Node', key: plot.node };
  const ground = layout.hosts.find((one) => isOn(one, ...groundAt(wx, wy)));
  return ground ? { kind: 'Host', key: ground.node } : null;
}

/** Where something selectable stands, and how much ground it takes. */
export function groundOf(model: TownModel, reference: string): (Place & { readonly side: number }) | null {
  const slash = reference.indexOf('/');
  const [kind, key] = [reference.slice(0, slash), reference.slice(slash + 1)];
  if (kind === 'Pod') {
    const found = housesOf(model).find(({ selection }) => selection.kind === 'Pod' && selection.key === key);
    return found ? { ...found.place, side: 4.9 } : null;
  }
  if (kind === 'Node') {
    const plot = model.layout.plots.find(({ node }) => node === key);
    return plot ? { ...centreOf(plot), side: Math.max(plot.width, plot.depth) + 2 } : null;
  }
  if (kind === 'Host') {
    const plot = model.layout.hosts.find(({ node }) => node === key);
    return plot ? { ...centreOf(plot), side: Math.max(plot.width, plot.depth) + 2 } : null;
  }
  if (kind === 'VirtualMachine' || kind === 'HostContainer') {
    const found = housesOf(model).find(({ selection }) => selection.kind === kind && selection.key === key);
    return found ? { ...found.place, side: 4.9 * (found.size ?? 1) } : null;
  }
  if (kind === 'Landmark') {
    const id = LANDMARKS.find((name) => name === key);
    return id ? { ...model.layout.landmarks[id], side: LANDMARK_HALF * 2 } : null;
  }
  if (kind !== 'Service') return null;
  const place = model.layout.gates[model.gates.findIndex((gate) => gate.key === key)];
  return place ? { ...place, side: 4 } : null;
}
