/** Zoom, detail, moods, renderer, effort: the small decisions of the view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Camera } from '../../../client/town/camera.ts';
import { darkness } from '../../../client/town/daylight.ts';
import { insetsFrom } from '../../../client/town/insets.ts';
import { detailAt, showsLabel, signScale, type Detail } from '../../../client/town/lod.ts';
import { layOut } from '../../../client/town/model/layout.ts';
import { landBox } from '../../../client/town/model/outline.ts';
import { lampsOf, sceneryOf } from '../../../client/town/model/scenery.ts';
import { propFrame } from '../../../assets/art/names.ts';
import { houseLabel } from '../../../client/town/model/house-label.ts';
import { moodOf } from '../../../client/town/model/mood.ts';
import { chooseRenderer, pixelRatio } from '../../../client/town/renderer.ts';
import { EFFORTS, Watchdog } from '../../../client/town/watchdog.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { LOSS_REASONS } from '../../../shared/api/world/network.ts';
import { POD_STATES } from '../../../client/state/pod-state.ts';
import { treeKey } from '../../../client/input/town-keys.ts';

describe('level of detail', () => {
  it('TOWN-14 is coarser the farther one is', () => {
    const order: Detail[] = ['map', 'far', 'middle', 'near'];
    const at = [0.06, 0.1, 0.2, 0.4, 0.6, 0.9, 1, 2].map((zoom) => order.indexOf(detailAt(zoom)));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(new Set(at).size).toBe(4);
  });

  it('TOWN-14 labels all near by, the abnormal in the middle, and the selected always', () => {
    expect(showsLabel('near', false, false)).toBe(true);
    expect(showsLabel('middle', false, false)).toBe(false);
    expect(showsLabel('middle', true, false)).toBe(true);
    expect(showsLabel('far', true, false)).toBe(false);
    expect(showsLabel('map', false, true)).toBe(true);
    expect(signScale(0.5) * 0.5).toBeGreaterThan(0.9);
  });
});

describe('moods', () => {
  const state = fc.constantFrom(...POD_STATES);
  it('TOWN-5 never improve by waiting or by falling down once more', () => {
    fc.assert(
      fc.property(state, fc.nat(400), fc.nat(8), fc.nat(200), (of, waitingTicks, restarts, more) => {
        const now = moodOf({ state: of, waitingTicks, restarts });
        expect(moodOf({ state: of, waitingTicks: waitingTicks + more, restarts })).toBeGreaterThanOrEqual(now);
        expect(moodOf({ state: of, waitingTicks, restarts: restarts + 1 })).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('TOWN-5 reach fury only after long waiting or many falls', () => {
    expect(moodOf({ state: 'pending', waitingTicks: 0, restarts: 0 })).toBe(1);
    expect(moodOf({ state: 'pending', waitingTicks: 500, restarts: 0 })).toBe(5);
    expect(moodOf({ state: 'crash', waitingTicks: 5, restarts: 1 })).toBe(2);
    expect(moodOf({ state: 'crash', waitingTicks: 5, restarts: 5 })).toBe(5);
    expect(moodOf({ state: 'ready', waitingTicks: 500, restarts: 0 })).toBe(0);
  });
});

describe('labels', () => {
  it('TOWN-14 leave out the hash of the template, and are never long', () => {
    expect(houseLabel('web-5d4f8c7b9-x7k2p')).toBe('web-x7k2p');
    expect(houseLabel('db')).toBe('db');
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (name) => houseLabel(name).length < 19));
  });
});

describe('who is turned away', () => {
  it('TOWN-12 says each reason in few words, in both languages', () => {
    for (const reason of LOSS_REASONS)
      for (const texts of Object.values(TEXTS)) {
        const said = (texts as Readonly<Record<string, string>>)[`town.loss.${reason}`] ?? '';
        expect(said.length, reason).toBeGreaterThan(0);
        expect(said.length, reason).toBeLessThan(32);
      }
  });
});

describe('renderer and effort', () => {
  it('TOWN-16 takes Canvas without WebGL and for emulated WebGL, and obeys the address', () => {
    expect(chooseRenderer('', { rendererName: null })).toBe('canvas');
    expect(chooseRenderer('', { rendererName: 'ANGLE (Google, Vulkan (SwiftShader Device))' })).toBe('canvas');
    expect(chooseRenderer('', { rendererName: 'llvmpipe (LLVM 15)' })).toBe('canvas');
    expect(chooseRenderer('', { rendererName: 'Mali-G52' })).toBe('webgl');
    expect(chooseRenderer('?r=webgl', { rendererName: null })).toBe('webgl');
    expect(chooseRenderer('?r=canvas', { rendererName: 'Mali-G52' })).toBe('canvas');
    expect(pixelRatio('canvas', 2, 1366 * 768)).toBe(1);
    expect(pixelRatio('canvas', 2, 360 * 740)).toBe(2);
    expect(pixelRatio('webgl', 3, 1920 * 1080)).toBe(2);
  });

  it('TOWN-16 lowers the effort after slow frames, step by step, and stops at the last', () => {
    const watchdog = new Watchdog();
    const run = (intervalMs: number, frames: number) => {
      for (let frame = 0; frame < frames; frame += 1) watchdog.frame(intervalMs);
    };
    run(16, 400);
    expect(watchdog.level).toBe(0);
    run(5000, 400);
    expect(watchdog.level).toBe(0);
    run(80, 80);
    expect(watchdog.level).toBe(1);
    run(80, 2000);
    expect(watchdog.level).toBe(EFFORTS.length - 1);
    const visitors = EFFORTS.map(({ maxVisitors }) => maxVisitors);
    expect(visitors).toEqual([...visitors].sort((a, b) => b - a));
  });
});

describe('effort', () => {
  const run = (watchdog: Watchdog, intervalMs: number, frames: number): void => {
    for (let frame = 0; frame < frames; frame += 1) watchdog.frame(intervalMs);
  };
  /** A judgement takes 90 frames, and 20 pass unjudged after each change. */
  const JUDGED = 110;

  it('TOWN-16 dares more again only after long ease, one step at a time', () => {
    const watchdog = new Watchdog();
    run(watchdog, 80, JUDGED * 2);
    expect(watchdog.level).toBe(2);
    run(watchdog, 33, 90 * 9);
    expect(watchdog.level).toBe(2);
    run(watchdog, 33, 90 * 2);
    expect(watchdog.level).toBe(1);
    run(watchdog, 16, 90 * 12);
    expect(watchdog.level).toBe(0);
  });

  it('TOWN-16 does not dare while some frames are uneasy, and waits twice as long after it dared in vain', () => {
    const watchdog = new Watchdog();
    run(watchdog, 80, JUDGED);
    for (let frame = 0; frame < 90 * 30; frame += 1) watchdog.frame(frame % 20 === 0 ? 45 : 16);
    expect(watchdog.level).toBe(1);
    run(watchdog, 16, 90 * 11);
    expect(watchdog.level).toBe(0);
    while (!watchdog.frame(80)) expect(watchdog.level).toBe(0);
    expect(watchdog.level).toBe(1);
    run(watchdog, 16, 90 * 15);
    expect(watchdog.level).toBe(1);
    run(watchdog, 16, 90 * 8);
    expect(watchdog.level).toBe(0);
  });
});

