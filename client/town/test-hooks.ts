/** Doors for browser tests into the canvas: only with `?test=1` in the address. */
import { iso } from '../../assets/art/iso.ts';
import { groundOf } from './picking.ts';
import type { TownControl } from './town-control.ts';

export interface TownTestHooks {
  readonly ready: () => boolean;
  /** Where something stands on the page, to click it: `Pod/default/web-1`, `Node/node-1`, `Landmark/dispatch`. */
  readonly screenXY: (reference: string) => { readonly x: number; readonly y: number } | null;
  readonly podScreenXY: (key: string) => { readonly x: number; readonly y: number } | null;
  readonly counters: () => Readonly<Record<string, number>>;
  /** Draws so many frames by hand, and stops the clock of the drawing. Returns what each took, in ms. */
  readonly step: (frames: number) => readonly number[];
  readonly control: TownControl;
}

/** On `window`. */
const NAME = 'townHooks';
const FRAME_MS = 1000 / 60;

export function installTestHooks(control: TownControl): () => void {
  if (!new URLSearchParams(location.search).has('test')) return () => undefined;
  const screenXY = (reference: string) => {
    const ground = control.model && groundOf(control.model, reference);
    const box = control.town?.canvas.getBoundingClientRect();
    if (!ground || !box) return null;
    const at = control.camera.toScreen(...iso(ground.x, ground.y));
    return { x: at.x + box.left, y: at.y + box.top };
  };
  let timeMs = performance.now();
  const hooks: TownTestHooks = {
    ready: () => control.isReady.peek(),
    screenXY,
    podScreenXY: (key) => screenXY(`Pod/${key}`),
    counters: () => ({ ...control.town?.scene.counts(), effort: control.town?.watchdog.level ?? 0 }),
    step: (frames) =>
      Array.from({ length: frames }, () => {
        timeMs += FRAME_MS;
        const before = performance.now();
        control.town?.step(timeMs, FRAME_MS);
        return performance.now() - before;
      }),
    control,
  };
  Object.assign(window, { [NAME]: hooks });
  return () => {
    Reflect.deleteProperty(window, NAME);
  };
}
