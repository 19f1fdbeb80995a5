// The art: every style in every state, no text, sizes within limits, badges that differ by shape.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFrames,
  BADGE_PARTS,
  BADGES,
  groundAt,
  HOUSE_BADGES,
  HOST_VARIANTS,
  HOUSE_STYLES,
  houseFrame,
  iso,
  mood,
  MOODS,
  PLOT_VARIANTS,
  plotSvg,
  pullingState,
  STATES,
  toSvg,
} from '../../assets/art/index.ts';
import { pack } from '../../assets/build/pack.ts';
import { shorten } from '../../assets/art/shorthand.ts';
import { buildPage, LIMIT, type AtlasPage } from '../../assets/build/page.ts';

/** As a browser without brotli fetches it. */
const MOST_BYTES = 70_000;

const frames = new Map(allFrames());
const svgs = [...frames].map(([name, picture]) => [name, toSvg(picture)] as const);

describe('frames', () => {
  it('show every style in every state', () => {
    const missing = HOUSE_STYLES.flatMap((style) => STATES.map((state) => houseFrame(style, state))).filter(
      (name) => !frames.has(name),
    );
    expect(missing).toEqual([]);
    expect(HOUSE_STYLES.length * STATES.length).toBe(140);
  });

  it('have unique names', () => {
    expect(frames.size).toBe(allFrames().length);
  });

  it('contain no text, no pictures from elsewhere and no broken numbers', () => {
    const plots = [...PLOT_VARIANTS, ...HOST_VARIANTS].map((variant) => [variant, plotSvg(variant).svg] as const);
    const bad = [...svgs, ...plots].filter(([, svg]) =>
      /<(text|tspan|image|foreignObject)|NaN|undefined|Infinity/.test(svg),
    );
    expect(bad.map(([name]) => name)).toEqual([]);
  });

  it('make the ten styles differ in each state that shows a house', () => {
    for (const state of [
      'pending',
      'pulling-2',
      'starting',
      'ready',
      'notready',
      'crash',
      'oom',
      'completed',
    ] as const) {
      const bodies = new Set(HOUSE_STYLES.map((style) => frames.get(houseFrame(style, state))?.body));
      expect(bodies.size, state).toBe(HOUSE_STYLES.length);
    }
  });

  it('make the fourteen states differ in each style', () => {
    for (const style of HOUSE_STYLES) {
      expect(new Set(STATES.map((state) => frames.get(houseFrame(style, state))?.body)).size, style).toBe(
        STATES.length,
      );
    }
  });
});

describe('badges and moods', () => {
  it('each have a shape of their own', () => {
    expect(new Set(BADGES.map((name) => BADGE_PARTS[name].shape)).size).toBe(BADGES.length);
    expect(new Set(BADGES.map((name) => BADGE_PARTS[name].glyph)).size).toBe(BADGES.length);
  });

  it('exist for every state', () => {
    const named = STATES.map((state) => state.replace(/-\d$/, ''));
    expect(new Set(named)).toEqual(new Set(HOUSE_BADGES));
  });

  it('give each mood another outline', () => {
    const outlines = MOODS.map((step) => /<path d="([^"]+)"/.exec(mood(step))?.[1]);
    expect(new Set(outlines).size).toBe(MOODS.length);
  });
});

describe('names and geometry', () => {
  it('show pulled layers in thirds, and the last picture only when all are there', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((done) => pullingState(done, 6))).toEqual([
      'pulling-1',
      'pulling-1',
      'pulling-2',
      'pulling-2',
      'pulling-2',
      'pulling-2',
      'pulling-3',
    ]);
    expect(pullingState(0, 0)).toBe('pulling-1');
  });

  it('find the ground place under a projected point', () => {
    const place = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const [gx, gy] = groundAt(...iso(x, y));
        expect(gx).toBeCloseTo(x, 6);
        expect(gy).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe('the packer', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 200 }) });

  it('lets nothing overlap, keeps the padding and stays on the page', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 4 }), (sizes, padding) => {
        const page = pack(sizes, 2048, padding);
        expect(page.placed).toHaveLength(sizes.length);
        expect(Math.max(page.width, page.height)).toBeLessThanOrEqual(2048);
        for (const [i, a] of page.placed.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(padding);
          expect(a.y).toBeGreaterThanOrEqual(padding);
          expect(a.x + a.item.width + padding).toBeLessThanOrEqual(page.width);
          expect(a.y + a.item.height + padding).toBeLessThanOrEqual(page.height);
          for (const b of page.placed.slice(i + 1)) {
            const apart =
              a.x + a.item.width + padding <= b.x ||
              b.x + b.item.width + padding <= a.x ||
              a.y + a.item.height + padding <= b.y ||
              b.y + b.item.height + padding <= a.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('refuses what does not fit', () => {
    expect(() => pack([{ width: 300, height: 10 }], 256, 2)).toThrow(/do not fit/);
  });
});

describe('the atlas', () => {
  let page: Promise<AtlasPage> | undefined;
  const build = (): Promise<AtlasPage> => (page ??= buildPage('town.svg'));

  it('stays within its side and its bytes', { timeout: 60_000 }, async () => {
    const { svg, json } = await build();
    expect(Math.max(json.meta.size.w, json.meta.size.h)).toBeLessThanOrEqual(LIMIT);
    expect(gzipSync(JSON.stringify(shorten(svg)), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('holds every frame, none of them cut off by its box', { timeout: 60_000 }, async () => {
    const { json } = await build();
    expect(Object.keys(json.frames).toSorted()).toEqual([...frames.keys()].toSorted());
    const cut = Object.entries(json.frames).filter(([, { spriteSourceSize: s, sourceSize }]) => {
      return s.x === 0 || s.y === 0 || s.x + s.w === sourceSize.w || s.y + s.h === sourceSize.h;
    });
    expect(cut.map(([frame]) => frame)).toEqual([]);
  });

  it('is the same each time', { timeout: 60_000 }, async () => {
    expect(await buildPage('town.svg')).toEqual(await build());
  });
});
