/** A town of one node whose only house talks, with a collector at work: for what is said, kept and carried away. */
import { expect } from 'vitest';
import { must } from '../../shared/base/assert.ts';
import type { Program } from '../../shared/api/world/image.ts';
import type { PodLog } from '../../shared/api/world/logs.ts';
import { queryLogs } from '../../shared/cluster/logging/query-logs.ts';
import { isLogRefusal, readLogs, type LogRequest } from '../../shared/cluster/logging/read-logs.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import type { Store } from '../../shared/store/store.ts';
import { act, aPod, aService, aSetup, run, startedSimulation } from './builders.ts';
import { publishHouse } from './village.ts';

export const CRASH = { afterTicks: 4, code: 1, lastWords: 'panic: no tea' };

/** One node with its collector at work, one pod `web` of a house of this kind, visitors if asked for. */
export function aTalkingTown(program: Partial<Program> = {}, options: { rps?: number; pod?: object } = {}): Simulation {
  const simulation = run(
    startedSimulation(aSetup({ nodes: 1, addons: ['fluentd'], manifests: [aService('web')] })),
    12,
  );
  const { store } = simulation;
  publishHouse(store, 'house:1', program);
  act(store, { verb: 'apply', manifest: aPod('web', { image: 'house:1', labels: { app: 'web' }, ...options.pod }) });
  if (options.rps) simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: options.rps }]);
  return simulation;
}

/** The pod of the node's collector is deleted, as one does with what hangs. */
export function deleteCollector(store: Store): void {
  const key = must(
    store.keys('Pod').find((name) => name.startsWith('kube-system/fluentd')),
    'collector',
  );
  expect(act(store, { verb: 'delete', kind: 'Pod', key, gracePeriodSeconds: 0 })).toBeNull();
}

export const isOfWeb = ({ podKey }: PodLog): boolean => podKey === 'default/web';

export const texts = (store: Store, request: Partial<LogRequest> = {}) => {
  const result = readLogs(store, { pod: 'default/web', ...request });
  return isLogRefusal(result) ? result.key : result.lines.map(({ text }) => text);
};
export const stored = (store: Store, query: Parameters<typeof queryLogs>[1] = {}) =>
  queryLogs(store, query).lines.map(({ text }) => text);
