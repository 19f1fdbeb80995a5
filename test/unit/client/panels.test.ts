import { describe, expect, test } from 'vitest';
import { moodOf } from '../../../client/game/mood-of.ts';
import { latestEvents } from '../../../client/game/event-list.ts';
import { firstTab, tabOfSelection, tabsFor } from '../../../client/game/tab-list.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { manifestsOf, type DeployForm } from '../../../client/panels/builder/deploy-manifest.ts';
import { readManifests } from '../../../client/panels/builder/read-manifests.ts';
import { whyNot } from '../../../client/panels/desk.ts';
import { plannedVerbs } from '../../../client/panels/planned.ts';
import { runnerOf } from '../../../client/panels/runner.ts';
import { queueRows } from '../../../client/panels/scheduler/queue-order.ts';
import { WORK_LISTS, workItems } from '../../../client/panels/steward/work-lists.ts';
import { isSinking, isStuckNow } from '../../../client/panels/teacher/stuck.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { POD_STATES, shownState } from '../../../client/state/pod-state.ts';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import { VERBS } from '../../../shared/cluster/verbs/table.ts';
import type { Identity } from '../../../client/connection/connection.ts';
import {
  act,
  aDeployment,
  aService,
  aSetup,
  aWorld,
  join,
  playVerb,
  podOf,
  run,
  startedSimulation,
  storedPod,
} from '../../support/builders.ts';

const PLAYER = 'player0001';
const me: Identity = { as: 'player', player: PLAYER, nickname: 'me' };
const teacher: Identity = { as: 'teacher', player: '', nickname: '' };
const wall: Identity = { as: 'projector', player: '', nickname: '' };

/** A town whose seats are all played by this player, with one order for three houses. */
function byHand() {
  const simulation = startedSimulation(
    aSetup({ startMode: 'hand', manifests: [aDeployment('web', { replicas: 3, image: 'hut:1.0' }), aService('web')] }),
  );
  join(simulation, ['scheduler', 'controller-manager', 'kubelet/node-1', 'kubelet/node-2', 'kubelet/node-3'], PLAYER);
  return run(simulation, 1);
}

describe('work lists', () => {
  test('PANEL-1 doing what is planned, list by list, until nothing is planned, brings the town to what is wanted', () => {
    const simulation = byHand();
    for (let round = 0; round < 60; round += 1) {
      for (const loop of LOOPS) {
        if (loop.type !== 'control') continue;
        for (const { verbs } of plannedVerbs(simulation.store, loop.name)) {
          for (const verb of verbs) playVerb(simulation, PLAYER, verb);
        }
      }
      run(simulation, 1);
    }
    const { store } = simulation;
    expect(store.get('Deployment', 'default/web')?.status.readyReplicas).toBe(3);
    for (const { id } of WORK_LISTS) expect(workItems(store, id).flatMap(({ verbs }) => verbs)).toEqual([]);
    for (const pod of store.list('Pod')) expect(shownState(store, pod)).toEqual({ state: 'ready', word: 'Running' });
  });

  test('PANEL-2 every loop that a work list names exists', () => {
    const names = LOOPS.filter(({ type }) => type === 'control').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(WORK_LISTS.flatMap(({ loops }) => loops)));
    expect(names).toContain('kubelet');
    expect(plannedVerbs(aWorld(), 'no-such-loop')).toEqual([]);
  });

  test('PANEL-3 wanted and observed stand side by side before the repair', () => {
    const [item] = workItems(byHand().store, 'deployment');
    expect(item).toMatchObject({ key: 'default/web', observed: 'deployment.noSet' });
    expect(item?.verbs).toEqual([{ verb: 'createReplicaSet', deployment: 'default/web' }]);
  });
});

