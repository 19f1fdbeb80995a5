import { describe, expect, test } from 'vitest';
import type { ContainerState } from '../../../shared/api/pod.ts';
import { phaseOf } from '../../../shared/cluster/kubelet/pod-phase.ts';
import { pullPolicyOf } from '../../../shared/cluster/kubelet/pull-policy.ts';
import { podCondition } from '../../../shared/api/pod.ts';
import { crashMachine, cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { formatHash } from '../../../shared/base/hash.ts';
import { act, podOf } from '../../support/builders.ts';
import { aVillage, boundPod, deletePod, publishHouse, type Village } from '../../support/village.ts';

const running: ContainerState = { type: 'running', startedTick: 0 };
const waiting: ContainerState = { type: 'waiting', reason: '', message: '' };
const ended = (exitCode: number): ContainerState => ({
  type: 'terminated',
  reason: '',
  exitCode,
  startedTick: 0,
  finishedTick: 0,
});
const of = (state: ContainerState, lastState: ContainerState | null = null) => ({ state, lastState });

describe('KUBELET-30 phase', () => {
  for (const [policy, statuses, phase] of [
    ['Always', [undefined], 'Pending'],
    ['Always', [of(running), of(waiting)], 'Pending'],
    ['Always', [of(running), of(ended(1))], 'Running'],
    ['Always', [of(waiting, ended(1))], 'Running'],
    ['Always', [of(ended(0)), of(ended(0))], 'Running'],
    ['OnFailure', [of(ended(0)), of(ended(2))], 'Running'],
    ['OnFailure', [of(ended(0)), of(ended(0))], 'Succeeded'],
    ['Never', [of(ended(0)), of(ended(2))], 'Failed'],
    ['Never', [of(ended(0)), of(running)], 'Running'],
  ] as const) {
    test(`KUBELET-30 ${policy}: ${statuses.map((one) => one?.state.type ?? 'nothing').join(', ')} is ${phase}`, () => {
      expect(phaseOf(policy, statuses)).toBe(phase);
    });
  }

  test('KUBELET-30 of a pod that is being ended is Succeeded or Failed even under Always', () => {
    expect(phaseOf('Always', [of(ended(0))], true)).toBe('Succeeded');
    expect(phaseOf('Always', [of(ended(143))], true)).toBe('Failed');
  });
});

test('KUBELET-22 the pull policy follows the tag where none is given', () => {
  expect(
    ['villa', 'villa:latest', 'villa:1.0', `villa@sha256:${'a'.repeat(64)}`].map((image) => pullPolicyOf({ image })),
  ).toEqual(['Always', 'Always', 'IfNotPresent', 'IfNotPresent']);
  expect(pullPolicyOf({ image: 'villa', imagePullPolicy: 'Never' })).toBe('Never');
});

describe('reports', () => {
  test('KUBELET-32 a back-off is shown as CrashLoopBackOff, and the phase stays Running', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { exit: { afterTicks: 1, code: 1, lastWords: 'oh' } });
    boundPod(world, 'web');
    tick(10);
    const { phase, containerStatuses } = podOf(world, 'web').status;
    expect(phase).toBe('Running');
    expect(containerStatuses[0]).toMatchObject({
      ready: false,
      restartCount: 1,
      state: { type: 'waiting', reason: 'CrashLoopBackOff', message: expect.stringContaining('back-off 10s') },
      lastState: { type: 'terminated', exitCode: 1, message: 'oh' },
    });
  });

  test('KUBELET-33 unready containers are named, and the time of change is kept', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web', {
      containers: [
        { name: 'one', image: 'house:1' },
        { name: 'two', image: 'nowhere:1' },
      ],
    });
    tick(20);
    expect(podCondition(podOf(world, 'web'), 'Ready')).toMatchObject({
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [two]',
      lastTransitionTick: 1,
    });
  });

  test('KUBELET-43 a healthy pod writes nothing, only leases do', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    for (const name of ['a', 'b', 'c'])
      boundPod(world, name, { container: { readinessProbe: { httpGet: { port: 8080 } } } });
    tick(40);
    const writes: string[] = [];
    world.listen((change) => writes.push(change.kind));
    tick(100);
    expect(new Set(writes)).toEqual(new Set(['Lease']));
    expect(writes).toHaveLength(10);
  });
});

/** Everything that can befall a village, at ticks of its own. */
function drama({ world }: Village): void {
  const scenes: Record<number, () => void> = {
    1: () => boundPod(world, 'web', { container: { readinessProbe: { httpGet: { port: 8080 } } } }),
    2: () => boundPod(world, 'crash', { image: 'crash:1' }),
    3: () =>
      boundPod(world, 'hasty', {
        image: 'slow:1',
        container: { livenessProbe: { httpGet: { port: 8080 }, periodSeconds: 4 } },
      }),
    4: () => boundPod(world, 'lost', { container: { envFrom: [{ configMapRef: { name: 'nothing' } }] } }),
    5: () => boundPod(world, 'absent', { image: 'nowhere:1' }),
    30: () => cutLink(world, 'node-1'),
    33: () => deletePod(world, 'web'),
    45: () => act(world, { verb: 'repairLink', node: 'node-1' }),
    60: () => crashMachine(world, 'node-1'),
    65: () => act(world, { verb: 'reboot', node: 'node-1' }),
    80: () => deletePod(world, 'crash', 0),
    95: () => deletePod(world, 'hasty', 1),
  };
  scenes[world.tick]?.();
}

test('KUBELET-42 a run that is restored at every tick is the same as one that never stopped', () => {
  const open = () => {
    const village = aVillage();
    publishHouse(village.world, 'house:1', { layersMib: [2, 3] });
    publishHouse(village.world, 'crash:1', { exit: { afterTicks: 2, code: 1, lastWords: '' } });
    publishHouse(village.world, 'slow:1', { startTicks: 25 });
    return village;
  };
  const [straight, restored] = [open(), open()];
  for (let tick = 0; tick < 140; tick += 1) {
    for (const village of [straight, restored]) {
      drama(village);
      village.tick();
    }
    restored.restore();
    expect(formatHash(restored.world.hash()), `tick ${tick + 1}`).toBe(formatHash(straight.world.hash()));
  }
});
