/** The builders' pipeline: builds what the town ordered, ships it, and applies its manifests. */
import type { View } from '../../store/store.ts';
import { controlLoop } from '../loop.ts';
import { inPipeline } from '../processes.ts';
import { isRegistryAvailable } from '../registry/availability.ts';
import { normaliseReference, resolveReference } from '../registry/reference.ts';
import type { Verb } from '../verbs/table.ts';
import {
  fillOrder,
  isSuperseded,
  liveOf,
  mayReplace,
  OBJECT_WATCHES,
  type FilledOrder,
  type OrderedManifest,
} from './orders.ts';

/** A pipeline compares now and then, not at once: the order of Argo CD's default reconciliation, 120 s. */
export const RESYNC_TICKS = 120;

const everyOrder = (_change: unknown, view: View) => view.keys('Order');

export const pipelineLoop = controlLoop({
  name: 'pipeline',
  process: inPipeline,
  component: 'pipeline',
  switchOf: () => 'builder',
  watches: {
    ...OBJECT_WATCHES,
    Order: everyOrder,
    Build: everyOrder,
    Push: everyOrder,
    LocalTag: everyOrder,
    Tag: everyOrder,
    Registry: everyOrder,
    Blob: ({ after }, view) => (after ? [] : view.keys('Order')),
  },
  deadlines: {
    Order: ({ key, missingSinceTick }) =>
      missingSinceTick === null ? [] : [{ tick: missingSinceTick + RESYNC_TICKS, key }],
  },
  keys: (view) => view.keys('Order'),
  plan: (view, key) => {
    const order = view.get('Order', key);
    if (!order) return [];
    const filled = fillOrder(view, order);
    const isShipped = filled.image === '' || isWhole(view, filled.image);
    if (!isShipped) return shipping(view, filled);
    return filled.manifests
      .filter((manifest) => isWanted(view, filled, manifest))
      .map((manifest): Verb => ({ verb: 'apply', manifest }));
  },
});

/** The registry has its manifest and every layer. */
function isWhole(view: View, reference: string): boolean {
  const digest = resolveReference(view, reference);
  const image = digest === undefined ? undefined : view.get('Image', digest);
  return image !== undefined && image.layers.every((layer) => view.get('Blob', layer.digest) !== undefined);
}

/** The next step on the way to the registry, when one is due. */
function shipping(view: View, { dockerfile, image }: FilledOrder): readonly Verb[] {
  const reference = normaliseReference(image);
  if (reference === null || dockerfile === null || !isRegistryAvailable(view)) return [];
  if (view.get('LocalTag', reference)) {
    const isPushing = view.by('runningPushes', '').some((key) => view.get('Push', key)?.reference === reference);
    return isPushing ? [] : [{ verb: 'push', reference: image }];
  }
  const isBuilding = view
    .keys('Build')
    .some((key) => key.startsWith(`${reference}@`) && view.get('Build', key)?.state === 'running');
  return isBuilding ? [] : [{ verb: 'build', dockerfile, reference: image }];
}

/** Of objects that stand, it replaces only what is older than the order; what is gone, it brings back in time. */
function isWanted(view: View, { order }: FilledOrder, manifest: OrderedManifest): boolean {
  const live = liveOf(view, manifest);
  if (live) return order.deliveredTick === null && mayReplace(view, order, live);
  if (isSuperseded(view, order, manifest)) return false;
  if (order.deliveredTick === null) return true;
  return order.missingSinceTick !== null && view.tick >= order.missingSinceTick + RESYNC_TICKS;
}
