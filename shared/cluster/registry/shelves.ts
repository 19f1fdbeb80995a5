/** Listings for the panels: the registry's shelves, and this team's own backpack. */
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { HOUSE_NAMES } from '../build/catalogue/houses.ts';
import { STAFF_PUBLISHERS } from '../build/catalogue/staff.ts';
import { OFFICIAL_NAMESPACE, familiarText } from './reference.ts';

export interface ShelfItem {
  /** Full reference, the key of its tag. */
  readonly reference: string;
  /** As people write it. */
  readonly name: string;
  readonly digest: string;
  readonly style: string;
  readonly bytes: number;
  readonly layers: Image['layers'];
}

export interface RegistryItem extends ShelfItem {
  readonly namespace: string;
  readonly pushedBy: string;
  readonly pushedTick: number;
  /** One of Docker Hub's own, beside the houses that a class begins with. */
  readonly isFromHub: boolean;
}

export interface BackpackItem extends ShelfItem {
  readonly builtTick: number;
  /** The registry has this digest under this tag. */
  readonly isPushed: boolean;
}

/** Everything that can be pulled, by reference, Docker Hub's own last; what the cluster runs for itself stands in the back room. */
export function shelves(view: View): readonly RegistryItem[] {
  const items = view.keys('Tag').flatMap((key): readonly RegistryItem[] => {
    const tag = view.get('Tag', key);
    const item = tag && !STAFF_PUBLISHERS.has(tag.namespace) && shelfItem(view, key, tag.digest);
    if (!tag || !item) return [];
    const { namespace, pushedBy, pushedTick } = tag;
    return [{ ...item, namespace, pushedBy, pushedTick, isFromHub: isFromHub(namespace, item.name) }];
  });
  return [...items.filter((item) => !item.isFromHub), ...items.filter((item) => item.isFromHub)];
}

function isFromHub(namespace: string, name: string): boolean {
  return namespace === OFFICIAL_NAMESPACE && !HOUSE_NAMES.has(name.replace(/:.*$/, ''));
}

/** Everything that this team has built, by reference. */
export function backpack(view: View): readonly BackpackItem[] {
  return view.keys('LocalTag').flatMap((key) => {
    const tag = view.get('LocalTag', key);
    const item = tag && shelfItem(view, key, tag.digest);
    const isPushed = view.get('Tag', key)?.digest === tag?.digest;
    return tag && item ? [{ ...item, builtTick: tag.builtTick, isPushed }] : [];
  });
}

function shelfItem(view: View, reference: string, digest: string): ShelfItem | undefined {
  const image = view.get('Image', digest);
  if (!image) return undefined;
  const bytes = image.layers.reduce((sum, layer) => sum + layer.bytes, 0);
  return { reference, name: familiarText(reference), digest, style: image.style, bytes, layers: image.layers };
}
