import { describe, expect, test } from 'vitest';
import { podCondition } from '../../../shared/api/pod.ts';
import { reasonNamed } from '../../../shared/cluster/causes/reasons.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { act, podOf } from '../../support/builders.ts';
import { aFurnishedVillage, stateOf, until } from '../../support/furnished-village.ts';
import { reasonsIn } from '../../support/reasons-in.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
} from '../../support/village.ts';

const begin = (name: string, image: string, changes: object = {}) => ({ name, image, ...changes });
const sidecar = (name: string, image: string, changes: object = {}) =>
  begin(name, image, { restartPolicy: 'Always', ...changes });
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
    expect(ended).toEqual(['app', 'two', 'one']);
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

  test('KUBELET-58 CAUSE-1 RestartAllContainers clears all of them, they say so, and begin in their order (seed 300154)', () => {
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
    expect(reasonsIn(world)).toContain('waiting/RestartingAllContainers');
    expect(reasonsIn(world).filter((id) => !reasonNamed(id))).toEqual([]);
    until(village, () => stateOf(world, 'web', 'app') === 'running');
    expect(containerNamed(world, 'web', 'dig').restartCount).toBe(1);
  });

  test('KUBELET-58 while a pod starts over for the second time it runs, although its container has a back-off (seed 370045)', () => {
    const village = aFurnishedVillage();
    const { world } = village;
    const rules = { restartPolicy: 'Never', restartPolicyRules: [rule('RestartAllContainers', [3])] };
    boundPod(world, 'web', { container: { image: 'broken:1', ...rules } });
    const phases = new Set<string>();
    until(village, () => {
      phases.add(podOf(world, 'web').status.phase);
      return containerNamed(world, 'web').restartCount === 3;
    });
    expect([...phases]).toEqual(['Pending', 'Running']);
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
