import { expect, test } from 'vitest';
import { checkFile } from './check.ts';
import { hasVectors, ORACLE, vectorFiles } from './vectors.ts';

/** Families that are whole: every case passes, or is left out by name. */
const COMPLETE: readonly string[] = [
  'build-cache',
  'deployment',
  'dockerfile',
  'endpoints',
  'hpa',
  'image-reference',
  'intstr',
  'kubelet-backoff',
  'kubelet-eviction',
  'kubelet-image-gc',
  'kubelet-image-pull',
  'kubelet-pod-actions',
  'kubelet-pod-phase',
  'kubelet-probes',
  'kubelet-restart-policy',
  'names',
  'node-lifecycle',
  'quantity',
  'replicaset',
  'sched-filter-inter-pod-affinity',
  'sched-filter-node-affinity',
  'sched-filter-resources-fit',
  'sched-filter-taints',
  'sched-filter-topology-spread',
  'sched-preemption',
  'sched-queue-backoff',
  'sched-score-affinity',
  'sched-score-image-locality',
  'sched-score-resources',
];

const files = hasVectors(ORACLE) ? vectorFiles(ORACLE) : [];

if (files.length === 0) {
  test.skip(`CONF-1 the real projects' answers: not checked, no vectors at ${ORACLE}`, () => {});
} else {
  test.each(COMPLETE)('CONF-1 %s answers as the real projects do', async (family) => {
    const file = files.find((candidate) => candidate.family === family);
    expect(file?.cases.length).toBeGreaterThan(0);
    const { failures, passed } = file ? await checkFile(file) : { failures: [], passed: 0 };
    expect(failures.map(({ vector, got }) => ({ ...vector, got }))).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });
}

test('CONF-2 a wrong answer, a missing adapter and a broken input are failures, never skipped', async () => {
  const vector = (fn: string, input: unknown, expected: unknown) => ({ name: fn, fn, input, expected, optional: [] });
  const cases = [
    vector('IsDNS1123Label', { value: 'a' }, { valid: false }),
    vector('IsDNS1123Label', { value: 'a' }, { valid: true }),
    vector('IsMartian', { value: 'a' }, { valid: true }),
    vector('IsDNS1123Label', null, { valid: true }),
    { ...vector('IsDNS1123Label', { value: '-' }, { valid: true }), optional: ['SomethingElse'] },
  ];
  const result = await checkFile({ path: '', family: 'names', cases });
  expect([result.passed, result.failures.length, result.skipped]).toEqual([1, 4, []]);
  const unknown = await checkFile({ path: '', family: '../names', cases });
  expect([unknown.passed, unknown.failures.length]).toEqual([0, 5]);
});
