/**
 * The door of the town hall: whether the API server answers, and takes what is to be written. The one gate: whoever
 * reads or writes objects of the API passes it.
 */
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { etcdTrouble, type EtcdTrouble } from '../etcd/members.ts';

export type DoorTrouble = 'apiServerDown' | EtcdTrouble;

export function doorTrouble(view: View): DoorTrouble | null {
  if (view.by('runningProcesses', 'api-server').length === 0) return 'apiServerDown';
  return etcdTrouble(view);
}

/** Who waits a moment gets in. */
export function isReachable(view: View): boolean {
  const trouble = doorTrouble(view);
  return trouble === null || trouble === 'slow';
}

export function refuseAtDoor(view: View): Status | null {
  const trouble = doorTrouble(view);
  return trouble === null ? null : REFUSALS[trouble];
}

const DOWN = 'The connection to the server was refused - did you specify the right host or port?';
const TIMED_OUT = 'etcdserver: request timed out';

/** What the real one says. */
const REFUSALS: Readonly<Record<DoorTrouble, Status>> = {
  apiServerDown: failure('ServiceUnavailable', 'apiServerDown', DOWN),
  noLeader: failure('InternalError', 'etcdNoLeader', 'etcdserver: no leader'),
  timedOut: failure('InternalError', 'etcdTimedOut', TIMED_OUT),
  slow: failure('InternalError', 'etcdSlow', TIMED_OUT),
  noSpace: failure('InternalError', 'etcdNoSpace', 'etcdserver: mvcc: database space exceeded'),
};
const KEYS: ReadonlySet<string> = new Set(Object.values(REFUSALS).map(({ key }) => key));

/** It was refused because nobody is let in now, not for what it asked. */
export function isClosedDoor(status: Status): boolean {
  return KEYS.has(status.key);
}
