/** A node's image cache (its backpack) and the pulls that fill it. */

export interface CachedImage {
  readonly digest: string;
  readonly pulledTick: number;
  /** When a container was last known to use it; its pull counts as a use. */
  readonly lastUsedTick: number;
  /** Sum of its layers, whether or not other images share them. */
  readonly sizeBytes: number;
}

export interface ImageCache {
  readonly kind: 'ImageCache';
  /** Node name. */
  readonly key: string;
  /** By layer digest. */
  readonly layers: Readonly<Record<string, { readonly bytes: number }>>;
  /** By reference, normalised. */
  readonly images: Readonly<Record<string, CachedImage>>;
}

/** One image on its way to one node, layer by layer. Pulls of one node queue, or share its road. */
export interface ImagePull {
  readonly kind: 'ImagePull';
  /** `node|reference`. */
  readonly key: string;
  readonly nodeName: string;
  /** Normalised. */
  readonly reference: string;
  /** Which manifest the reference meant when the pull began; empty while queued. */
  readonly digest: string;
  /** Only the layers that the node lacked; empty while queued. */
  readonly layers: readonly { readonly digest: string; readonly bytes: number }[];
  readonly state: 'queued' | 'pulling';
  /** Of all its layers, by `sinceTick`. */
  readonly receivedBytes: number;
  readonly sinceTick: number;
  /** Its share of the road from then on. */
  readonly bytesPerTick: number;
  readonly requestedTick: number;
  /** When it left the queue. */
  readonly startedTick: number | null;
  /** Layers that have arrived. */
  readonly arrived: number;
  /** When the layer on its way arrives (with none to fetch: the manifest's check); null while queued. */
  readonly layerDoneTick: number | null;
}
