/** Names of Services as their clients find them: what CoreDNS knows, and from where it can be reached. */

export interface NameRecord {
  /** An address; `None` for the pods themselves; another name. Null: the Service is gone, and some clients may remember it yet. */
  readonly address: string | null;
  readonly sinceTick: number;
  /** What a client that has not asked again since then remembers; null for nothing. */
  readonly before: string | null;
}

/** Whether a question gets an answer, over a node's own rules, from a CoreDNS pod. */
export interface NamePath {
  readonly isReached: boolean;
  readonly sinceTick: number;
}

export interface NameServer {
  readonly kind: 'NameServer';
  readonly key: 'dns';
  /** By whose rules: `*` for all nodes that share theirs, the node's name for one that has its own. */
  readonly paths: Readonly<Record<string, NamePath>>;
  /** By Service key. */
  readonly records: Readonly<Record<string, NameRecord>>;
}
