/** The town's outline in world pixels: what a first look should hold, and how far the land around it reaches. */
import { iso } from '../../../assets/art/iso.ts';
import { LANDMARKS } from '../../../assets/art/names.ts';
import type { Box, Point } from '../camera.ts';
import type { Sign } from '../framing.ts';
import type { Layout, Place } from './layout.ts';
import { signPlace } from './places.ts';

/** A building's body beside and above its ground point. */
const BODY = { half: 78, high: 136, low: 50 } as const;
const GATE_BODY = { half: 52, high: 104, low: 10 } as const;
/** Of the town's own box, on each side. */
const NEAR_LAND = { beside: 0.08, above: 0.1 } as const;
const FAR_LAND = { beside: 1.1, above: 2.1 } as const;

function bodyPoints({ x, y }: Place, { half, high, low }: typeof BODY | typeof GATE_BODY): readonly Point[] {
  const [px, py] = iso(x, y);
  return [
    { x: px - half, y: py - high },
    { x: px + half, y: py - high },
    { x: px - half, y: py + low },
    { x: px + half, y: py + low },
  ];
}

/** All that must be on screen for the whole town to be. */
export function townPoints({ plots, hosts, landmarks, gates }: Layout): readonly Point[] {
  const edges = [...plots, ...hosts].flatMap(({ x, y, width, depth }) => {
    const [right, front] = [x + width, y + depth + 3.4];
    const places = [
      [x, y],
      [right, y],
      [right, front],
      [x - 1, front],
      [x + width / 2, front],
      [right, y + depth / 2],
      [x, y + depth / 2],
    ] as const;
    return places.map(([px, py]): Point => {
      const [wx, wy] = iso(px, py);
      return { x: wx, y: wy };
    });
  });
  return [
    ...edges,
    ...LANDMARKS.flatMap((id) => bodyPoints(landmarks[id], BODY)),
    ...gates.flatMap((gate) => bodyPoints(gate, GATE_BODY)),
  ];
}

/** On the screen, at every zoom (`signScale`): a village's sign is as wide as its name is long; a gate's tells of its visitors. */
const SIGN = { perLetter: 4.2, padding: 8, halfHeight: 12 } as const;
const GATE_SIGN = { halfWidth: 62, halfHeight: 9, high: 80 } as const;

/** What hangs beyond the outline. */
export function townSigns({ plots, hosts, gates }: Layout): readonly Sign[] {
  return [
    ...[...plots, ...hosts].map((plot) => {
      const { x, y } = signPlace(plot);
      const [px, py] = iso(x, y);
      const halfWidth = SIGN.padding + SIGN.perLetter * plot.node.length;
      return { x: px, y: py, halfWidth, halfHeight: SIGN.halfHeight };
    }),
    ...gates.map(({ x, y }) => {
      const [px, py] = iso(x, y);
      const { halfWidth, halfHeight, high } = GATE_SIGN;
      return { x: px, y: py - high, halfWidth, halfHeight };
    }),
  ];
}

export function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export const homeBox = (layout: Layout): Box => boxAround(townPoints(layout));

function wider({ left, right, top, bottom }: Box, { beside, above }: typeof NEAR_LAND | typeof FAR_LAND): Box {
  const [x, y] = [(right - left) * beside, (bottom - top) * above];
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

/** The town and its edge, drawn fine; and as far as there is land to look at, drawn coarse. */
export const nearBox = (layout: Layout): Box => wider(homeBox(layout), NEAR_LAND);
export const landBox = (layout: Layout): Box => wider(homeBox(layout), FAR_LAND);
