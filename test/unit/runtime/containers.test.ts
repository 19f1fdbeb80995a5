import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { isAnswering, isRunning, servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { podOf, storedConfigMap } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  messagesAbout,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
} from '../../support/village.ts';

/** With an image of 1 MiB: admitted at 1, asked for at 2, pulled at 4, created at 4, running at 5. */
const RUNNING_TICK = 5;

describe('a program', () => {
  test('RUNTIME-11 RUNTIME-30 runs before it serves', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 3, capacityRps: 50 });
    boundPod(world, 'web');
    tick(RUNNING_TICK);
    const sandbox = sandboxNamed(world, 'web');
    expect(isRunning(world, sandbox)).toBe(true);
    expect(isAnswering(world, sandbox)).toBe(false);
    tick(3);
    expect(isAnswering(world, sandbox)).toBe(true);
    expect(servingCapacityRps(world, sandbox)).toBe(50);
  });

  test('RUNTIME-12 RUNTIME-20 that crashes is restarted, with longer and longer waits', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { exit: { afterTicks: 2, code: 3, lastWords: 'the roof is missing' } });
    boundPod(world, 'web');
    tick(200);
    const { state, restartCount, backoff } = containerNamed(world, 'web');
    expect(state).toMatchObject({ type: 'terminated', exitCode: 3, reason: 'Error', message: 'the roof is missing' });
    // Ends at 7, 11, 24, 47, 90, 173: after waits of 1, 10, 20, 40, 80 ticks, each restart taking one to create.
    expect(restartCount).toBe(5);
    expect(state).toMatchObject({ finishedTick: 173 });
    expect(backoff).toMatchObject({ delayTicks: 160, untilTick: 333 });
  });

  test('RUNTIME-13 without its furniture ends at once, and says what is missing', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { requiredEnv: ['SOFA', 'LAMP'] });
    boundPod(world, 'bare', { container: { env: [{ name: 'LAMP', value: 'on' }] } });
    storedConfigMap(world, 'furniture', { SOFA: 'red', LAMP: 'on' });
    boundPod(world, 'furnished', { container: { envFrom: [{ configMapRef: { name: 'furniture' } }] } });
    tick(RUNNING_TICK);
    expect(containerNamed(world, 'bare').state).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('SOFA'),
    });
    expect(containerNamed(world, 'furnished').state.type).toBe('running');
  });

  test('RUNTIME-14 is killed when its leak reaches the limit', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { memoryBytes: 10 * MIB, leakBytesPerTick: MIB });
    boundPod(world, 'web', { memoryLimit: '20Mi', memory: '10Mi' });
    boundPod(world, 'unlimited');
    tick(RUNNING_TICK + 10);
    expect(containerNamed(world, 'web').state.type).toBe('running');
    tick();
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'OOMKilled', exitCode: 137 });
    expect(reasonsAbout(world, 'web')).toContain('OOMKilled');
    tick(100);
    expect(containerNamed(world, 'unlimited').state.type).toBe('running');
  });

  test('RUNTIME-14 that needs more than its limit never lives', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { memoryBytes: 64 * MIB });
    boundPod(world, 'web', { memoryLimit: '32Mi' });
    tick(RUNNING_TICK);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'OOMKilled' });
  });
});

test('RUNTIME-12 RUNTIME-14 whichever end comes first is its end', () => {
  const { world, tick } = aVillage();
  const exit = { afterTicks: 5, code: 2, lastWords: '' };
  publishHouse(world, 'house:1', { exit, memoryBytes: 10 * MIB, leakBytesPerTick: MIB });
  boundPod(world, 'roomy', { memoryLimit: '64Mi', restartPolicy: 'Never' });
  boundPod(world, 'tight', { memoryLimit: '12Mi', restartPolicy: 'Never' });
  tick(RUNNING_TICK + 8);
  expect(containerNamed(world, 'roomy').state).toMatchObject({ reason: 'Error', exitCode: 2 });
  expect(containerNamed(world, 'tight').state).toMatchObject({ reason: 'OOMKilled', exitCode: 137 });
});

describe('restart policy', () => {
  for (const [code, policy, phase] of [
    [0, 'Always', 'Running'],
    [0, 'OnFailure', 'Succeeded'],
    [0, 'Never', 'Succeeded'],
    [4, 'OnFailure', 'Running'],
    [4, 'Never', 'Failed'],
  ] as const) {
    test(`KUBELET-25 KUBELET-30 ${policy} after code ${code} leaves the pod ${phase}`, () => {
      const { world, tick } = aVillage();
      publishHouse(world, 'house:1', { exit: { afterTicks: 1, code, lastWords: '' } });
      boundPod(world, 'job', { restartPolicy: policy });
      tick(RUNNING_TICK + 5);
      expect(podOf(world, 'job').status.phase).toBe(phase);
      expect(containerNamed(world, 'job').restartCount > 0).toBe(phase === 'Running');
    });
  }
});

describe('probes in the village', () => {
  const readinessProbe = { httpGet: { port: 8080 }, periodSeconds: 4 };

  test('KUBELET-31 without a readiness probe a pod is ready before it answers', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 30 });
    boundPod(world, 'hasty');
    boundPod(world, 'careful', { container: { readinessProbe } });
    tick(RUNNING_TICK);
    expect(podOf(world, 'hasty').status.containerStatuses[0]).toMatchObject({ ready: true });
    expect(podOf(world, 'careful').status.containerStatuses[0]).toMatchObject({ ready: false });
    tick(40);
    expect(podOf(world, 'careful').status.containerStatuses[0]).toMatchObject({ ready: true });
  });

  test('PROBE-6 the first failed probe is told', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 10 });
    boundPod(world, 'web', { container: { readinessProbe } });
    boundPod(world, 'deaf', { container: { readinessProbe: { httpGet: { port: 9 } } } });
    tick(60);
    expect(messagesAbout(world, 'web')).toContain('Readiness probe failed: HTTP probe failed with statuscode: 503');
    expect(messagesAbout(world, 'deaf').find((text) => text.startsWith('Readiness'))).toContain('connection refused');
    expect(podOf(world, 'deaf').status.containerStatuses[0]).toMatchObject({ ready: false });
  });

  test('KUBELET-26 liveness that is too impatient kills again and again', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 40 });
    boundPod(world, 'web', { container: { livenessProbe: { httpGet: { port: 8080 } } } });
    tick(RUNNING_TICK + 60);
    expect(containerNamed(world, 'web').restartCount).toBeGreaterThanOrEqual(1);
    expect(messagesAbout(world, 'web')).toContain('Container app failed liveness probe, will be restarted');
  });
});

test('RUNTIME-18 who ignores SIGTERM is killed at the end of the time of grace', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1', { ignoresTerm: true });
  boundPod(world, 'web', { gracePeriodSeconds: 7 });
  tick(8);
  deletePod(world, 'web');
  tick(7);
  expect(containerNamed(world, 'web').state.type).toBe('running');
  tick(2);
  expect(world.count('Sandbox')).toBe(0);
});
