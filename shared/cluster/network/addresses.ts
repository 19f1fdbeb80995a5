/** Addresses of nodes, and of the pods on their networks. Ours: a town has one /16 for machines and one /24 for the pods of each. */

/** Pods of the node 10.0.h.l have addresses in 10.(100 + h).l.0/24. */
export function podNetworkOf(address: string): string {
  const [, , high = '0', low = '0'] = address.split('.');
  return `10.${100 + Number(high)}.${low}.`;
}

/** The node on whose network it is. */
export function nodeOfPodAddress(podAddress: string): string {
  const [, high = '100', low = '0'] = podAddress.split('.');
  return `10.0.${Number(high) - 100}.${low}`;
}

/** 10.0.0.2 and on. */
export function nodeAddress(index: number): string {
  return `10.0.${Math.floor((index + 1) / 250)}.${((index + 1) % 250) + 1}`;
}
