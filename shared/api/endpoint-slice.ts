/** EndpointSlice: the address list behind a Service's sign, written by the endpoints controller, read by kube-proxy. */
import type { ObjectMeta } from './meta.ts';

export interface Endpoint {
  readonly podKey: string;
  readonly podUid: string;
  readonly nodeName: string;
  readonly address: string;
  /** Its own DNS name below the Service's; absent where it has none. */
  readonly hostname?: string;
  /** Of its node; absent where that has none. */
  readonly zone?: string;
  /** Where on the pod the Service's first port leads; absent where nobody asked. */
  readonly port?: number;
  /** Passes readiness and is not terminating. */
  readonly ready: boolean;
  /** Passes readiness, terminating or not. */
  readonly serving: boolean;
  readonly terminating: boolean;
}

/** One slice per Service (the real controller splits after 100 endpoints). Same name as its Service. */
export interface EndpointSlice {
  readonly apiVersion: 'discovery.k8s.io/v1';
  readonly kind: 'EndpointSlice';
  readonly metadata: ObjectMeta;
  readonly endpoints: readonly Endpoint[];
}
