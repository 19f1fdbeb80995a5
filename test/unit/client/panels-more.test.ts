import { describe, expect, test } from 'vitest';
import { scalerCurves, trafficCurves } from '../../../client/panels/charts/series.ts';
import { diffImages } from '../../../client/panels/builder/image-diff.ts';
import { flipsOf, pulsePoints } from '../../../client/panels/kubelet/pulse.ts';
import { kubectlDescribe } from '../../../client/panels/objects/kubectl/describe.ts';
import { isRight, NOWHERE } from '../../../client/panels/scheduler/guesses.ts';
import { WORK_LISTS, workItems } from '../../../client/panels/steward/work-lists.ts';
import { History, type Sample } from '../../../client/state/history.ts';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import { explainPod } from '../../../shared/cluster/scheduler/explain.ts';
import {
  act,
  aDeployment,
  aService,
  aSetup,
  aWorld,
  podOf,
  run,
  startedSimulation,
  storedPod,
} from '../../support/builders.ts';

const GIB = 1024 ** 3;

describe('queues of the steward', () => {
  test('PANEL-18 every loop that the steward may switch has its queue, and each names a loop once', () => {
    const { store } = startedSimulation(aSetup());
    const switches = [...store.list('LoopSwitch')].filter(({ seat }) => seat === 'controller-manager');
    expect(switches.length).toBeGreaterThan(8);
    const shown: readonly (string | null)[] = WORK_LISTS.map(({ switchId }) => switchId);
    for (const { key } of switches) expect(shown).toContain(key);
    const loops: readonly string[] = WORK_LISTS.flatMap((list) => list.loops);
    expect(new Set(loops).size).toBe(loops.length);
    const ofSteward = LOOPS.flatMap((loop) => {
      if (loop.type !== 'control') return [];
      return switches.some(({ key }) => loop.switchOf('', store) === key) ? [loop.name] : [];
    });
    expect(loops).toEqual(expect.arrayContaining(ofSteward));
  });

  test('PANEL-18 a machine on order is work until its node is ready', () => {
    const world = aWorld();
    expect(workItems(world, 'provisioning')).toEqual([]);
    expect(act(world, { verb: 'addNode' })).toBeNull();
    expect(workItems(world, 'provisioning')).toMatchObject([{ observed: 'provisioning.observed' }]);
  });
});

describe('curves', () => {
  const sample = (tick: number, served: number, lost: number): Sample => ({
    tick,
    services: { web: { served, lost, budgetLeftPpm: undefined } },
    scalers: { web: { current: 1, desired: 2, metric: tick } },
  });

  test('PANEL-19 rates follow from the totals; where nothing can be said there is a gap', () => {
    const samples = [sample(10, 0, 0), sample(12, 20, 4), sample(13, 20, 4)];
    expect(trafficCurves(samples, 'web', 10)).toEqual([
      [0, 2, 3],
      [null, 10, 0],
      [null, 2, 0],
    ]);
    expect(trafficCurves(samples, 'none', 10)[1]).toEqual([null, null, null]);
    expect(scalerCurves(samples, 'web', 80, 0)).toEqual([
      [10, 12, 13],
      [10, 12, 13],
      [80, 80, 80],
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  test('PANEL-19 what is kept is bounded, and time that goes back takes the later with it', () => {
    const world = aWorld();
    const history = new History();
    for (world.tick = 0; world.tick < 3000; world.tick += 1) history.look(world);
    expect(history.samples.length).toBeLessThanOrEqual(600);
    expect(history.samples.length).toBeGreaterThan(200);
    world.tick = 100;
    history.look(world);
    expect(history.samples.at(-1)?.tick).toBeLessThanOrEqual(100);
  });
});

describe('guesses', () => {
  test('PANEL-20 right is each node of the best score, or that none takes it', () => {
    const world = aWorld({
      nodes: [
        { name: 'large', cpuMilli: 4000, memoryBytes: 8 * GIB },
        { name: 'small', cpuMilli: 1000, memoryBytes: 8 * GIB },
      ],
    });
    storedPod(world, 'web', { cpu: '500m' });
    storedPod(world, 'huge', { cpu: '64' });
    const web = explainPod(world, 'default/web') ?? { nodes: [] };
    expect([isRight(web, 'large'), isRight(web, 'small'), isRight(web, NOWHERE)]).toEqual([true, false, false]);
    const huge = explainPod(world, 'default/huge') ?? { nodes: [] };
    expect([isRight(huge, 'large'), isRight(huge, NOWHERE)]).toEqual([false, true]);
  });
});

describe('pictures', () => {
  test('PANEL-21 two images: shared layers, and those of one alone, which have to travel', () => {
    const layer = (digest: string, bytes: number) => ({ digest, bytes, createdBy: digest });
    const [base, old, fresh] = [layer('a', 5), layer('b', 7), layer('c', 9)];
    expect(diffImages({ layers: [base, old] }, { layers: [base, fresh] })).toEqual({
      shared: [base],
      onlyLeft: [old],
      onlyRight: [fresh],
      travelBytes: 9,
    });
  });

  test('PANEL-22 a pulse beats at each knock: down before the belief turned, up after', () => {
    expect(flipsOf('p', { result: 'Failure' }, 10)).toEqual([{ tick: 10, result: 'Failure' }]);
    const flips = flipsOf('p', { result: 'Success' }, 21);
    expect(flips).toHaveLength(2);
    const points = pulsePoints(flips, { startTick: 9, initialDelaySeconds: 0, periodSeconds: 10 }, 30, 30).split(' ');
    expect(points.filter((point) => point.endsWith(',2'))).toEqual(['10,2', '20,2']);
    expect(points.filter((point) => point.endsWith(',0'))).toEqual(['30,0']);
  });

  test('PANEL-23 an object as kubectl describes it: fields in its order, containers, conditions, events', () => {
    const simulation = run(
      startedSimulation(
        aSetup({ manifests: [aDeployment('web', { replicas: 1, image: 'hut:1.0' }), aService('web')] }),
      ),
      60,
    );
    const { store } = simulation;
    const pod = podOf(store, store.keys('Pod')[0]?.slice('default/'.length) ?? '');
    const lines = kubectlDescribe(store, pod, [...store.list('Event')]).split('\n');
    const names = lines.flatMap((line) => /^([A-Z][\w -]*):/.exec(line)?.[1] ?? []);
    expect(names.slice(0, 5)).toEqual(['Name', 'Namespace', 'Priority', 'Node', 'Start Time']);
    expect(names).toEqual(
      expect.arrayContaining(['Status', 'IP', 'Controlled By', 'Containers', 'Conditions', 'QoS Class', 'Events']),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}State: +Running$/));
    const open = { ...aService('gate'), spec: { ...aService('gate').spec, type: 'NodePort' } };
    act(store, { verb: 'apply', manifest: open } as never);
    const gate = store.get('Service', 'default/gate');
    const fields = gate ? kubectlDescribe(store, gate, []).split('\n') : [];
    expect(fields.flatMap((line) => /^([A-Z][\w ]*):/.exec(line)?.[1] ?? []).slice(-6)).toEqual([
      'Port',
      'TargetPort',
      'NodePort',
      'Endpoints',
      'External Traffic Policy',
      'Events',
    ]);
    for (const kind of ['Node', 'Deployment', 'ReplicaSet', 'Service'] as const) {
      const object = [...store.list(kind)][0];
      if (object) expect(kubectlDescribe(store, object, [])).toMatch(/^Name: /);
    }
  });
});
