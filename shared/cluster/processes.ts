/**
 * Processes: who watches the API server. Loops of one process share one watch, and so one picture of the cluster. A
 * seat's process has the seat's name.
 */
import type { View } from '../store/store.ts';

export type ProcessName =
  | 'scheduler'
  | 'controller-manager'
  | `kubelet/${string}`
  /** Those of all nodes in touch: they see the same. */
  | 'kube-proxy'
  | 'coredns'
  /** The API server itself: what it does to its own objects needs no watch. */
  | 'kube-apiserver'
  /** Whoever builds and delivers, from outside of the cluster. */
  | 'pipeline';

/** In which process a rule runs for a key; null for physics, which nobody has to see, and nobody can hold up. */
export type ProcessOf = (key: string, view: View) => ProcessName | null;

export const isPhysics: ProcessOf = () => null;
export const inScheduler: ProcessOf = () => 'scheduler';
export const inControllerManager: ProcessOf = () => 'controller-manager';
export const inApiServer: ProcessOf = () => 'kube-apiserver';
export const inPipeline: ProcessOf = () => 'pipeline';
export const inNameServer: ProcessOf = () => 'coredns';

const KUBELET = 'kubelet/';
export const kubeletOf = (nodeName: string): ProcessName => `${KUBELET}${nodeName}`;
/** Null: no kubelet. */
export const nodeOfKubelet = (watcher: string): string | null =>
  watcher.startsWith(KUBELET) ? watcher.slice(KUBELET.length) : null;

/** For keys that are the node's name. */
export const inKubelet: ProcessOf = (nodeName) => kubeletOf(nodeName);