describe('seats', () => {
  test('PANEL-4 the first panel is that of the seat; who has none builds', () => {
    const { store } = byHand();
    expect(firstTab(store, me)).toBe('steward');
    expect(firstTab(store, { ...me, player: 'player0002' })).toBe('builder');
    expect(firstTab(store, teacher)).toBe('teacher');
    expect(tabsFor(me)).not.toContain('teacher');
    expect(tabsFor(teacher)).toContain('teacher');
    expect(tabOfSelection({ kind: 'Landmark', key: 'dispatch' })).toBe('scheduler');
    expect(tabOfSelection({ kind: 'Pod', key: 'default/web' })).toBeNull();
  });

  test('PANEL-5 a verb that the viewer may not ask for comes with its reason', () => {
    const { store } = byHand();
    const bind = { verb: 'bind', pod: 'default/web', node: 'node-1' } as const;
    const reboot = { verb: 'reboot', node: 'node-1' } as const;
    expect(whyNot(store, me, bind)).toBeNull();
    expect(whyNot(store, me, reboot)).toBeNull();
    expect(whyNot(store, teacher, reboot)).toBeNull();
    expect(whyNot(store, { ...me, player: 'player0002' }, bind)?.key).toBe('roleMayNot');
    expect(whyNot(store, wall, bind)?.key).toBe('watching');
  });

  test('PANEL-6 who runs a loop: a hand, or the autopilot, and why', () => {
    const simulation = byHand();
    const { store } = simulation;
    expect(runnerOf(store, 'scheduler')).toEqual({ by: 'hand', player: PLAYER });
    simulation.apply(['e', { type: 'playerConnection', player: PLAYER, connected: false }]);
    expect(runnerOf(store, 'scheduler')).toEqual({ by: 'auto', because: 'away', player: PLAYER });
    expect(runnerOf(startedSimulation(aSetup({ startMode: 'hand' })).store, 'scheduler')).toEqual({
      by: 'auto',
      because: 'empty',
    });
    expect(runnerOf(aWorld({ startMode: 'auto' }), 'scheduler')).toEqual({ by: 'auto', because: 'chosen' });
  });
});

describe('lists', () => {
  test('PANEL-7 the queue shows who can be tried now before who waits', () => {
    const world = aWorld({ startMode: 'hand' });
    for (const name of ['a', 'b', 'c']) storedPod(world, name);
    const entry = { kind: 'QueuedPod', uid: 'u', attempts: 1, errors: 0, message: '' } as const;
    world.tick = 20;
    world.put({ ...entry, key: 'default/a', state: 'unschedulable', sinceTick: 1, untilTick: 300 });
    world.put({ ...entry, key: 'default/b', state: 'backoff', sinceTick: 18, untilTick: 22 });
    world.put({ ...entry, key: 'default/c', state: 'active', sinceTick: 19, untilTick: null });
    expect(queueRows(world).map(({ key, waitTicks }) => [key, waitTicks])).toEqual([
      ['default/c', null],
      ['default/b', 2],
      ['default/a', 280],
    ]);
  });

  test('PANEL-8 events: the newest first, warnings alone when asked', () => {
    const world = aWorld({ nodes: [{ name: 'node-1', cpuMilli: 1000 }] });
    storedPod(world, 'small', { cpu: '100m' });
    storedPod(world, 'huge', { cpu: '64' });
    act(world, { verb: 'reportUnschedulable', pod: 'default/huge' });
    act(world, { verb: 'bind', pod: 'default/small', node: 'node-1' });
    expect(latestEvents(world, 9, false).map(({ reason }) => reason)).toEqual(['Scheduled', 'FailedScheduling']);
    expect(latestEvents(world, 9, true).map(({ reason }) => reason)).toEqual(['FailedScheduling']);
    expect(latestEvents(world, 1, false)).toHaveLength(1);
  });

  test('PANEL-9 a pod without a node waits; bound, it has a plot', () => {
    const world = aWorld();
    storedPod(world, 'web');
    expect(shownState(world, podOf(world, 'web')).state).toBe('pending');
    act(world, { verb: 'bind', pod: 'default/web', node: 'node-1' });
    expect(shownState(world, podOf(world, 'web')).state).toBe('scheduled');
  });

  test.each([
    ['Error', ''],
    ['StartError', ''],
    ['OOMKilled', ''],
    ['Error', 'DeadlineExceeded'],
  ])('PANEL-9 one that failed with %s and the reason "%s" bears the word of kubectl get pods', (ended, reason) => {
    const world = aWorld();
    storedPod(world, 'web');
    const pod = podOf(world, 'web');
    const state = {
      type: 'terminated',
      reason: ended,
      exitCode: 1,
      message: '',
      startedTick: 1,
      finishedTick: 1,
    } as const;
    const counts = { ready: false, started: false, restartCount: 0 };
    const containerStatuses = [{ name: 'web', image: 'web', imageId: '', ...counts, state, lastState: null }];
    const failed: Pod = { ...pod, status: { ...pod.status, phase: 'Failed', reason, containerStatuses } };
    expect(shownState(world, failed).word).toBe(reason === '' ? ended : reason);
  });
});

