/** Builds and pushes in progress, and what the builders' machine remembers of earlier ones. */
import type { Image } from './image.ts';

export interface BuildStep {
  readonly line: number;
  readonly instruction: string;
  readonly cached: boolean;
  readonly bytes: number;
  /** Digest of the layer, for the instructions that make one. */
  readonly layerDigest: string | null;
  /** Work of this step; a cached one costs none. */
  readonly ticks: number;
  /** Under which the build cache remembers it. */
  readonly cacheKey: string;
}

export interface Build {
  readonly kind: 'Build';
  /** `reference@first tick`. */
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
  /** What it makes. Fixed at the start: the blueprint and the materials decide, not the time. */
  readonly image: Image;
}

export interface BuildCacheEntry {
  readonly kind: 'BuildCacheEntry';
  /** Digest over parent, instruction text and inputs. */
  readonly key: string;
  /** Null for an instruction that makes no layer. */
  readonly layerDigest: string | null;
  readonly bytes: number;
  /** When a build was last done that had this step. */
  readonly lastUsedTick: number;
}

export interface PushLayer {
  readonly digest: string;
  readonly bytes: number;
  /** The registry had it already. */
  readonly exists: boolean;
  /** Another repository that had it, when this one had not; empty otherwise. */
  readonly mountedFrom: string;
  readonly doneTick: number;
}

export interface Push {
  readonly kind: 'Push';
  /** `reference@first tick`. */
  readonly key: string;
  readonly by: string;
  readonly reference: string;
  readonly digest: string;
  readonly layers: readonly PushLayer[];
  readonly startedTick: number;
  readonly doneTick: number;
  readonly state: 'running' | 'done' | 'failed';
  /** Why it failed; empty otherwise. Texts: `push.<reason>`. */
  readonly reason: '' | 'RegistryUnavailable' | 'RegistryFull' | 'TagImmutable';
}

/**
 * What the town asks for: built, pushed and applied by the builders, or by their autopilot (a delivery pipeline).
 * `{team}` in its texts stands for this team's namespace in the registry.
 */
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
  /** When all of its objects stood for the first time; null until then. */
  readonly deliveredTick: number | null;
  /** Since when one of them is gone again; null while all stand. */
  readonly missingSinceTick: number | null;
}
