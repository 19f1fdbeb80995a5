/** What the town hall is built of: etcd's quota, the API server's seats, how many stand by. Defaults: the real flags'. */
import { z } from 'zod';

/** Oracle: etcd.quotaBackendBytes. */
const QUOTA_BYTES = 2_147_483_648;

export const planeSettings = z.strictObject({
  etcdQuotaBytes: z.int().min(1).max(8_589_934_592).default(QUOTA_BYTES),
  /** How often the ledger is copied by itself; null for never. */
  etcdBackupEveryTicks: z.int().min(30).max(1_000_000).nullable().default(null),
  /** API servers behind one address. */
  apiServers: z.int().min(1).max(3).default(1),
  /** Oracle: apiserver.maxRequestsInFlight, apiserver.maxMutatingRequestsInFlight. */
  maxRequestsInFlight: z.int().min(1).max(100_000).default(400),
  maxMutatingRequestsInFlight: z.int().min(1).max(100_000).default(200),
  /** API Priority and Fairness: each class of clients has seats of its own. */
  priorityAndFairness: z.boolean().default(true),
  schedulers: z.int().min(1).max(3).default(2),
  controllerManagers: z.int().min(1).max(3).default(2),
});
