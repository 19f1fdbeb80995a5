/** CPU limits: who needs more than its limit is slow, and lives. */
import { describe, expect, test } from 'vitest';
import { container as containerSchema } from '../../../shared/api/container.ts';
import type { Program } from '../../../shared/api/world/image.ts';
import { usageMilli } from '../../../shared/cluster/controllers/hpa/measure.ts';
import { answerMs, pacedRps, pacedStartTicks } from '../../../shared/cluster/runtime/cpu.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { throttledPods } from '../../../shared/cluster/runtime/throttling.ts';
import { act, aDeployment, aService, aSetup, podOf, run, startedSimulation } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  messagesAbout,
  publishHouse,
  sandboxNamed,
} from '../../support/village.ts';

/** 20 requests a second of 20 ms each: 400m. */
const PROGRAM: Program = {
  name: 'house',
  startTicks: 3,
  capacityRps: 20,
  memoryBytes: 1,
  leakBytesPerTick: 0,
  exit: null,
  requiredEnv: [],
};
const limited = (cpu?: string) =>
  containerSchema.parse({ name: 'app', image: 'house:1', resources: { requests: {}, limits: cpu ? { cpu } : {} } });

describe('a CPU limit', () => {
  test.each([
    [undefined, 20, 3, 20],
    ['1', 20, 3, 20],
    ['400m', 20, 3, 20],
    ['200m', 10, 6, 20],
    ['100m', 5, 12, 110],
    ['50m', 2, 24, 305],
    ['10m', 1, 120, 1901],
  ])(
    'RUNTIME-31 RUNTIME-32 of %s leaves %i requests a second, a start of %i s, an answer of %i ms',
    (cpu, rps, start, ms) => {
      expect(pacedRps(PROGRAM, limited(cpu))).toBe(rps);
      expect(pacedStartTicks(PROGRAM, limited(cpu))).toBe(start);
      expect(answerMs(PROGRAM, limited(cpu))).toBe(ms);
    },
  );

  test('RUNTIME-32 one thread is never held back by a limit of a whole core or more', () => {
    const heavy = { ...PROGRAM, cpuMilli: 4000, capacityRps: 16 };
    expect(answerMs(heavy, limited('2'))).toBe(250);
    expect(answerMs(heavy, limited('900m'))).toBe(270);
  });

  test('RUNTIME-31 a program that says what it needs is measured by that', () => {
    const frugal = { ...PROGRAM, cpuMilli: 100 };
    expect(pacedRps(frugal, limited('100m'))).toBe(20);
    expect(pacedRps(frugal, limited('50m'))).toBe(10);
  });

  test('RUNTIME-31 kills nobody, and its houses open later', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 5 });
    boundPod(world, 'free');
    boundPod(world, 'bound', { cpuLimit: '100m' });
    tick(15);
    expect(servingCapacityRps(world, sandboxNamed(world, 'free'))).toBe(20);
    expect(servingCapacityRps(world, sandboxNamed(world, 'bound'))).toBe(0);
    expect(throttledPods(world)).toEqual(['default/bound']);
    tick(100);
    expect(servingCapacityRps(world, sandboxNamed(world, 'bound'))).toBe(5);
    expect(containerNamed(world, 'bound')).toMatchObject({ restartCount: 0, state: { type: 'running' } });
    expect(throttledPods(world)).toEqual([]);
  });

  test('RUNTIME-32 a probe that waits less long than an answer takes fails, one that waits longer passes', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { startTicks: 0 });
    const livenessProbe = { httpGet: { port: 8080 }, periodSeconds: 5 };
    boundPod(world, 'hasty', { cpuLimit: '10m', container: { livenessProbe } });
    boundPod(world, 'patient', {
      cpuLimit: '10m',
      container: { livenessProbe: { ...livenessProbe, timeoutSeconds: 2 } },
    });
    tick(60);
    expect(containerNamed(world, 'hasty').restartCount).toBeGreaterThanOrEqual(1);
    expect(messagesAbout(world, 'hasty').join('\n')).toContain('context deadline exceeded');
    expect(containerNamed(world, 'patient').restartCount).toBe(0);
  });

  test('RUNTIME-33 it shows while as many ask as can be served, and its use is its limit', () => {
    const simulation = startedSimulation(aSetup({ nodes: 1 }));
    const { store } = simulation;
    publishHouse(store, 'house:1');
    const deployment = aDeployment('web', {
      replicas: 1,
      cpu: '50m',
      cpuLimit: '100m',
      container: { image: 'house:1' },
    });
    act(store, { verb: 'apply', manifest: deployment });
    act(store, { verb: 'apply', manifest: aService('web') });
    simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: 2 }]);
    run(simulation, 60);
    const pod = store.keys('Pod')[0] ?? '';
    const usage = () => usageMilli(store, podOf(store, pod.slice('default/'.length)), 'cpu', null);
    expect(throttledPods(store)).toEqual([]);
    expect(usage()).toBe(40);
    simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: 18 }]);
    run(simulation, 5);
    expect(throttledPods(store)).toEqual([pod]);
    expect(usage()).toBe(100);
    expect(store.get('Traffic', 'default/web')).toMatchObject({ servedRps: 5, lostRps: { Overloaded: 13 } });
  });
});
