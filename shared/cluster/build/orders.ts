/** Orders: what the town asked for, with this team's name filled in, compared with what stands. */
import { SYSTEM_NAMESPACE } from '../../api/system.ts';
import type { ApiKinds, ManifestKind } from '../../api/kinds.ts';
import { controllerOf, keyOf } from '../../api/meta.ts';
import type { Order } from '../../api/world/build.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Change } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { manifestSchema } from '../api-server/manifest.ts';
import type { WrittenManifest } from '../manifests/written-manifest.ts';
import { settingsOf } from '../world.ts';

/** On an object: the order that it was last applied from. */
export const ORDER_ANNOTATION = 'podville.io/order';

type Live = ApiKinds[ManifestKind];

/** As its author wrote it, with its place filled in. */
export type OrderedManifest = WrittenManifest & {
  readonly metadata: { readonly name: string; readonly namespace: string };
};

export interface FilledOrder {
  readonly order: Order;
  readonly dockerfile: string | null;
  /** Empty when the order needs no image. */
  readonly image: string;
  readonly manifests: readonly OrderedManifest[];
}

/** Manifests that are none are left out: the scenario's own check names them. */
export function fillOrder(view: View, order: Order): FilledOrder {
  const team = settingsOf(view).registryNamespace;
  const fill = (text: string) => text.replaceAll('{team}', team);
  return {
    order,
    dockerfile: order.dockerfile === null ? null : fill(order.dockerfile),
    image: fill(order.image),
    manifests: order.manifests.flatMap((manifest) => {
      const written = mapTexts(manifest, fill) as WrittenManifest;
      const { success, data } = manifestSchema.safeParse(written);
      if (!success) return [];
      const { namespace, annotations } = data.metadata;
      const metadata = {
        ...written.metadata,
        namespace,
        annotations: { ...annotations, [ORDER_ANNOTATION]: order.key },
      };
      return [{ ...written, metadata } as OrderedManifest];
    }),
  };
}

function mapTexts(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, fill)]));
}

export function liveOf(view: View, { kind, metadata }: OrderedManifest): Live | undefined {
  return view.get(kind, keyOf(metadata));
}

/** Whether an order may still write to an object that stands. What players made after it is theirs. */
export function mayReplace(view: View, order: Order, live: Live): boolean {
  const appliedKey = live.metadata.annotations[ORDER_ANNOTATION];
  const applied = appliedKey === undefined ? undefined : view.get('Order', appliedKey);
  return applied ? isNewer(order, applied) : order.dueTick > live.metadata.creationTick;
}

export function isNewer(order: Order, other: Order): boolean {
  return order.dueTick > other.dueTick || (order.dueTick === other.dueTick && byCodeUnit(order.key, other.key) > 0);
}

/** A newer order that was delivered answers for this object now. */
export function isSuperseded(view: View, order: Order, manifest: OrderedManifest): boolean {
  for (const key of view.keys('Order')) {
    const other = view.get('Order', key);
    if (!other || other.deliveredTick === null || !isNewer(other, order)) continue;
    const names = fillOrder(view, other).manifests;
    if (names.some((its) => its.kind === manifest.kind && keyOf(its.metadata) === keyOf(manifest.metadata)))
      return true;
  }
  return false;
}

/** Objects that came, went, or were applied anew: the only changes that an order cares about. */
const ordersTouched = ({ before, after }: Change<ManifestKind>, view: View): readonly string[] => {
  const metadata = (after ?? before)?.metadata;
  // What the cluster runs for itself nobody ordered.
  if (metadata && (controllerOf(metadata) || metadata.namespace === SYSTEM_NAMESPACE)) return [];
  return before && after && before.metadata.annotations === after.metadata.annotations ? [] : view.keys('Order');
};

export const OBJECT_WATCHES = {
  Pod: ordersTouched,
  Deployment: ordersTouched,
  Service: ordersTouched,
  ConfigMap: ordersTouched,
} as const;
