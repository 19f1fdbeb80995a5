/** What following a cluster needs, the simulation above all. Loaded after the lobby shows: who waits needs none of it. */
export { hashMessage } from '../../shared/protocol/hash-message.ts';
export { logMessage } from '../../shared/protocol/log-message.ts';
export { snapshotMessage } from '../../shared/protocol/snapshot-message.ts';
export { Mirror } from './mirror.ts';
