/** What an order for tenants goes through before anything is written: host, image, room. */
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Host } from '../../api/world/host.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { isRegistryAvailable } from '../registry/availability.ts';
import { isPullLimitReached } from '../registry/records.ts';
import { normaliseReference, resolveReference } from '../registry/reference.ts';
import { howManyFit, layersOn, roomOn } from './room.ts';
import type { TenantSize } from './sizes.ts';

export interface Ordered {
  readonly host: Host;
  readonly image: Image;
  readonly reference: string;
}

export function isStatus(result: object): result is Status {
  return 'status' in result && result.status === 'Failure';
}

export function readOrder(view: View, hostName: string, text: string): Ordered | Status {
  const host = view.get('Host', hostName);
  if (!host) return notFound('hosts', hostName);
  if (host.power !== 'on')
    return failure('Conflict', 'hostNoPower', `host "${hostName}" is not up`, { host: hostName });
  const reference = normaliseReference(text);
  const image = view.get('Image', (reference === null ? undefined : resolveReference(view, reference)) ?? '');
  if (reference === null || !image) {
    return failure('NotFound', 'hostImageNotFound', `manifest for ${text} not found: manifest unknown`, {
      image: text,
    });
  }
  return whyNotPull(view, missingLayers(host, image), image, text) ?? { host, image, reference };
}

export function missingLayers(host: Host, { layers }: Image): Image['layers'] {
  return layers.filter(({ digest }) => host.layers[digest] === undefined);
}

/** The registry's answer where something has to come from it. */
function whyNotPull(view: View, missing: Image['layers'], { key }: Image, image: string): Status | null {
  if (missing.length === 0) return null;
  const said = (words: string) => `error response from daemon: ${words}`;
  if (!isRegistryAvailable(view)) {
    return failure('ServiceUnavailable', 'hostRegistryDown', said('registry service unavailable'), { image });
  }
  if (isPullLimitReached(view)) {
    const words = said('toomanyrequests: You have reached your pull rate limit');
    return failure('TooManyRequests', 'hostPullLimit', words, { image });
  }
  if (view.get('Quarantine', key)) {
    return failure('Forbidden', 'hostQuarantined', said('denied: image is in quarantine'), { image });
  }
  const broken = missing.find(({ digest }) => (view.get('Blob', digest) ?? { corrupted: true }).corrupted);
  if (!broken) return null;
  const words = said(`filesystem layer verification failed for digest ${broken.digest}`);
  return failure('Conflict', 'hostLayerBroken', words, { image });
}

/** Refused only where not even one fits. `layers`: what all of them need beside their own, once. */
export function fitting(
  view: View,
  { host }: Ordered,
  size: TenantSize,
  wanted: number,
  layers: Image['layers'] = [],
): number | Status {
  const room = roomOn(view, host);
  const known = layersOn(view, host);
  const unknown = new Map(
    layers.filter(({ digest }) => !known.has(digest)).map(({ digest, bytes }) => [digest, bytes]),
  );
  const diskBytes = [...unknown.values()].reduce((left, bytes) => left - bytes, room.diskBytes);
  const fit = howManyFit({ ...room, diskBytes }, size);
  if (fit > 0) return Math.min(fit, wanted);
  const trouble = diskBytes < size.diskBytes ? 'no space left on device' : 'cannot allocate memory';
  return failure('Forbidden', 'hostFull', `${trouble}: host "${host.key}" is full`, { host: host.key });
}

/** `vm-1`, `vm-2`, ...: the first so many that are free. */
export function freeKeys(taken: readonly string[], host: string, prefix: string, count: number): readonly string[] {
  const known = new Set(taken);
  const keys: string[] = [];
  for (let number = 1; keys.length < count; number += 1) {
    const key = `${host}/${prefix}-${number}`;
    if (!known.has(key)) keys.push(key);
  }
  return keys;
}
