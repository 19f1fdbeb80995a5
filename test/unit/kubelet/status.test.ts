import { describe, expect, test } from 'vitest';
import type { ContainerState, PodConditionType } from '../../../shared/api/pod.ts';
import { phaseOf, RESTARTING_ALL, type PhasePod, type PhaseStatus } from '../../../shared/cluster/kubelet/pod-phase.ts';
import type { RestartTerms } from '../../../shared/cluster/kubelet/restart-policy.ts';
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
const of = (state: ContainerState, lastState: ContainerState | null = null): PhaseStatus => ({
  state,
  lastState,
  started: true,
});

type Statuses = readonly (PhaseStatus | undefined)[];

/** Of a pod with containers `c0`, `c1`, ... and init containers `i0`, ... */
function phaseFor(
  restartPolicy: PhasePod['restartPolicy'],
  statuses: Statuses,
  { begins = [], isTerminal = false, hasInitialized = true }: PhaseOptions = {},
) {
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${letter}${index}` }));
  const pod: PhasePod = {
    restartPolicy,
    containers: names('c', statuses.length),
    initContainers: begins.map(([terms], index) => ({ ...terms, name: `i${index}` })),
  };
  const known = [
    ...statuses.map((status, index) => [`c${index}`, status] as const),
    ...begins.map(([, status], index) => [`i${index}`, status] as const),
  ];
  return phaseOf(pod, new Map(known.flatMap(([name, status]) => (status ? [[name, status]] : []))), {
    isTerminal,
    hasInitialized,
  });
}

interface PhaseOptions {
  readonly begins?: readonly (readonly [RestartTerms, PhaseStatus | undefined])[];
  readonly isTerminal?: boolean;
  readonly hasInitialized?: boolean;
}

describe('KUBELET-30 phase', () => {
  for (const [policy, statuses, expected] of [
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
    test(`KUBELET-30 ${policy}: ${statuses.map((one) => one?.state.type ?? 'nothing').join(', ')} is ${expected}`, () => {
      expect(phaseFor(policy, statuses)).toBe(expected);
    });
  }

  test('KUBELET-30 of a pod that is being ended is Succeeded or Failed even under Always', () => {
    expect(phaseFor('Always', [of(ended(0))], { isTerminal: true })).toBe('Succeeded');
    expect(phaseFor('Always', [of(ended(143))], { isTerminal: true })).toBe('Failed');
  });
});

describe('KUBELET-35 phase with containers that come first', () => {
  const plain: RestartTerms = {};
  const sidecar: RestartTerms = { restartPolicy: 'Always' };
  const once: RestartTerms = { restartPolicy: 'Never' };
  const again: RestartTerms = {
    restartPolicy: 'Never',
    restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [7] } }],
  };
  for (const [what, policy, terms, begin, status, hasInitialized, expected] of [
    ['runs', 'Always', plain, of(running), undefined, false, 'Pending'],
    ['is done', 'Always', plain, of(ended(0)), of(running), true, 'Running'],
    ['failed and will run again', 'Always', plain, of(ended(1)), undefined, false, 'Pending'],
    ['failed, will run again and holds nobody up', 'Always', plain, of(ended(1)), of(running), true, 'Running'],
    ['failed for good', 'Never', plain, of(ended(1)), undefined, false, 'Failed'],
    ['failed for good by its own word', 'Always', once, of(ended(1)), undefined, false, 'Failed'],
    ['has all start over', 'Never', again, of(ended(7)), undefined, false, 'Pending'],
    ['is a sidecar and starts', 'Always', sidecar, { ...of(running), started: false }, of(running), false, 'Pending'],
    ['is a sidecar and starts again', 'Always', sidecar, of(waiting, ended(1)), of(running), true, 'Running'],
    ['is a sidecar that outlives the work', 'Never', sidecar, of(running), of(ended(0)), true, 'Running'],
    ['is a sidecar whose end says nothing', 'Never', sidecar, of(ended(9)), of(ended(0)), true, 'Succeeded'],
  ] as const) {
    test(`KUBELET-35 one that ${what} (${policy}) makes it ${expected}`, () => {
      expect(phaseFor(policy, [status], { begins: [[terms, begin]], hasInitialized })).toBe(expected);
    });
  }
});

test('KUBELET-58 who was cleared to start over begins again, and nobody else does for it', () => {
  const cleared: ContainerState = { type: 'waiting', reason: RESTARTING_ALL, message: '' };
  const [plain, seven]: readonly RestartTerms[] = [
    {},
    {
      restartPolicy: 'Never',
      restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [7] } }],
    },
  ];
  const phaseWith = (begin: ContainerState, rest: ContainerState, terms = plain) =>
    phaseFor('Never', [of(rest, rest === cleared ? ended(143) : null)], { begins: [[terms ?? {}, of(begin)]] });
  expect(phaseWith(ended(0), cleared)).toBe('Running');
  expect(phaseWith(ended(1), cleared)).toBe('Failed');
  // The one that calls for it ends the others, too.
  expect(phaseWith(ended(7), ended(143), seven)).toBe('Running');
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

  test('KUBELET-33 what has succeeded was set up, and is not ready any more: PodCompleted', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { exit: { afterTicks: 2, code: 0, lastWords: '' } });
    boundPod(world, 'work', { restartPolicy: 'Never' });
    tick(12);
    const finding = (type: PodConditionType) => podCondition(podOf(world, 'work'), type);
    expect(finding('Initialized')).toMatchObject({ status: 'True', reason: 'PodCompleted' });
    expect(finding('Ready')).toMatchObject({ status: 'False', reason: 'PodCompleted' });
  });

  test('KUBELET-30 a pod that is told to end before it ever ran has failed, and a backup that brings it back leaves it so', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { image: 'nowhere:1' });
    tick(10);
    expect(podOf(world, 'web').status.phase).toBe('Pending');
    const before = podOf(world, 'web');
    deletePod(world, 'web');
    tick();
    const { status } = podOf(world, 'web');
    expect(status.phase).toBe('Failed');
    expect(status.containerStatuses[0]?.state).toMatchObject({ reason: 'ContainerStatusUnknown', exitCode: 137 });
    world.put(before);
    tick(50);
    expect(podOf(world, 'web')).toMatchObject({ metadata: { deletionTick: null }, status: { phase: 'Failed' } });
  });

  test('KUBELET-30 what waits for its init containers when its pod is told to end goes on being shown as waiting', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { initContainers: [{ name: 'first', image: 'nowhere:1' }] });
    tick(10);
    deletePod(world, 'web');
    tick();
    expect(podOf(world, 'web').status).toMatchObject({
      phase: 'Failed',
      containerStatuses: [{ state: { type: 'waiting', reason: 'PodInitializing' } }],
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
