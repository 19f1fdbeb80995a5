import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probe as probeSchema, type Probe } from '../../../shared/api/container.ts';
import type { ProbeWorker } from '../../../shared/api/world/sandbox.ts';
import {
  doProbe,
  newWorker,
  workerForNewContainer,
  type ProbeFrame,
  type ProbeType,
} from '../../../shared/cluster/runtime/probe-worker.ts';
import { flipProbe, startProbe, workerAt } from '../../../shared/cluster/runtime/probes.ts';

const aProbe = (changes: object = {}): Probe => probeSchema.parse({ httpGet: { port: 8080 }, ...changes });

const FRAME: ProbeFrame = {
  podIsOver: false,
  podDeleting: false,
  container: 'running',
  willRestart: true,
  delayIsOver: true,
  started: true,
  outcome: 'Success',
};

const step = (type: ProbeType, worker: ProbeWorker, probe: Probe, changes: Partial<ProbeFrame>) =>
  doProbe(type, worker, { ...FRAME, started: type !== 'Startup', ...changes }, probe);

function play(type: ProbeType, worker: ProbeWorker, probe: Probe, outcomes: string): ProbeWorker {
  let current = worker;
  for (const letter of outcomes)
    current = step(type, current, probe, { outcome: letter === '+' ? 'Success' : 'Failure' }).worker;
  return current;
}

describe('worker', () => {
  const probe = aProbe({ successThreshold: 2 });

  test('PROBE-1 flips only after its threshold of equal outcomes in a row', () => {
    const begin = newWorker('Readiness');
    expect(play('Readiness', begin, probe, '+').result).toBe('Failure');
    expect(play('Readiness', begin, probe, '++').result).toBe('Success');
    expect(play('Readiness', begin, probe, '++--+--').result).toBe('Success');
    expect(play('Readiness', begin, probe, '++---').result).toBe('Failure');
  });

  test('PROBE-2 a failed liveness holds until there is a new container', () => {
    const failed = play('Liveness', newWorker('Liveness'), aProbe(), '---+++');
    expect(failed).toMatchObject({ result: 'Failure', onHold: true });
    expect(workerForNewContainer('Liveness', failed)).toMatchObject({ result: 'Success', onHold: false });
  });

  test('PROBE-2 the count survives a restart of the container', () => {
    const restarted = workerForNewContainer('Readiness', play('Readiness', newWorker('Readiness'), probe, '+++'));
    expect(restarted.result).toBe('Failure');
    expect(play('Readiness', restarted, probe, '+').result).toBe('Success');
  });
});

describe('what a worker knows without asking', () => {
  const probe = aProbe({ failureThreshold: 1 });
  const turn = (type: ProbeType, changes: Partial<ProbeFrame>) => step(type, newWorker(type), probe, changes);

  test('PROBE-7 readiness and liveness wait until the container has started, startup asks until then', () => {
    const failing = { outcome: 'Failure' } as const;
    expect(turn('Liveness', { ...failing, started: false }).worker.result).toBe('Success');
    expect(turn('Startup', { ...failing, started: true }).worker.result).toBe('Unknown');
    expect(turn('Startup', { ...failing, started: false }).worker).toMatchObject({ result: 'Failure', onHold: true });
    expect(turn('Readiness', { started: false }).worker.result).toBe('Failure');
  });

  test('PROBE-8 a container that does not run fails; the worker leaves with one that never runs again', () => {
    const ended = { container: 'terminated', willRestart: false } as const;
    expect(turn('Liveness', ended)).toMatchObject({ worker: { result: 'Failure' }, keepProbing: false });
    expect(turn('Liveness', { ...ended, willRestart: true }).keepProbing).toBe(true);
    expect(turn('Liveness', { container: 'absent' }).worker.result).toBe('Success');
    expect(turn('Readiness', { podIsOver: true }).keepProbing).toBe(false);
  });

  test('PROBE-9 a pod that is taken down is asked for its readiness only', () => {
    const failing = { podDeleting: true, outcome: 'Failure' } as const;
    expect(turn('Liveness', failing)).toMatchObject({ worker: { result: 'Success' }, keepProbing: false });
    expect(turn('Startup', failing)).toMatchObject({ worker: { result: 'Success' }, keepProbing: false });
    expect(turn('Readiness', failing)).toMatchObject({ worker: { result: 'Failure' }, keepProbing: true });
  });

  test('PROBE-10 a probe that fails itself says nothing', () => {
    const before = play('Readiness', newWorker('Readiness'), probe, '+');
    expect(step('Readiness', before, probe, { outcome: 'Error' }).worker).toEqual(before);
  });
});

describe('flips', () => {
  test('PROBE-3 readiness passes at the first probe after the program answers', () => {
    const probe = aProbe({ initialDelaySeconds: 5, periodSeconds: 10 });
    expect(startProbe('Readiness', probe, null, { beganTick: 100, startedTick: 100, healthyTick: 106 })).toMatchObject({
      result: 'Failure',
      flipTick: 115,
      failTick: 105,
    });
  });

  test('PROBE-3 liveness fails when a program starts for longer than the probe has patience', () => {
    const probe = aProbe({ periodSeconds: 5 });
    expect(startProbe('Liveness', probe, null, { beganTick: 0, startedTick: 0, healthyTick: 12 }).flipTick).toBe(11);
    expect(startProbe('Liveness', probe, null, { beganTick: 0, startedTick: 0, healthyTick: 11 }).flipTick).toBeNull();
  });

  test('PROBE-4 a port where nothing listens never answers', () => {
    const state = startProbe('Readiness', aProbe(), null, { beganTick: 0, startedTick: 0, healthyTick: null });
    expect(state).toMatchObject({ result: 'Failure', flipTick: null, failTick: 1 });
  });

  const settings = fc.record({
    initialDelaySeconds: fc.nat(12),
    periodSeconds: fc.integer({ min: 1, max: 7 }),
    successThreshold: fc.integer({ min: 1, max: 4 }),
    failureThreshold: fc.integer({ min: 1, max: 4 }),
    healthyTick: fc.option(fc.nat(60)),
    startedTick: fc.option(fc.nat(40)),
    type: fc.constantFrom<ProbeType>('Readiness', 'Liveness', 'Startup'),
    before: fc.string({ unit: fc.constantFrom('+', '-'), maxLength: 6 }),
  });

  test('PROBE-5 the kept flips agree with stepping every probe', () => {
    fc.assert(
      fc.property(settings, ({ healthyTick, startedTick, type, before, ...changes }) => {
        const probe = aProbe(changes);
        const run = { beganTick: 0, healthyTick, startedTick };
        const begin = play(type, newWorker(type), probe, before);
        let worker = workerForNewContainer(type, begin);
        let state = startProbe(type, probe, begin, run);
        for (let tick = 0; tick < 120; tick += 1) {
          const sinceFirst = tick - Math.max(1, probe.initialDelaySeconds);
          if (sinceFirst >= 0 && sinceFirst % probe.periodSeconds === 0) {
            const outcome = healthyTick !== null && tick >= healthyTick ? 'Success' : 'Failure';
            const started = type !== 'Startup' && startedTick !== null && tick > startedTick;
            worker = step(type, worker, probe, { outcome, started }).worker;
          }
          if (state.flipTick === tick) state = flipProbe(type, state, probe, run, tick);
          expect(state.result, `tick ${tick}`).toBe(worker.result);
          expect(workerAt(type, state.worker, probe, run, tick + 1).result).toBe(worker.result);
        }
      }),
    );
  });
});
