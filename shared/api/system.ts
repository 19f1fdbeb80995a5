/** The cluster's own district, and what stands there under names that others count on. */
export const SYSTEM_NAMESPACE = 'kube-system';
export const DNS_DEPLOYMENT = 'kube-system/coredns';
export const DNS_SERVICE = 'kube-system/kube-dns';
/** What every pod's resolv.conf says. Source: kubeadm, the tenth address of the service range. */
export const DNS_ADDRESS = '10.96.0.10';
export const FLUENTD_DAEMON_SET = 'kube-system/fluentd';

/** `kube-system/coredns-x7k2p`. */
export function isSystemKey(key: string): boolean {
  return key.startsWith('kube-system/');
}
