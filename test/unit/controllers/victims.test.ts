// Whom a ReplicaSet lets go first, and how it begins again where creation fails.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slowStart } from '../../../shared/cluster/controllers/replica-set/slow-start.ts';
import {
  candidate,
  chooseVictims,
  compareVictims,
  type Candidate,
} from '../../../shared/cluster/controllers/replica-set/victims.ts';
import { aWorld, storedPod } from '../../support/builders.ts';

const COST = 'controller.kubernetes.io/pod-deletion-cost';
const NOW = 100_000;
const aCandidate = (more: Partial<Candidate> = {}): Candidate => ({
  uid: 'u',
  nodeName: 'node-1',
  phase: 'Running',
  isReady: true,
  readySinceTick: NOW - 5000,
  createdTick: NOW - 5000,
  deletionCost: 0,
  restarts: 0,
  sidecarRestarts: 0,
  siblings: 1,
  ...more,
});

test.each<[string, Partial<Candidate>, Partial<Candidate>]>([
  [
    'unassigned before assigned',
    { nodeName: '', isReady: false, phase: 'Pending' },
    { isReady: false, phase: 'Pending' },
  ],
  ['Pending before Unknown', { phase: 'Pending' }, { phase: 'Unknown' }],
  ['Unknown before Running', { phase: 'Unknown' }, {}],
  ['not ready before ready', { isReady: false }, { deletionCost: -5 }],
  ['the cheaper to delete', { deletionCost: -1 }, { siblings: 9 }],
  ['the one with more siblings on its node', { siblings: 3 }, { readySinceTick: NOW - 1 }],
  ['ready for less time', { readySinceTick: NOW - 100 }, { restarts: 9 }],
  ['unknown ready time before any', { readySinceTick: null }, { readySinceTick: NOW }],
  ['more restarts', { restarts: 2 }, { createdTick: NOW - 1 }],
  ['more restarts of sidecars', { sidecarRestarts: 1 }, {}],
  ['the newer', { createdTick: NOW - 60 }, {}],
  ['of about the same age the smaller uid', { createdTick: NOW - 4990, uid: 'a' }, { uid: 'b' }],
])('RS-3 goes first: %s', (_name, first, second) => {
  expect(compareVictims(aCandidate(first), aCandidate(second), NOW)).toBeLessThan(0);
  expect(compareVictims(aCandidate(second), aCandidate(first), NOW)).toBeGreaterThan(0);
});

test.each([
  ['40', 40],
  ['-40', -40],
  ['2147483647', 2147483647],
  ['2147483648', 0],
  ['-2147483649', 0],
  ['040', 0],
  ['+40', 0],
  ['4.5', 0],
  ['', 0],
])('RS-3 a deletion cost written as "%s" is %i', (text, cost) => {
  const pod = storedPod(aWorld(), 'a');
  const costly = { ...pod, metadata: { ...pod.metadata, annotations: { [COST]: text } } };
  expect(candidate(costly, 1).deletionCost).toBe(cost);
});

test('RS-3 takes as many as are too many, and all when all are', () => {
  const pods = [aCandidate({ uid: 'ready' }), aCandidate({ uid: 'waiting', isReady: false })];
  expect(chooseVictims(pods, 1, NOW).map((pod) => pod.uid)).toEqual(['waiting']);
  expect(chooseVictims(pods, 2, NOW)).toHaveLength(2);
});

test('RS-2 batches double, and none follows one with a failure', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (count, good) => {
      let left = good;
      const { calls, successes } = slowStart(count, 1, () => left-- > 0);
      expect(successes).toBe(Math.min(count, good));
      if (good >= count) expect(calls).toBe(count);
      // The batch that failed is never larger than all before it, and one.
      else expect(calls).toBeLessThanOrEqual(Math.min(count, 2 * good + 1));
    }),
  );
});
