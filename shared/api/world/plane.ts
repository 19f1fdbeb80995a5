/** The town hall's own processes: API servers, schedulers, controller managers; and who crowds their door. */
export type PlaneComponent = 'api-server' | 'scheduler' | 'controller-manager';

export interface PlaneProcess {
  readonly kind: 'PlaneProcess';
  /** `kube-scheduler-1` */
  readonly key: string;
  readonly component: PlaneComponent;
  readonly state: 'running' | 'stopped' | 'starting';
  readonly sinceTick: number;
  /** When a start that is under way ends; null when none is. */
  readonly startDoneTick: number | null;
  /** Since when it leads; null for a standby. API servers all work. */
  readonly leadingSinceTick: number | null;
  /** When it first read the lease, after its start; null for not yet. */
  readonly seenTick: number | null;
}

/** A client that asks the API server without end. */
export interface NoisyClient {
  readonly kind: 'NoisyClient';
  /** Who it is. */
  readonly key: string;
  /** Writes that it asks for in a tick. */
  readonly requestsPerTick: number;
  readonly sinceTick: number;
}

/** A loop's key that was turned away at the door, and when it asks again. */
export interface Retry {
  readonly kind: 'Retry';
  /** `loop|key` */
  readonly key: string;
  readonly loop: string;
  readonly subject: string;
  readonly failures: number;
  readonly untilTick: number;
}
