/** Seats and switches: who holds which role of this cluster, and which loops run by hand. */
export type Role = 'scheduler' | 'controller-manager' | 'kubelet' | 'builder' | 'teacher';

export interface Seat {
  readonly kind: 'Seat';
  /** `scheduler`, `controller-manager`, `kubelet/node-1`. */
  readonly key: string;
  readonly role: 'scheduler' | 'controller-manager' | 'kubelet';
  /** Player id, or null: the autopilot sits here. */
  readonly holder: string | null;
  /** A disconnected holder keeps the seat while the autopilot plays it. */
  readonly connected: boolean;
}

/** A player of this cluster. Builders need no seat of their own. */
export interface Player {
  readonly kind: 'Player';
  /** Player id. */
  readonly key: string;
  readonly nickname: string;
  readonly connected: boolean;
}

export type LoopMode = 'hand' | 'auto';

export interface LoopSwitch {
  readonly kind: 'LoopSwitch';
  /** Switch id: `scheduler`, `deployment`, `replicaset`, `node-lifecycle`, `endpoints`, `garbage-collector`, `kubelet/node-1`, `builder`. */
  readonly key: string;
  /** Seat that may turn it; empty for `builder`, which any player may. */
  readonly seat: string;
  /** What its seat chose. It runs by hand only while somebody connected holds the seat. */
  readonly mode: LoopMode;
}

/** The scheduler's own memory of a pod that waits. */
export interface QueuedPod {
  readonly kind: 'QueuedPod';
  /** Pod key. */
  readonly key: string;
  /** Whose memory it is: another pod may have the name by now. */
  readonly uid: string;
  readonly state: 'active' | 'backoff' | 'unschedulable';
  /** How often it was found to fit nowhere. */
  readonly attempts: number;
  /** How often in a row the scheduler itself has failed on it. */
  readonly errors: number;
  readonly sinceTick: number;
  readonly untilTick: number | null;
  readonly message: string;
}

/** The session's phase as this cluster knows it. */
export interface Clock {
  readonly kind: 'Clock';
  readonly key: 'clock';
  readonly phase: 'lobby' | 'running' | 'ended';
  readonly startedTick: number | null;
  readonly endedTick: number | null;
}
