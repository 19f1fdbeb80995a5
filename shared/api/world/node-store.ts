/** A node's image cache (its backpack) and the pulls that fill it. */

export interface CachedImage {
  readonly digest: string;
  readonly pulledTick: number;
}

export interface ImageCache {
  readonly kind: 'ImageCache';
  /** Node name. */
  readonly key: string;
  /** By layer digest. */
  readonly layers: Readonly<Record<string, { readonly bytes: number }>>;
  /** By reference as the pod wrote it, normalised. */
  readonly images: Readonly<Record<string, CachedImage>>;
}

/** One image on its way to one node, layer by layer. Pulls of one node queue (serializeImagePulls). */
export interface ImagePull {
  readonly kind: 'ImagePull';
  /** `node|reference`. */
  readonly key: string;
  readonly nodeName: string;
  readonly reference: string;
  readonly digest: string;
  /** Only the layers that the node lacks. */
  readonly layers: readonly { readonly digest: string; readonly bytes: number }[];
  readonly state: 'queued' | 'pulling';
  readonly requestedTick: number;
  /** Layers that have arrived. */
  readonly arrived: number;
  /** When the layer on its way arrives; null while queued. */
  readonly layerDoneTick: number | null;
}