describe('camera', () => {
  const aCamera = (): Camera => Object.assign(new Camera(), { width: 800, height: 600 });

  it('TOWN-17 keeps the place under the pointer while it zooms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom(0.8, 1.3),
        (x, y, f) => {
          const camera = aCamera();
          const before = camera.toWorld(x, y);
          camera.zoomAt(f, { x, y });
          const after = camera.toScreen(before.x, before.y);
          expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(0.001);
        },
      ),
    );
  });

  it('TOWN-17 fits a box into what the panels leave free', () => {
    const camera = aCamera();
    camera.insets = { top: 50, right: 300, bottom: 100, left: 20 };
    camera.fit({ left: -400, top: -100, right: 400, bottom: 300 }, 1);
    const [topLeft, bottomRight] = [camera.toScreen(-400, -100), camera.toScreen(400, 300)];
    expect(topLeft.x).toBeGreaterThanOrEqual(20 - 0.01);
    expect(topLeft.y).toBeGreaterThanOrEqual(50 - 0.01);
    expect(bottomRight.x).toBeLessThanOrEqual(500.01);
    expect(bottomRight.y).toBeLessThanOrEqual(500.01);
  });

  it('TOWN-17 glides to a place within a moment, and is there at once where motion is unwanted', () => {
    const camera = aCamera();
    camera.goTo(300, 200, true);
    camera.advance(50);
    expect(camera.sees(300, 200, -400)).toBe(true);
    camera.advance(1000);
    expect([camera.x, camera.y]).toEqual([300, 200]);
    camera.goTo(0, 0, false);
    expect([camera.x, camera.y]).toEqual([0, 0]);
  });

  it('TOWN-17 knows which side a card covers, and ignores a sheet over everything', () => {
    const town = { left: 0, top: 0, right: 1000, bottom: 600 };
    const side = { left: 0, top: 0, right: 200, bottom: 600 };
    const panel = { left: 600, top: 0, right: 990, bottom: 590 };
    const feed = { left: 0, top: 500, right: 990, bottom: 600 };
    expect(insetsFrom(town, [side, panel, feed])).toEqual({ left: 200, right: 400, bottom: 100, top: 0 });
    const wide = { left: 150, top: 0, right: 1000, bottom: 300 };
    expect(
      insetsFrom(town, [
        { ...side, right: 400 },
        { ...panel, left: 560 },
      ]),
    ).toMatchObject({ left: 0, right: 0 });
    expect(insetsFrom(town, [wide])).toMatchObject({ top: 300 });
    expect(insetsFrom(town, [{ left: 0, top: 50, right: 1000, bottom: 600 }])).toEqual({
      left: 0,
      right: 0,
      bottom: 0,
      top: 0,
    });
  });
});

