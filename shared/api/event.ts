/** Event: what the cluster says happened, in Kubernetes' words. Equal events are counted, not repeated. */
import type { Kind } from './kinds.ts';
import type { ObjectMeta } from './meta.ts';

export interface ObjectReference {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

export interface Event {
  readonly apiVersion: 'v1';
  readonly kind: 'Event';
  readonly metadata: ObjectMeta;
  readonly involvedObject: ObjectReference;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  /** The real component's English text. */
  readonly message: string;
  /** Values for the plain sentence in the viewer's language, which is looked up by `reason`. */
  readonly details: Readonly<Record<string, string | number>>;
  /** The component that speaks: `kubelet`, `default-scheduler`, ... */
  readonly source: string;
  readonly count: number;
  readonly firstTick: number;
  readonly lastTick: number;
}
