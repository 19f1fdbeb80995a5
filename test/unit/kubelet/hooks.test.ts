/** Startup probes, and hooks after the start and before the end. */
import { describe, expect, test } from 'vitest';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { podOf } from '../../support/builders.ts';
import { aFurnishedVillage, stateOf, until } from '../../support/furnished-village.ts';
import {
  boundPod,
  containerNamed,
  deletePod,
  messagesAbout,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
} from '../../support/village.ts';

describe('startup probes and hooks', () => {
  test('KUBELET-59 a slow start is forgiven by the startup probe, not by the liveness probe', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    publishHouse(world, 'slow:1', { startTicks: 25 });
    const probe = { httpGet: { port: 8080 }, periodSeconds: 5, failureThreshold: 2 };
    boundPod(world, 'patient', {
      container: { image: 'slow:1', livenessProbe: probe, startupProbe: { ...probe, failureThreshold: 10 } },
    });
    boundPod(world, 'hasty', { container: { image: 'slow:1', livenessProbe: probe } });
    tick(60);
    expect(containerNamed(world, 'patient').restartCount).toBe(0);
    expect(containerNamed(world, 'hasty').restartCount).toBeGreaterThan(0);
    expect(podOf(world, 'patient').status.containerStatuses[0]).toMatchObject({ started: true, ready: true });
  });

  test('KUBELET-59 a startup probe that runs out of patience has the container killed', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    publishHouse(world, 'slow:1', { startTicks: 25 });
    const startupProbe = { httpGet: { port: 8080 }, periodSeconds: 2, failureThreshold: 3 };
    boundPod(world, 'web', { container: { image: 'slow:1', startupProbe } });
    tick(20);
    expect(messagesAbout(world, 'web')).toContain('Container app failed startup probe, will be restarted');
    expect(podOf(world, 'web').status.containerStatuses[0]).toMatchObject({ started: false, ready: false });
  });

  test('KUBELET-60 SIGTERM waits for the preStop hook, and the program still serves meanwhile', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    boundPod(world, 'web', { container: { lifecycle: { preStop: { sleep: { seconds: 8 } } } } });
    tick(10);
    deletePod(world, 'web');
    tick(8);
    expect(stateOf(world, 'web', 'app')).toBe('running');
    expect(servingCapacityRps(world, sandboxNamed(world, 'web'))).toBe(20);
    tick(5);
    expect(world.count('Pod')).toBe(0);
  });

  test('KUBELET-60 a hook longer than the grace period is cut off, and two seconds are left', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    const lifecycle = { preStop: { exec: { command: ['sh', '-c', 'sleep 600'] } } };
    boundPod(world, 'web', { container: { lifecycle }, gracePeriodSeconds: 5 });
    tick(10);
    deletePod(world, 'web');
    tick(6);
    expect(stateOf(world, 'web', 'app')).toBe('running');
    expect(reasonsAbout(world, 'web')).toContain('FailedPreStopHook');
    tick(4);
    expect(world.count('Pod')).toBe(0);
  });

  test('KUBELET-60 a preStop hook that finds nobody is told, and keeps nobody from going', () => {
    const { world, tick } = aFurnishedVillage();
    const calls = (port: number) => ({ container: { lifecycle: { preStop: { httpGet: { port } } } } });
    boundPod(world, 'web', calls(8080));
    boundPod(world, 'lost', calls(9999));
    tick(10);
    for (const name of ['web', 'lost']) deletePod(world, name);
    tick(6);
    expect(world.count('Pod')).toBe(0);
    expect(reasonsAbout(world, 'web')).not.toContain('FailedPreStopHook');
    expect(reasonsAbout(world, 'lost')).toContain('FailedPreStopHook');
  });

  test('KUBELET-60 two seconds are left also without a hook', () => {
    const { world, tick } = aFurnishedVillage();
    publishHouse(world, 'deaf:1', { ignoresTerm: true });
    boundPod(world, 'web', { container: { image: 'deaf:1' }, gracePeriodSeconds: 1 });
    tick(10);
    deletePod(world, 'web');
    tick();
    expect(containerNamed(world, 'web').plannedExit).toMatchObject({ tick: world.tick + 2, exitCode: 137 });
  });

  test('KUBELET-56 the hooks of sidecars begin with those of the rest', () => {
    const { world, tick } = aFurnishedVillage();
    const lifecycle = { preStop: { sleep: { seconds: 10 } } };
    const guard = { name: 'guard', image: 'house:1', restartPolicy: 'Always', lifecycle };
    boundPod(world, 'web', { container: { lifecycle }, initContainers: [guard] });
    tick(20);
    deletePod(world, 'web');
    tick(2);
    expect(messagesAbout(world, 'web')).toContain('Stopping container guard');
    tick(8);
    expect(stateOf(world, 'web', 'app')).toBe('running');
    tick(6);
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-56 a sidecar whose turn has come still ends its hook', () => {
    const { world, tick } = aFurnishedVillage();
    const lifecycle = { preStop: { sleep: { seconds: 8 } } };
    const guard = { name: 'guard', image: 'house:1', restartPolicy: 'Always', lifecycle };
    boundPod(world, 'web', { initContainers: [guard] });
    tick(20);
    deletePod(world, 'web');
    tick(8);
    expect([stateOf(world, 'web', 'app'), stateOf(world, 'web', 'guard')]).toEqual(['terminated', 'running']);
    tick(5);
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-56 a sidecar that has waited until the time is over has two seconds', () => {
    const { world, tick } = aFurnishedVillage();
    publishHouse(world, 'deaf:1', { ignoresTerm: true });
    const guard = { name: 'guard', image: 'deaf:1', restartPolicy: 'Always' };
    boundPod(world, 'web', { container: { image: 'deaf:1' }, initContainers: [guard], gracePeriodSeconds: 10 });
    tick(20);
    deletePod(world, 'web');
    tick();
    const { killTick } = sandboxNamed(world, 'web');
    expect(killTick).toBe(world.tick + 10);
    tick(10);
    expect(containerNamed(world, 'web', 'guard').plannedExit?.tick).toBe((killTick ?? 0) + 2);
  });

  test('KUBELET-61 a container does not count as started before its postStart hook is over', () => {
    const village = aFurnishedVillage();
    const { world } = village;
    boundPod(world, 'web', { container: { lifecycle: { postStart: { sleep: { seconds: 6 } } } } });
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    village.tick(5);
    expect(podOf(world, 'web').status.containerStatuses[0]).toMatchObject({ started: false, ready: false });
    village.tick(2);
    expect(podOf(world, 'web').status.containerStatuses[0]).toMatchObject({ started: true, ready: true });
  });

  test('KUBELET-61 a postStart hook that nobody answers has the container killed', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    publishHouse(world, 'slow:1', { startTicks: 10 });
    const lifecycle = { postStart: { httpGet: { port: 8080 } } };
    boundPod(world, 'web', { container: { image: 'slow:1', lifecycle } });
    tick(12);
    expect(reasonsAbout(world, 'web')).toContain('FailedPostStartHook');
    expect(containerNamed(world, 'web').restartCount).toBeGreaterThan(0);
  });
});
