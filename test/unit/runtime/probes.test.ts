import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probe as probeSchema, type Probe } from '../../../shared/api/pod.ts';
import type { ProbeWorker } from '../../../shared/api/world/sandbox.ts';
import {
  afterProbe,
  newWorker,
  workerForNewContainer,
  type ProbeOutcome,
  type ProbeType,
} from '../../../shared/cluster/runtime/probe-worker.ts';
import { flipProbe, startProbe, workerAt } from '../../../shared/cluster/runtime/probes.ts';

const aProbe = (changes: object = {}): Probe => probeSchema.parse({ httpGet: { port: 8080 }, ...changes });

function play(type: ProbeType, worker: ProbeWorker, probe: Probe, outcomes: string): ProbeWorker {
  let current = worker;
  for (const letter of outcomes) current = afterProbe(type, current, letter === '+' ? 'Success' : 'Failure', probe);
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

describe('flips', () => {
  test('PROBE-3 readiness passes at the first probe after the program answers', () => {
    const probe = aProbe({ initialDelaySeconds: 5, periodSeconds: 10 });
    expect(startProbe('Readiness', probe, null, { startedTick: 100, healthyTick: 106 })).toMatchObject({
      passing: false,
      flipTick: 115,
      failTick: 105,
    });
  });

  test('PROBE-3 liveness fails when a program starts for longer than the probe has patience', () => {
    const probe = aProbe({ periodSeconds: 5 });
    expect(startProbe('Liveness', probe, null, { startedTick: 0, healthyTick: 12 }).flipTick).toBe(11);
    expect(startProbe('Liveness', probe, null, { startedTick: 0, healthyTick: 11 }).flipTick).toBeNull();
  });

  test('PROBE-4 a port where nothing listens never answers', () => {
    const state = startProbe('Readiness', aProbe(), null, { startedTick: 0, healthyTick: null });
    expect(state).toMatchObject({ passing: false, flipTick: null, failTick: 1 });
  });

  const settings = fc.record({
    initialDelaySeconds: fc.nat(12),
    periodSeconds: fc.integer({ min: 1, max: 7 }),
    successThreshold: fc.integer({ min: 1, max: 4 }),
    failureThreshold: fc.integer({ min: 1, max: 4 }),
    healthyTick: fc.option(fc.nat(60)),
    type: fc.constantFrom<ProbeType>('Readiness', 'Liveness'),
    before: fc.string({ unit: fc.constantFrom('+', '-'), maxLength: 6 }),
  });

  test('PROBE-5 the kept flips agree with stepping every probe', () => {
    fc.assert(
      fc.property(settings, ({ healthyTick, type, before, ...changes }) => {
        const probe = aProbe(changes);
        const run = { startedTick: 0, healthyTick };
        const begin = play(type, newWorker(type), probe, before);
        let worker = workerForNewContainer(type, begin);
        let state = startProbe(type, probe, begin, run);
        for (let tick = 0; tick < 120; tick += 1) {
          const sinceFirst = tick - Math.max(1, probe.initialDelaySeconds);
          if (sinceFirst >= 0 && sinceFirst % probe.periodSeconds === 0) {
            const outcome: ProbeOutcome = healthyTick !== null && tick >= healthyTick ? 'Success' : 'Failure';
            worker = afterProbe(type, worker, outcome, probe);
          }
          if (state.flipTick === tick) state = flipProbe(type, state, probe, run, tick);
          expect(state.passing, `tick ${tick}`).toBe(worker.result === 'Success');
          expect(workerAt(type, state.worker, probe, run, tick + 1).result).toBe(worker.result);
        }
      }),
    );
  });
});
