/** What became of an image: each pull, and each container that ran it. Kept for a while, for whoever must trace a brick. */

export interface PullRecord {
  readonly kind: 'PullRecord';
  /** `tick|node|reference`, the tick in eight digits. */
  readonly key: string;
  readonly nodeName: string;
  readonly reference: string;
  /** What the reference meant then; empty when the registry had no answer. */
  readonly digest: string;
  /** When the manifest was asked for: what a pull limit counts. */
  readonly startedTick: number;
  readonly endedTick: number | null;
  /** Texts: `pull.<outcome>`. */
  readonly outcome: PullOutcome;
  /** Keys of the pods that waited for it. */
  readonly pods: readonly string[];
}

export type PullFailure =
  | 'Unavailable'
  | 'NotFound'
  | 'Throttled'
  | 'NoRuntime'
  | 'TooManyRequests'
  | 'Quarantined'
  | 'BlobUnknown'
  | 'DigestMismatch';
/** Cancelled: who asked for it went down before it was there. */
export type PullOutcome = 'pulling' | 'pulled' | 'Cancelled' | PullFailure;

export interface ImageRun {
  readonly kind: 'ImageRun';
  /** `tick|pod uid|container`, the tick in eight digits. */
  readonly key: string;
  readonly digest: string;
  readonly podUid: string;
  readonly podKey: string;
  readonly container: string;
  readonly image: string;
  readonly nodeName: string;
  readonly startedTick: number;
  readonly endedTick: number | null;
}