describe('a sign beside a panel', () => {
  const size = [200, 80] as const;
  const camera = new Camera();
  Object.assign(camera, { width: 1000, height: 700, x: 500, y: 350, zoom: 0.5 });
  camera.insets = { top: 50, right: 400, bottom: 0, left: 100 };
  const edges = ({ x, y }: { x: number; y: number }) => ({
    left: camera.toScreen(x - size[0] / 2, 0).x,
    right: camera.toScreen(x + size[0] / 2, 0).x,
    top: camera.toScreen(0, y - size[1]).y,
  });

  it('TOWN-30 stands where it should, where nothing covers it', () => {
    const at = { x: 300, y: 400 };
    expect(camera.clearOfPanels(at, ...size)).toEqual(at);
  });

  it('TOWN-30 moves out from under the panel, up to half its width', () => {
    for (const screenX of [570, 120]) {
      const at = camera.toWorld(screenX, 300);
      const clear = camera.clearOfPanels(at, ...size);
      const { left, right } = edges(clear);
      expect(clear.x).not.toBe(at.x);
      expect(left).toBeGreaterThan(100);
      expect(right).toBeLessThan(600);
    }
    const hidden = camera.toWorld(900, 300);
    expect(camera.clearOfPanels(hidden, ...size)).toEqual({ x: hidden.x - size[0] / 2, y: hidden.y });
  });

  it('TOWN-30 moves down from under the head line, up to its height', () => {
    expect(edges(camera.clearOfPanels(camera.toWorld(350, 70), ...size)).top).toBeGreaterThan(50);
  });
});

describe('day and night', () => {
  it('TOWN-31 every lamp that is painted shines at night, and stands where no plot is', () => {
    const layout = layOut(
      [
        { node: 'a', slots: 9 },
        { node: 'b', slots: 30 },
      ],
      2,
    );
    const painted = sceneryOf(layout, landBox(layout)).things.filter(({ frame }) => frame === propFrame('lamp'));
    const places = (lamps: readonly { x: number; y: number }[]) => lamps.map(({ x, y }) => `${x} ${y}`).toSorted();
    expect(places(lampsOf(layout))).toEqual(places(painted));
    expect(painted.length).toBeGreaterThan(8);
    for (const lamp of painted) {
      for (const { x, y, width, depth } of layout.plots)
        expect(lamp.x > x && lamp.x < x + width && lamp.y > y && lamp.y < y + depth).toBe(false);
    }
  });

  it('TOWN-31 begin in the morning, and change without a jump', () => {
    expect(darkness(0)).toBe(0);
    const values = Array.from({ length: 1300 }, (_, tick) => darkness(tick));
    expect(Math.max(...values)).toBe(1);
    values.forEach((value, tick) => expect(Math.abs(value - (values[tick - 1] ?? value))).toBeLessThan(0.03));
  });
});

describe('keys in the mirror', () => {
  const items = [
    { id: 'a', isOpen: true, parent: null },
    { id: 'a1', isOpen: null, parent: 'a' },
    { id: 'b', isOpen: false, parent: null },
  ];
  const [a, a1, b] = items as [(typeof items)[number], (typeof items)[number], (typeof items)[number]];

  it('TOWN-19 move, fold and choose as in every tree', () => {
    expect(treeKey({ key: 'ArrowDown' }, items, a)).toEqual({ type: 'focus', item: a1 });
    expect(treeKey({ key: 'ArrowUp' }, items, b)).toEqual({ type: 'focus', item: a1 });
    expect(treeKey({ key: 'ArrowRight' }, items, b)).toEqual({ type: 'fold', isOpen: true });
    expect(treeKey({ key: 'ArrowLeft' }, items, a)).toEqual({ type: 'fold', isOpen: false });
    expect(treeKey({ key: 'ArrowLeft' }, items, a1)).toEqual({ type: 'focus', item: a });
    expect(treeKey({ key: 'End' }, items, a)).toEqual({ type: 'focus', item: b });
    expect(treeKey({ key: 'Enter' }, items, a)).toEqual({ type: 'choose' });
    expect(treeKey({ key: 'x' }, items, a)).toBeNull();
  });
});
