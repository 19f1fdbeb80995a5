import { describe, expect, test } from 'vitest';
import { podCondition } from '../../../shared/api/pod.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, podOf } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  messagesAbout,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
  type Village,
} from '../../support/village.ts';

const begin = (name: string, image: string, changes: object = {}) => ({ name, image, ...changes });
const sidecar = (name: string, image: string, changes: object = {}) =>
  begin(name, image, { restartPolicy: 'Always', ...changes });
const ends = (code: number, afterTicks = 2) => ({ exit: { afterTicks, code, lastWords: '' } });

const stateOf = (world: Store, name: string, container: string) => containerNamed(world, name, container).state.type;

/** Ticks until it holds, or fails. */
function until(village: Village, holds: () => boolean, most = 60): void {
  for (let tick = 0; tick < most; tick += 1) {
    village.tick();
    if (holds()) return;
  }
  expect.unreachable(`not within ${most} ticks`);
}

/** Shelves with a lasting house, one that does its work, and one that fails. */
function aFurnishedVillage(): Village {
  const village = aVillage();
  publishHouse(village.world, 'house:1');
  publishHouse(village.world, 'digger:1', ends(0));
  publishHouse(village.world, 'broken:1', ends(3));
  return village;
}

describe('init containers', () => {
  test('KUBELET-50 run one after the other, before the rest', () => {
    const village = aFurnishedVillage();
    const { world } = village;
    boundPod(world, 'web', { initContainers: [begin('dig', 'digger:1'), begin('lay', 'digger:1')] });
    until(village, () => stateOf(world, 'web', 'dig') === 'running');
    expect(containerNamed(world, 'web', 'lay').exists).toBe(false);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'PodInitializing' });
    expect(podOf(world, 'web').status.phase).toBe('Pending');
    expect(podCondition(podOf(world, 'web'), 'Initialized')).toMatchObject({
      status: 'False',
      message: 'containers with incomplete status: [dig lay]',
    });
    until(village, () => stateOf(world, 'web', 'lay') === 'running');
    expect(stateOf(world, 'web', 'dig')).toBe('terminated');
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    village.tick();
    expect(podCondition(podOf(world, 'web'), 'Initialized')?.status).toBe('True');
    expect(podOf(world, 'web').status.initContainerStatuses?.map(({ ready }) => ready)).toEqual([true, true]);
  });

  test('KUBELET-51 one that fails is tried again with back-off, and fails the pod under Never', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    boundPod(world, 'web', { initContainers: [begin('dig', 'broken:1')] });
    boundPod(world, 'once', { initContainers: [begin('dig', 'broken:1')], restartPolicy: 'Never' });
    tick(20);
    expect(containerNamed(world, 'web', 'dig').restartCount).toBeGreaterThan(0);
    expect(podOf(world, 'web').status).toMatchObject({ phase: 'Pending' });
    expect(podOf(world, 'once').status).toMatchObject({ phase: 'Failed' });
    expect(containerNamed(world, 'once').exists).toBe(false);
  });

  test('KUBELET-52 by hand, nobody is let in before his turn', () => {
    const village = aVillage({ startMode: 'hand' });
    const { world, tick } = village;
    for (const seat of world.list('Seat')) world.put({ ...seat, holder: 'player0001', connected: true });
    publishHouse(world, 'house:1');
    boundPod(world, 'web', { initContainers: [begin('dig', 'house:1')] });
    act(world, { verb: 'admitPod', pod: 'default/web' });
    expect(nextSteps(world, 'node-1').map(({ reason }) => reason)).toEqual(['pull', 'initFirst']);
    const app = { pod: 'default/web', container: 'app' } as const;
    expect(act(world, { verb: 'pullImage', ...app })).toMatchObject({ key: 'initFirst' });
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'initFirst' });
    expect(act(world, { verb: 'renewPod', pod: 'default/web' })).toMatchObject({ key: 'podNeedsNoRenewal' });
    tick();
  });

  test('KUBELET-53 a reboot has the pod begin from its first init container, in a new yard', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    boundPod(world, 'web', { initContainers: [begin('dig', 'digger:1')] });
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    crashMachine(world, 'node-1');
    expect(sandboxNamed(world, 'web').ready).toBe(false);
    act(world, { verb: 'reboot', node: 'node-1' });
    until(village, () => stateOf(world, 'web', 'dig') === 'running');
    expect(sandboxNamed(world, 'web')).toMatchObject({ ready: true, attempt: 1 });
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    expect(containerNamed(world, 'web', 'dig').restartCount).toBe(1);
    expect(reasonsAbout(world, 'web')).toContain('SandboxChanged');
    tick();
  });

  test('KUBELET-53 what was being made when the power went has begun, too: under Never its pod fails', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    boundPod(world, 'errand', { restartPolicy: 'Never' });
    until(village, () => containerNamed(world, 'errand').createdTick !== null);
    crashMachine(world, 'node-1');
    expect(containerNamed(world, 'errand').state).toMatchObject({ type: 'terminated', reason: 'Unknown' });
    act(world, { verb: 'reboot', node: 'node-1' });
    tick(20);
    expect(podOf(world, 'errand').status.phase).toBe('Failed');
    expect(containerNamed(world, 'errand').restartCount).toBe(0);
  });
});

