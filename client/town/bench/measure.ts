/** Measures what frames of a known town cost on this machine: main-thread time, draw calls, textures, frames a second. */
import { atlasAt } from '../atlas.ts';
import { Camera } from '../camera.ts';
import type { Renderer } from '../renderer.ts';
import { homeBox } from '../model/outline.ts';
import { Town } from '../start-town.ts';
import { EFFORTS } from '../watchdog.ts';
import { must } from '../../../shared/base/assert.ts';
import { benchTown, HOUSES, VISITORS } from './bench-town.ts';

export const CASES = ['ground', 'houses', 'visitors', 'labels', 'map'] as const;
export type Case = (typeof CASES)[number];

export interface Figures {
  readonly what: Case;
  readonly renderer: Renderer;
  readonly medianMs: number;
  /** The least disturbed tenth: what the work itself takes, on a machine that has others. */
  readonly quietMs: number;
  readonly fps: number;
  /** Null: Canvas has none. */
  readonly drawCalls: number | null;
  readonly textures: number;
  readonly objects: number;
  readonly visitors: number;
}

/** The whole town is seen; drawn is what one would see at this zoom: all houses without a word, every word, or tiles. */
const AS_AT_ZOOM: Readonly<Record<Case, number>> = { ground: 0.4, houses: 0.4, visitors: 0.4, labels: 1, map: 0.1 };
const FAR_ZOOM = 0.3;
const FRAME_MS = 1000 / 60;
const WARM_UP = 30;
const FRAMES = 150;
/** So long a crowd needs to fill the streets, in steps of this length. */
const CROWD_STEPS = 600;
const CROWD_STEP_MS = 100;
const SHOWN_MS = 1500;
const READY_MS = 15_000;

const NO_WORDS = {
  landmark: (id: string) => id,
  village: ({ node }: { node: string }) => node,
  heat: ({ node, readyHouses, houses }: { node: string; readyHouses: number; houses: number }) =>
    `${node} ${readyHouses}/${houses}`,
  gate: ({ name }: { name: string }) => name,
  house: () => '',
  loss: (reason: string) => reason,
  board: () => ({ wanted: 'wanted', observed: 'observed' }),
  post: (post: string) => post,
  official: ({ rank }: { rank: string }) => rank,
  vacant: (room: string) => room,
  keeper: ({ key }: { key: string }) => key,
  ledger: (ledger: string) => ledger,
  rush: () => 'rush',
  oldPicture: () => 'old',
  host: ({ host }: { host: string }) => host,
  tenant: ({ name }: { name: string }) => name,
  countdown: (ticks: number) => String(ticks),
};

async function raise(parent: HTMLElement, renderer: Renderer, what: Case): Promise<{ town: Town; camera: Camera }> {
  const model = benchTown(what === 'ground' ? 0 : HOUSES, what === 'visitors' || what === 'labels');
  const camera = new Camera();
  [camera.width, camera.height] = [parent.clientWidth, parent.clientHeight];
  camera.fit(homeBox(model.layout), FAR_ZOOM);
  const effort = { ...must(EFFORTS[0], 'full effort'), detail: AS_AT_ZOOM[what] / camera.zoom };
  const atlas = await atlasAt(1);
  const town = await new Promise<Town>((resolve, reject) => {
    const made: Town = new Town({
      parent,
      renderer,
      camera,
      atlas,
      ratio: 1,
      words: NO_WORDS,
      calm: () => false,
      onReady: () => window.setTimeout(() => resolve(made)),
      now: () => ({ selected: '', tick: 0, isLive: true, effort }),
      onFrame: () => undefined,
      onGiveUp: () => undefined,
    });
    window.setTimeout(() => reject(new Error(`no ${renderer} here`)), READY_MS);
  });
  town.scene.show(model, true);
  return { town, camera };
}

/** Counts the draw calls of a frame and, once asked to, keeps them from the chip: then only our own work is measured. */
class Tap {
  calls = 0;
  isShut = false;

  constructor(gl: WebGLRenderingContext) {
    for (const name of ['drawElements', 'drawArrays'] as const) {
      const draw = gl[name].bind(gl) as (...values: number[]) => void;
      Object.assign(gl, {
        [name]: (...values: number[]) => {
          this.calls += 1;
          if (!this.isShut) draw(...values);
        },
      });
    }
  }
}

function shownFrames(): Promise<number> {
  return new Promise((resolve) => {
    const begin = performance.now();
    let frames = 0;
    const count = (): void => {
      frames += 1;
      const elapsed = performance.now() - begin;
      if (elapsed < SHOWN_MS) requestAnimationFrame(count);
      else resolve((frames * 1000) / elapsed);
    };
    requestAnimationFrame(count);
  });
}

const share = (sorted: readonly number[], of: number): number => sorted[Math.floor(sorted.length * of)] ?? 0;

/** Throws where this renderer is not to be had. */
export async function measure(parent: HTMLElement, renderer: Renderer, what: Case): Promise<Figures> {
  const { town, camera } = await raise(parent, renderer, what);
  try {
    const gl = town.graphics;
    if (renderer === 'webgl' && gl === null) throw new Error('no webgl here');
    const tap = gl && new Tap(gl);
    const fps = await shownFrames();
    let timeMs = performance.now();
    const step = (deltaMs: number): number => {
      timeMs += deltaMs;
      const before = performance.now();
      town.step(timeMs, deltaMs);
      return performance.now() - before;
    };
    if (tap) tap.isShut = true;
    const hasVisitors = what === 'visitors' || what === 'labels';
    const crowdSteps = hasVisitors ? CROWD_STEPS : 0;
    for (let i = 0; i < crowdSteps && town.scene.counts().visitors < VISITORS; i += 1) step(CROWD_STEP_MS);
    const times: number[] = [];
    let drawCalls = 0;
    for (let frame = 0; frame < WARM_UP + FRAMES; frame += 1) {
      camera.panBy(frame % 2 === 0 ? 3 : -3, 0);
      if (tap) tap.calls = 0;
      const took = step(FRAME_MS);
      if (frame < WARM_UP) continue;
      times.push(took);
      drawCalls = Math.max(drawCalls, tap?.calls ?? 0);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const counts = town.scene.counts();
    return {
      what,
      renderer,
      medianMs: share(sorted, 0.5),
      quietMs: share(sorted, 0.1),
      fps,
      drawCalls: tap ? drawCalls : null,
      ...counts,
    };
  } finally {
    town.destroy();
  }
}
