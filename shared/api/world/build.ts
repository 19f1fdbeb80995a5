/** Builds and pushes in progress, and what the builders' machine remembers of earlier ones. */

export interface BuildStep {
  readonly line: number;
  readonly instruction: string;
  readonly cached: boolean;
  readonly bytes: number;
  /** Digest of the layer, for the instructions that make one. */
  readonly layerDigest: string | null;
  /** Work of this step; a cached one costs none. */
  readonly ticks: number;
}

export interface Build {
  readonly kind: 'Build';
  readonly key: string;
  readonly by: string;
  readonly dockerfile: string;
  /** The reference the result is tagged with. */
  readonly reference: string;
  readonly steps: readonly BuildStep[];
  readonly startedTick: number;
  readonly doneTick: number;
  readonly state: 'running' | 'done';
  readonly digest: string;
}

export interface BuildCacheEntry {
  readonly kind: 'BuildCacheEntry';
  /** Digest over parent, instruction text and inputs. */
  readonly key: string;
  readonly layerDigest: string;
  readonly bytes: number;
}

export interface PushLayer {
  readonly digest: string;
  readonly bytes: number;
  /** The registry had it already. */
  readonly exists: boolean;
  readonly doneTick: number;
}

export interface Push {
  readonly kind: 'Push';
  readonly key: string;
  readonly by: string;
  readonly reference: string;
  readonly digest: string;
  readonly layers: readonly PushLayer[];
  readonly startedTick: number;
  readonly doneTick: number;
  readonly state: 'running' | 'done' | 'failed';
}

/** What the town asks for: built, pushed and applied by the builders, or by their autopilot (a delivery pipeline). */
export interface Order {
  readonly kind: 'Order';
  readonly key: string;
  /** The order appears at this tick. */
  readonly dueTick: number;
  /** Blueprint to build; null when `image` is an official one. */
  readonly dockerfile: string | null;
  readonly image: string;
  /** Applied in this order once the image is in the registry. Validated as manifests when they are applied. */
  readonly manifests: readonly unknown[];
}