describe('builder', () => {
  const form: DeployForm = {
    name: 'tea',
    image: 'hut:1.0',
    replicas: 2,
    cpuMilli: 250,
    memoryMib: 64,
    port: 8080,
    configMap: 'menu',
    hasProbe: true,
  };

  test('PANEL-10 the short form makes a Deployment and a Service that the API server takes', () => {
    const manifests = manifestsOf(form);
    if ('problems' in manifests) throw new Error('the form is right');
    const world = aWorld();
    for (const manifest of manifests) expect(act(world, { verb: 'apply', manifest })).toBeNull();
    expect(world.get('Deployment', 'default/tea')?.spec.replicas).toBe(2);
    expect(manifestsOf({ ...form, name: 'No Name' })).toHaveProperty('problems');
  });

  test('PANEL-11 YAML: several documents, each problem at its line', () => {
    const good = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: menu\ndata:\n  TEA: longjing\n';
    expect(readManifests(`${good}---\n${good}`).manifests).toHaveLength(2);
    const wrong = readManifests(`${good}---\n${good.replace('name: menu', 'name: No Name')}`);
    expect(wrong.manifests).toHaveLength(1);
    expect(wrong.problems).toMatchObject([{ line: 11 }]);
    expect(readManifests('a: [1').problems.length).toBeGreaterThan(0);
    expect(readManifests('')).toEqual({ manifests: [], problems: [] });
  });
});

describe('class', () => {
  test('PANEL-12 a team needs help when it sinks for a while, or when an outage lasts', () => {
    const falling = Array.from({ length: 8 }, (_, index) => ({ time: index, uptimePpm: 900_000 - index }));
    expect(isSinking(falling)).toBe(true);
    expect(isSinking(falling.slice(0, 4))).toBe(false);
    expect(isSinking(falling.toReversed())).toBe(false);
    expect(isSinking(falling.map(({ time }) => ({ time, uptimePpm: undefined })))).toBe(false);
    expect(isStuckNow(aWorld())).toBe(false);
  });

  test('PANEL-13 visitors lose their patience in steps', () => {
    expect([moodOf(0, 0), moodOf(10, 0), moodOf(99, 1), moodOf(90, 10), moodOf(50, 50), moodOf(0, 10)]).toEqual([
      1, 0, 2, 3, 4, 5,
    ]);
  });
});

describe('words', () => {
  const keys = Object.keys(TEXTS.en);

  test.each(Object.keys(VERBS))('PANEL-14 the verb %s has a sentence and a short name', (verb) => {
    expect(keys).toContain(`verb.${verb}`);
    expect(keys).toContain(`verbName.${verb}`);
  });

  test.each(LOOPS.map(({ name }) => name))('PANEL-16 the loop %s has a name', (loop) => {
    expect(keys).toContain(`loop.${loop}`);
  });

  test.each(POD_STATES)('PANEL-15 the state %s has a word', (state) => {
    expect(keys).toContain(`state.${state}`);
  });
});
