/** Signatures: whether the namespace that an image comes from vouches for it. */
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';

export function signatureKey(namespace: string, digest: string): string {
  return `${namespace}|${digest}`;
}

export function isSigned(view: View, namespace: string, digest: string): boolean {
  return view.get('Signature', signatureKey(namespace, digest)) !== undefined;
}

/** A second signature of the same key changes nothing. */
export function signImage(world: World, digest: string, namespace: string, by: string): void {
  if (isSigned(world, namespace, digest)) return;
  world.put({ kind: 'Signature', key: signatureKey(namespace, digest), digest, namespace, by, tick: world.tick });
}
