/** Image manifests: what an image is made of, and the digest that names exactly that. */
import { sortedKeys } from '../../base/order.ts';
import { digestOfText } from '../../base/sha256.ts';
import type { Image } from '../../api/world/image.ts';

/** The same layers and configuration give the same digest, wherever they were put together. */
export function makeImage(parts: Omit<Image, 'kind' | 'key'>): Image {
  const { style, layers, config } = parts;
  return { kind: 'Image', key: digestOfText(canonicalJson({ style, layers, config })), style, layers, config };
}

/** JSON with sorted keys: one text for one value. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Readonly<Record<string, unknown>>;
  return `{${sortedKeys(record)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    .join(',')}}`;
}
