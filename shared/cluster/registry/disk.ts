/** The registry's disk: how much is left on it, and whether an image may come to lie there at all. */
import { failure, type Status } from '../../api/status.ts';
import type { Image, ImageLayer } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { settingsOf } from '../world.ts';
import { refuseWhileShut, registryOf } from './availability.ts';

export function freeBytes(view: View): number {
  let used = registryOf(view).junkBytes ?? 0;
  for (const { bytes } of view.list('Blob')) used += bytes;
  return settingsOf(view).registryDiskBytes - used;
}

/** 503 while it is shut, 500 where a layer that it lacks does not fit. */
export function refuseUpload(view: View, { layers }: Pick<Image, 'layers'>): Status | null {
  const shut = refuseWhileShut(view);
  if (shut) return shut;
  const neededBytes = missingBytes(view, layers);
  const free = neededBytes === 0 ? 0 : freeBytes(view);
  if (neededBytes <= Math.max(0, free)) return null;
  const message = 'received unexpected HTTP status: 500 Internal Server Error (no space left on device)';
  return failure('InternalError', 'registryFull', message, { neededBytes, freeBytes: Math.max(0, free) });
}

function missingBytes(view: View, layers: readonly ImageLayer[]): number {
  const missing = new Map(
    layers.filter(({ digest }) => !view.get('Blob', digest)).map((layer) => [layer.digest, layer]),
  );
  return [...missing.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}
