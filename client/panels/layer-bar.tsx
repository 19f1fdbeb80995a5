/** Layers as bricks beside each other, as wide as they are large. What they are is said in words next to them. */
import { formatBytes } from '../i18n/i18n.ts';

export interface BarLayer {
  readonly digest: string;
  readonly bytes: number;
  readonly state: 'done' | 'moving' | 'waiting' | 'cached';
}

/** So that a tiny layer can still be seen. */
const LEAST_SHARE = 4;

export function LayerBar({ layers }: { layers: readonly BarLayer[] }) {
  const all = Math.max(
    1,
    layers.reduce((sum, layer) => sum + layer.bytes, 0),
  );
  return (
    <span class="layer-bar" aria-hidden="true">
      {layers.map(({ digest, bytes, state }, index) => (
        <span
          key={`${index} ${digest}`}
          class={`layer layer-${state}`}
          style={{ flexGrow: Math.max(LEAST_SHARE, Math.floor((bytes * 100) / all)) }}
          title={`${digest.slice(7, 19)} ${formatBytes(bytes)}`}
        />
      ))}
    </span>
  );
}
