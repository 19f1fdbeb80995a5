/** Ticks a second, snapshot size and time, of towns of three sizes: at rest and in churn. */
import { performance } from 'node:perf_hooks';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot-message.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import { play, rest, tearDown } from './churn.ts';
import { bytes, figure, heading } from './print.ts';
import { readyPods, settledTown, SIZES, type TownSize } from './town.ts';

const STEADY_TICKS = 400;
const CHURN_TICKS = 120;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measure(size: TownSize): void {
  const { nodes, pods } = size;
  heading(`${nodes} nodes, ${pods.toLocaleString('en')} pods`);
  let settled = { simulation: null as unknown as Simulation, ticks: 0 };
  const settleMs = timed(() => (settled = settledTown(size)));
  const { simulation, ticks } = settled;
  figure(
    'from nothing to all ready',
    `${ticks} ticks`,
    `${Math.round(settleMs)} ms, ${readyPods(simulation)} pods ready`,
  );
  const steadyMs = timed(() => play(simulation, rest, STEADY_TICKS));
  perSecond('steady', STEADY_TICKS, steadyMs);
  let text = '';
  const encodeMs = timed(() => (text = encodeSnapshot(simulation)));
  let packed: Buffer = Buffer.alloc(0);
  const packMs = timed(() => (packed = gzipSync(text, { level: 1 })));
  const openMs = timed(() => decodeSnapshot(gunzipSync(packed).toString('utf8')));
  figure(
    'snapshot',
    bytes(packed.length),
    `${bytes(text.length)} plain; make ${(encodeMs + packMs).toFixed(1)} ms, open ${openMs.toFixed(1)} ms`,
  );
  figure('key-frame of pointers', `${timed(() => void simulation.frame()).toFixed(2)} ms`);
  perSecond(
    'churn, 1 % of the pods torn down each tick',
    CHURN_TICKS,
    timed(() => play(simulation, tearDown, CHURN_TICKS)),
  );
}

function perSecond(what: string, ticks: number, ms: number): void {
  figure(
    what,
    `${Math.round((ticks * 1000) / ms).toLocaleString('en')} ticks/s`,
    `${(ms / ticks).toFixed(3)} ms a tick`,
  );
}

export function benchKernel(): void {
  for (const size of SIZES) measure(size);
}
