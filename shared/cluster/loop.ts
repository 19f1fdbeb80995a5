/**
 * The two kinds of rule that run by themselves. Both are told by keys what to look at, read the store, and are level
 * triggered: run once more on a key where nothing is to be done, they do nothing.
 */
import type { Kind, KindMap } from '../api/kinds.ts';
import type { Change } from '../store/change.ts';
import type { View } from '../store/store.ts';
import type { ProcessOf } from './processes.ts';
import type { Verb } from './verbs/table.ts';
import type { World } from './world.ts';

interface Rule {
  readonly name: string;
  readonly process: ProcessOf;
  /** Which keys a change of an object touches. */
  readonly watches: { readonly [K in Kind]?: (change: Change<K>, view: View) => Iterable<string> };
  /**
   * Deadlines held in objects: at `tick`, look at `key`. Called on each change of such an object and on restore; one
   * that has passed already is left out.
   */
  readonly deadlines?: { readonly [K in Kind]?: (object: KindMap[K], view: View) => Iterable<Deadline> };
  /** Every key there is, for a restore or when the loop is switched on. */
  readonly keys: (view: View) => Iterable<string>;
}

export interface Deadline {
  readonly tick: number;
  readonly key: string;
}

/** A control loop: compares wanted with observed and asks for verbs. A human may do the same by hand. */
export interface ControlLoop extends Rule {
  readonly type: 'control';
  /** As whom it acts: decides what it is authorised for. */
  readonly component: ComponentName;
  /** The switch that tells whether it runs by itself for this key; null when it can't be told to rest. */
  readonly switchOf: (key: string, view: View) => string | null;
  /** What it would do now. Pure; empty when at rest. */
  readonly plan: (view: View, key: string) => readonly Verb[];
}

/** A reflex: physics and book-keeping that no seat ever does by hand. */
export interface Reflex extends Rule {
  readonly type: 'reflex';
  /** It writes objects of the API from outside of the town hall: while that is shut it waits. */
  readonly asksApiServer?: true;
  readonly run: (world: World, key: string) => void;
}

export type Loop = ControlLoop | Reflex;

export type ComponentName =
  | 'scheduler'
  | 'deployment-controller'
  | 'replicaset-controller'
  | 'node-lifecycle-controller'
  | 'horizontal-pod-autoscaler'
  | 'drain'
  | 'statefulset-controller'
  | 'daemonset-controller'
  | 'job-controller'
  | 'cronjob-controller'
  | 'ttl-after-finished-controller'
  | 'namespace-controller'
  | 'endpoints-controller'
  | 'garbage-collector'
  | 'kubelet'
  | 'pipeline';

export const controlLoop = (loop: Omit<ControlLoop, 'type'>): ControlLoop => ({ type: 'control', ...loop });
export const reflex = (loop: Omit<Reflex, 'type'>): Reflex => ({ type: 'reflex', ...loop });
