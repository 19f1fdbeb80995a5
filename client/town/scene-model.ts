/** What the town shows, derived from the state and nothing else. Pure: the scene draws it, tests read it. */
import { isPodTerminal } from '../../shared/api/pod.ts';
import type { View } from '../../shared/store/store.ts';
import { hostsOf, type HostGround } from './model/hosts.ts';
import { houseOf, type House } from './model/houses.ts';
import { layOut, type Layout } from './model/layout.ts';
import { assignSlots, type Slots } from './model/slots.ts';
import { ordersOf, type Order } from './model/orders.ts';
import { gatesOf, loadsOf, worksOf, type Gate, type Load, type Work } from './model/town-hall.ts';
import { planeOf, type Plane } from './model/plane.ts';
import { oldPicturesOf, type OldPicture } from './model/sights.ts';
import { villageOf, type Village } from './model/villages.ts';

export interface TownModel {
  readonly tick: number;
  readonly layout: Layout;
  readonly villages: readonly Village[];
  readonly hosts: readonly HostGround[];
  /** On plots; by node, in the order of their keys. */
  readonly houses: readonly House[];
  /** Blueprints outside the dispatch room, oldest first. */
  readonly queue: readonly House[];
  readonly orders: readonly Order[];
  readonly gates: readonly Gate[];
  readonly loads: readonly Load[];
  readonly builds: readonly Work[];
  readonly pushes: readonly Work[];
  readonly plane: Plane;
  readonly oldPictures: ReadonlyMap<string, OldPicture>;
  readonly isRegistryOpen: boolean;
  /** What the next derivation must know, so that no house moves. */
  readonly slots: Slots;
  readonly plotSlots: ReadonlyMap<string, number>;
}

/** `before`: the last model of the same cluster, so that houses keep their slots and plots do not shrink. */
export function deriveTown(view: View, before: TownModel | null): TownModel {
  const nodes = view.keys('Node');
  const bound = nodes.flatMap((node) =>
    view.by('podsByNode', node).map((key) => ({ key, node, uid: view.get('Pod', key)?.metadata.uid ?? '' })),
  );
  const slots = assignSlots(before?.slots ?? new Map(), bound);
  const byNode = new Map<string, House[]>(nodes.map((node) => [node, []]));
  for (const { key, node, uid } of bound) {
    const pod = view.get('Pod', key);
    if (pod) byNode.get(node)?.push(houseOf(view, pod, key, slots.get(uid) ?? 0));
  }
  const plotSlots = new Map(
    nodes.map((node) => {
      const highest = Math.max(-1, ...(byNode.get(node) ?? []).map(({ slot }) => slot));
      return [node, Math.max(highest + 1, before?.plotSlots.get(node) ?? 0)];
    }),
  );
  const gates = gatesOf(view);
  const [houses, queue] = [[...byNode.values()].flat(), queueOf(view)];
  const layout = layOut(
    nodes.map((node) => ({ node, slots: plotSlots.get(node) ?? 0 })),
    gates.length,
    view.keys('Host'),
  );
  return {
    tick: view.tick,
    layout: before?.layout.id === layout.id ? before.layout : layout,
    villages: nodes.flatMap((name) => {
      const node = view.get('Node', name);
      return node ? [villageOf(view, node, byNode.get(name) ?? [])] : [];
    }),
    hosts: hostsOf(view),
    houses,
    queue,
    orders: ordersOf(view, [...houses, ...queue]),
    gates,
    loads: loadsOf(view),
    builds: worksOf(view, 'Build'),
    pushes: worksOf(view, 'Push'),
    plane: planeOf(view),
    oldPictures: oldPicturesOf(view),
    isRegistryOpen: view.get('Registry', 'registry')?.available ?? true,
    slots,
    plotSlots,
  };
}

function queueOf(view: View): readonly House[] {
  return view
    .by('podsByNode', '')
    .flatMap((key) => {
      const pod = view.get('Pod', key);
      return pod && !isPodTerminal(pod) ? [{ key, pod }] : [];
    })
    .sort((a, b) => a.pod.metadata.creationTick - b.pod.metadata.creationTick)
    .map(({ key, pod }) => houseOf(view, pod, key, 0));
}
