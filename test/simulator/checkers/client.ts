/** Watches client/town/SPEC.md and client/panels/SPEC.md, as far as they are functions of the state. */
import { deriveTown, type TownModel } from '../../../client/town/scene-model.ts';
import { POD_STATES, shownState } from '../../../client/state/pod-state.ts';
import { placedTick } from '../../../shared/api/pod.ts';
import { LOSS_REASONS } from '../../../shared/api/world/network.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant } from './invariant.ts';

/** The last model of each cluster: what a viewer who stays would have. */
const seen = new WeakMap<View, TownModel>();

/** Since then. What a backup brought back without a node is placed anew. */
function hasStood(view: View, podKey: string, sinceTick: number): boolean {
  const pod = view.get('Pod', podKey);
  return pod !== undefined && placedTick(pod) <= sinceTick;
}

export const client = [
  invariant('TOWN-4', {
    *whole(view) {
      const before = seen.get(view) ?? null;
      const model = deriveTown(view, before);
      seen.set(view, model);
      const places = model.houses.map(({ node, slot }) => `${node}/${slot}`);
      if (new Set(places).size !== places.length) yield `two houses on one slot: ${places.join(', ')}`;
      for (const { uid, slot, key } of model.houses) {
        const was = before?.slots.get(uid);
        if (was !== undefined && was !== slot && hasStood(view, key, before?.tick ?? 0))
          yield `the house ${key} moved from ${was} to ${slot}`;
      }
      for (const [node, slots] of before?.plotSlots ?? [])
        if ((model.plotSlots.get(node) ?? slots) < slots) yield `the plot ${node} shrank`;
    },
  }),
  invariant('TOWN-3', {
    *whole(view) {
      const model = deriveTown(view, seen.get(view) ?? null);
      for (const { key, state } of [...model.houses, ...model.queue])
        if (!POD_STATES.includes(state)) yield `the house ${key} is ${state}`;
      if (!isEqual(model, deriveTown(view, seen.get(view) ?? null))) yield 'the same state looks different';
    },
  }),
  invariant('TOWN-5', {
    *whole(view) {
      for (const { key, mood, countdownTicks } of deriveTown(view, seen.get(view) ?? null).houses) {
        if (
          mood < 0 ||
          mood > 5 ||
          (countdownTicks !== null && (mood !== 5 || countdownTicks < 1 || countdownTicks > 300))
        )
          yield `the house ${key} has mood ${mood} and countdown ${countdownTicks}`;
      }
    },
  }),
  invariant('TOWN-9', {
    *whole(view) {
      for (const { node, renewTick } of deriveTown(view, seen.get(view) ?? null).villages) {
        const renewed = view.get('Lease', `kube-node-lease/${node}`)?.spec.renewTick ?? 0;
        if (renewTick !== renewed)
          yield `the head of ${node} hopped at ${renewTick}, the lease was renewed at ${renewed}`;
      }
    },
  }),
  invariant('TOWN-12', {
    *whole(view) {
      const shown = deriveTown(view, seen.get(view) ?? null).gates.flatMap(({ losses }) => losses);
      if (shown.some(([, rps]) => rps < 1)) yield `somebody is turned away who did not come: ${JSON.stringify(shown)}`;
      if (shown.some(([reason]) => !LOSS_REASONS.includes(reason)))
        yield `turned away for no reason: ${JSON.stringify(shown)}`;
    },
  }),
  invariant('PANEL-9', {
    *whole(view) {
      for (const pod of view.list('Pod')) {
        const { state, word } = shownState(view, pod);
        if (!POD_STATES.includes(state) || word === '')
          yield `pod ${pod.metadata.name} is shown as ${state}: "${word}"`;
      }
    },
  }),
];
