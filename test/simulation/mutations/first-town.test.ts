/** The attack can fail: towns that are known to be wrong are caught, and their logs are made small. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import type { Store } from '../../../shared/store/store.ts';
import { invariant } from '../../simulator/checkers/invariant.ts';
import { minimise } from '../../simulator/minimise.ts';
import { rulesBroken, without } from '../../support/mutants.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { Session } from '../../support/session.ts';

const TICKS = 220;
const MEDDLE_TICK = 110;

/** A town that plays by itself; a village loses its power, and has it again. */
function aSession(): Session {
  const session = Session.of(FIRST_TOWN, 3);
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.tick(60);
  session.happen({ type: 'faultBegan', fault: 'node-crash', target: 'node-1' });
  session.tick(10);
  session.verb('teacher', { verb: 'cordon', node: 'node-2', unschedulable: true });
  session.verb('teacher', { verb: 'reboot', node: 'node-1' });
  session.tick(TICKS - 70);
  return session;
}

const played = aSession();

/** With something done to the state behind everybody's back, once. */
function meddledWith(meddle: (store: Store) => void): readonly string[] {
  return rulesBroken(played, { loops: LOOPS, meddle: (store) => void (store.tick === MEDDLE_TICK && meddle(store)) });
}

const firstOf = <K extends 'Pod' | 'Tag' | 'Traffic' | 'Image'>(store: Store, kind: K) =>
  must(store.get(kind, must(store.keys(kind)[0], kind)), kind);

describe('a town that is known to be wrong is caught', () => {
  test('as it is, it breaks no rule', () => {
    expect(rulesBroken(played, { loops: LOOPS })).toEqual([]);
  });

  test.each([
    ['traffic', 'TRAF-1'],
    ['outages', 'OUT-1'],
    ['replicaset-status', 'RS-5'],
    ['node-lease', 'KUBELET-40'],
    ['fault-healing', 'FAULT-2'],
    ['kube-proxy', 'NET-2'],
    ['scheduling-queue', 'SCHED-1'],
  ])('without the loop %s it breaks %s', (name, rule) => {
    expect(rulesBroken(played, { loops: without(name) })).toContain(rule);
  });

  test.each<[string, string, (store: Store) => void]>([
    [
      'a pod that is moved',
      'SCHED-42',
      (store) => {
        const pod = firstOf(store, 'Pod');
        const other = pod.spec.nodeName === 'node-3' ? 'node-2' : 'node-3';
        store.put({ ...pod, spec: { ...pod.spec, nodeName: other } });
      },
    ],
    ['a tag of nothing', 'REG-5', (store) => void store.put({ ...firstOf(store, 'Tag'), digest: 'sha256:0' })],
    [
      'a digest that means something else',
      'REG-7',
      (store) => void store.put({ ...firstOf(store, 'Image'), style: 'windmill' }),
    ],
    [
      'visitors who never were',
      'TRAF-5',
      (store) => {
        const traffic = firstOf(store, 'Traffic');
        store.put({ ...traffic, servedTotal: traffic.servedTotal + 1 });
      },
    ],
    ['a write without its number', 'STORE-2', (store) => void (store.revision += 1)],
  ])('%s breaks %s', (_what, rule, meddle) => {
    expect(meddledWith(meddle)).toContain(rule);
  });
});

test('a failing log is made small: what has nothing to do with it is gone', () => {
  const planted = [
    invariant('PLANTED-1', {
      object: { Node: ({ spec }) => (spec.unschedulable ? 'somebody closed a node' : null) },
    }),
  ];
  const failing = { seed: 1, rule: 'PLANTED-1', what: '', setup: played.setup, log: played.log };
  const small = minimise(failing, planted);
  expect(small.what).toBe('somebody closed a node');
  expect(small.log).toEqual([
    ['e', { type: 'phaseChanged', phase: 'running' }],
    ['c', 'teacher', { type: 'verb', verb: { verb: 'cordon', node: 'node-2', unschedulable: true } }],
    1,
  ]);
});
