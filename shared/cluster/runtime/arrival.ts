/** When a layer of a pull is here: the road carries one byte after the other. */
import { must } from '../../base/assert.ts';
import { ceilDiv } from '../../base/integers.ts';
import type { ImagePull } from '../../api/world/node-store.ts';

/** At least a tick, for the manifest. */
export function arrivalTick(
  { layers, receivedBytes, sinceTick, startedTick, bytesPerTick }: ImagePull,
  index: number,
): number {
  const bytes = layers.slice(0, index + 1).reduce((sum, layer) => sum + layer.bytes, 0);
  const ticks = ceilDiv(Math.max(0, bytes - receivedBytes), bytesPerTick);
  return Math.max(must(startedTick, 'startedTick') + 1, sinceTick + ticks);
}