describe('sidecars', () => {
  test('KUBELET-54 start before the rest, go on beside it, serve, and start again', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    const startupProbe = { httpGet: { port: 8080 }, periodSeconds: 1 };
    boundPod(world, 'web', { initContainers: [sidecar('guard', 'house:1', { startupProbe })] });
    until(village, () => stateOf(world, 'web', 'guard') === 'running');
    expect(containerNamed(world, 'web').exists).toBe(false);
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    tick(4);
    expect(servingCapacityRps(world, sandboxNamed(world, 'web'))).toBe(40);
    act(world, { verb: 'killContainer', pod: 'default/web', container: 'guard' });
    tick(5);
    expect(containerNamed(world, 'web', 'guard')).toMatchObject({ restartCount: 1, state: { type: 'running' } });
    expect(containerNamed(world, 'web').restartCount).toBe(0);
    expect(podOf(world, 'web').status.phase).toBe('Running');
  });

  test('KUBELET-55 do not keep a pod alive whose work is done', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    boundPod(world, 'job', {
      image: 'digger:1',
      restartPolicy: 'Never',
      initContainers: [sidecar('guard', 'house:1')],
    });
    until(village, () => podOf(world, 'job').status.phase === 'Succeeded');
    tick();
    expect(stateOf(world, 'job', 'guard')).toBe('terminated');
    expect(podOf(world, 'job').metadata.deletionTick).toBeNull();
    tick(20);
    expect(world.get('Pod', 'default/job')).toBeDefined();
    deletePod(world, 'job');
    tick(3);
    expect(world.count('Pod') + world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-56 are closed after the rest, the last one first', () => {
    const village = aFurnishedVillage();
    const { world } = village;
    boundPod(world, 'web', { initContainers: [sidecar('one', 'house:1'), sidecar('two', 'house:1')] });
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    deletePod(world, 'web');
    const ended: string[] = [];
    until(village, () => {
      if (world.count('Sandbox') === 0) return true;
      for (const { name, state } of sandboxNamed(world, 'web').containers) {
        if (state.type === 'terminated' && !ended.includes(name)) ended.push(name);
      }
      return false;
    });
    // With the last one the yard goes, too.
    expect(ended).toEqual(['app', 'two']);
  });
});

describe('restart rules of a container', () => {
  const rule = (action: string, values: number[]) => ({ action, exitCodes: { operator: 'In', values } });

  test('KUBELET-57 a rule that matches the exit code goes before the policy', () => {
    const village = aFurnishedVillage();
    const { world, tick } = village;
    const container = { restartPolicy: 'Never', restartPolicyRules: [rule('Restart', [3])] };
    boundPod(world, 'web', { container: { image: 'broken:1', ...container } });
    boundPod(world, 'other', { container: { image: 'broken:1', restartPolicy: 'Never' } });
    tick(12);
    expect(containerNamed(world, 'web').restartCount).toBeGreaterThan(0);
    expect(podOf(world, 'other').status.phase).toBe('Failed');
  });

  test('KUBELET-58 RestartAllContainers clears all of them, and they begin in their order', () => {
    const village = aFurnishedVillage();
    const { world } = village;
    boundPod(world, 'web', {
      initContainers: [begin('dig', 'digger:1')],
      containers: [
        begin('app', 'house:1'),
        begin('watch', 'broken:1', { restartPolicy: 'Never', restartPolicyRules: [rule('RestartAllContainers', [3])] }),
      ],
    });
    until(village, () => sandboxNamed(world, 'web').restartingAll);
    until(village, () => containerNamed(world, 'web', 'app').state.type === 'terminated');
    until(village, () => stateOf(world, 'web', 'dig') === 'running');
    expect(containerNamed(world, 'web', 'app')).toMatchObject({ exists: false, lastState: { exitCode: 143 } });
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    expect(containerNamed(world, 'web', 'dig').restartCount).toBe(1);
  });
});

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

test('KUBELET-42 a pod with all of this, restored at every tick, is the same as one that never stopped', () => {
  const play = (restores: boolean) => {
    const village = aFurnishedVillage();
    const { world } = village;
    const probe = { httpGet: { port: 8080 }, periodSeconds: 3 };
    boundPod(world, 'web', {
      initContainers: [begin('dig', 'digger:1'), sidecar('guard', 'house:1', { startupProbe: probe })],
      container: { livenessProbe: probe, lifecycle: { preStop: { sleep: { seconds: 3 } } } },
    });
    for (let tick = 1; tick <= 80; tick += 1) {
      village.tick();
      if (tick === 30) act(village.world, { verb: 'reboot', node: 'node-1' });
      if (tick === 65) deletePod(village.world, 'web');
      if (restores) village.restore();
    }
    return village.world.hash();
  };
  expect(play(true)).toEqual(play(false));
});
