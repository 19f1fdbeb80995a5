/** What the town shows, derived from the state and nothing else. Pure: the scene draws it, tests read it. */
import { isPodTerminal } from '../../shared/api/pod.ts';
import type { View } from '../../shared/store/store.ts';
import { houseOf, type House } from './model/houses.ts';
import { layOut, type Layout } from './model/layout.ts';
import { assignSlots, type Slots } from './model/slots.ts';
import { gatesOf, loadsOf, ordersOf, worksOf, type Gate, type Load, type Order, type Work } from './model/town-hall.ts';
import { villageOf, type Village } from './model/villages.ts';

export interface TownModel {
  readonly tick: number;
  readonly layout: Layout;
  readonly villages: readonly Village[];
  /** On plots; in the order of their keys. */
  readonly houses: readonly House[];
  /** Blueprints outside the dispatch room, oldest first. */
  readonly queue: readonly House[];
  readonly orders: readonly Order[];
  readonly gates: readonly Gate[];
  readonly loads: readonly Load[];
  readonly builds: readonly Work[];
  readonly pushes: readonly Work[];
  readonly isRegistryOpen: boolean;
  /** What the next derivation must know, so that no house moves. */
  readonly slots: Slots;
  readonly plotSlots: ReadonlyMap<string, number>;
}

/** `before`: the last model of the same cluster, so that houses keep their slots and plots do not shrink. */
export function deriveTown(view: View, before: TownModel | null): TownModel {
  const bound: { key: string; uid: string; node: string }[] = [];
  const waiting: { key: string; uid: string; tick: number }[] = [];
  for (const key of view.keys('Pod')) {
    const pod = view.get('Pod', key);
    if (!pod) continue;
    const { uid, creationTick } = pod.metadata;
    const { nodeName: node } = pod.spec;
    if (node !== null && view.get('Node', node)) bound.push({ key, uid, node });
    else if (node === null && !isPodTerminal(pod)) waiting.push({ key, uid, tick: creationTick });
  }
  const slots = assignSlots(before?.slots ?? new Map(), bound);
  const house = (key: string, uid: string): House[] => {
    const pod = view.get('Pod', key);
    return pod ? [houseOf(view, pod, key, slots.get(uid) ?? 0)] : [];
  };
  const houses = bound.flatMap(({ key, uid }) => house(key, uid));
  const byNode = new Map<string, House[]>(view.keys('Node').map((node) => [node, []]));
  for (const one of houses) byNode.get(one.node ?? '')?.push(one);
  const nodes = view.keys('Node');
  const plotSlots = new Map(
    nodes.map((node) => {
      const highest = Math.max(-1, ...(byNode.get(node) ?? []).map(({ slot }) => slot));
      return [node, Math.max(highest + 1, before?.plotSlots.get(node) ?? 0)];
    }),
  );
  const gates = gatesOf(view);
  const layout = layOut(
    nodes.map((node) => ({ node, slots: plotSlots.get(node) ?? 0 })),
    gates.length,
  );
  return {
    tick: view.tick,
    layout: before?.layout.id === layout.id ? before.layout : layout,
    villages: nodes.flatMap((name) => {
      const node = view.get('Node', name);
      return node ? [villageOf(view, node, byNode.get(name) ?? [])] : [];
    }),
    houses,
    queue: waiting.sort((a, b) => a.tick - b.tick).flatMap(({ key, uid }) => house(key, uid)),
    orders: ordersOf(view),
    gates,
    loads: loadsOf(view),
    builds: worksOf(view, 'Build'),
    pushes: worksOf(view, 'Push'),
    isRegistryOpen: view.get('Registry', 'registry')?.available ?? true,
    slots,
    plotSlots,
  };
}
