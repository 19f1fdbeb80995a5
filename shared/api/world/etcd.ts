/** etcd, the ledger vault: its members, what they agree on, and the copies of the ledger that somebody put aside. */
import type { AnyObject } from '../kinds.ts';

export interface EtcdMember {
  readonly kind: 'EtcdMember';
  /** `etcd-1` */
  readonly key: string;
  readonly state: 'running' | 'stopped' | 'starting';
  readonly sinceTick: number;
  /** When a start that is under way ends; null when none is. */
  readonly startDoneTick: number | null;
  /** Its road to the other members. */
  readonly link: 'up' | 'cut';
  readonly disk: 'sound' | 'slow';
  /** The revision up to which it knows the ledger; null while it has all that was agreed on. */
  readonly heldRevision: number | null;
  /** When it will have caught up with the leader; null when it is not about to. */
  readonly catchUpTick: number | null;
}

export interface Etcd {
  readonly kind: 'Etcd';
  readonly key: 'etcd';
  readonly leader: string | null;
  readonly term: number;
  /** When the members vote; null while there is a leader, or too few to elect one. */
  readonly electionTick: number | null;
  /** What the file took on disk when it was last measured. Only defragmentation shrinks it. */
  readonly fileBytes: number;
  readonly measureTick: number;
  /** Nobody can ask for what was before this revision. */
  readonly compactedRevision: number;
  /** The revision of the last round: the next one compacts to it. */
  readonly compactMark: number;
  readonly compactTick: number;
  /** History that somebody wrote beside the town's own, until it is compacted away. */
  readonly junk: { readonly bytes: number; readonly revision: number } | null;
  /** The NOSPACE alarm: it stays until somebody disarms it. */
  readonly noSpace: boolean;
  readonly nextBackupTick: number | null;
  /** A restore that is under way. */
  readonly restore: { readonly backup: string; readonly doneTick: number } | null;
}

/** The ledger as it stood: every object of the API, by reference. It never changes. */
export interface EtcdBackup {
  readonly kind: 'EtcdBackup';
  /** `snapshot-1` */
  readonly key: string;
  readonly takenTick: number;
  readonly revision: number;
  /** Who asked for it; `schedule`, or `restore` for what a restore replaced. */
  readonly by: string;
  readonly objects: readonly AnyObject[];
}
