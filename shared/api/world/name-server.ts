/** The cluster's name server (CoreDNS): what it knows of Services, and whether anybody answers there. */

export interface NameRecord {
  /** Null: the Service is gone, and some clients may remember it yet. */
  readonly address: string | null;
  readonly sinceTick: number;
  /** What a client that has not asked again since then remembers; null for nothing. */
  readonly before: string | null;
}

export interface NameServer {
  readonly kind: 'NameServer';
  readonly key: 'dns';
  readonly state: 'running' | 'down' | 'starting';
  readonly sinceTick: number;
  /** When a start that is under way ends; null when none is. */
  readonly startDoneTick: number | null;
  /** By Service key. */
  readonly records: Readonly<Record<string, NameRecord>>;
}
