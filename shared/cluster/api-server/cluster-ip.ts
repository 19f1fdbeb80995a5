/** Service addresses. Source: pkg/registry/core/service/ipallocator; the range is kubeadm's own. */
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';

/** 10.96.0.0/16, without its first and last 256 addresses: the first of all is the API server's. */
const ADDRESSES = 254 * 256;

export function allocateClusterIP(view: View, serviceKey: string): string {
  const taken = new Set<string>();
  for (const service of view.list('Service')) taken.add(service.status.clusterIP);
  const start = draw(view, ADDRESSES, `clusterIP/${serviceKey}`);
  for (let offset = 0; ; offset += 1) {
    const index = (start + offset) % ADDRESSES;
    const address = `10.96.${1 + Math.floor(index / 256)}.${index % 256}`;
    if (!taken.has(address)) return address;
  }
}
