/** Service addresses. Source: pkg/registry/core/service/ipallocator; the range is kubeadm's own. */
import { keyOf } from '../../api/meta.ts';
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';

/** 10.96.0.0/16, without its first and last 256 addresses: the first of all is the API server's. */
const ADDRESSES = 254 * 256;

const RANGE = /^10\.96\.\d+\.\d+$/;

/** What stands against an address that was asked for; null: nothing. */
export function clusterIpProblem(view: View, serviceKey: string, address: string): string | null {
  if (!RANGE.test(address)) return 'the provided IP is not in the valid range. The range of valid IPs is 10.96.0.0/16';
  for (const service of view.list('Service')) {
    if (service.status.clusterIP === address && keyOf(service.metadata) !== serviceKey)
      return 'provided IP is already allocated';
  }
  return null;
}

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
