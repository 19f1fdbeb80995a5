/** What a kubelet keeps in mind of its node. It has none of it yet where there is no record. */

/** Pulls that may begin at once. */
export interface PullTokens {
  readonly left: number;
  /** When that was so. */
  readonly tick: number;
}

/** What the kubelet found wanting, by node condition. */
export interface Pressure {
  /** Since when each threshold has been crossed, by its signal and time of grace; none while the condition fades. */
  readonly metSinceTicks: Readonly<Record<string, number>>;
  /** When one was last seen crossed. The condition stays for a while after that. */
  readonly lastMetTick: number;
}

export type PressureType = 'MemoryPressure' | 'DiskPressure' | 'PIDPressure';

export interface KubeletState {
  readonly kind: 'KubeletState';
  /** Node name. */
  readonly key: string;
  readonly pullTokens: PullTokens | null;
  /** Last round of image garbage collection that had something to do; 0 before the first. */
  readonly imageGcTick: number;
  readonly pressures: Readonly<Partial<Record<PressureType, Pressure>>>;
  /** Last round in which a pod was evicted; 0 before the first. */
  readonly evictionTick: number;
}
