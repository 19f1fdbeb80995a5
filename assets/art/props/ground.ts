/** What lies on the ground: the yard of a pod, an empty slot, the ring of a selection, light. */
import { SLOT_HALF } from '../iso.ts';
import { around, box, corners, floor } from '../kit/solids.ts';
import { ellipse, element, polygon } from '../kit/svg.ts';
import { GROUND, SIGNAL } from '../palette.ts';

/** The walled yard of a pod: low walls on all sides, a gap and two gateposts in front. */
export function yard(): string {
  const [half, high] = [2.3, 0.3];
  const wall = '#d6cdb9';
  const side = (x0: number, y0: number, x1: number, y1: number): string => box({ x0, y0, x1, y1 }, 0, high, wall);
  const gatepost = (x: number): string => box(around(0.13, 0.13, x, half), 0, 0.5, '#c4573a');
  const walk = floor({ x0: -0.45, y0: 1.2, x1: 0.45, y1: half + 0.1 }, 0.01, GROUND.road);
  return (
    floor(around(half, half), 0, GROUND.slot) +
    floor(around(half - 0.1, half - 0.1), 0, '#d3e2b6') +
    walk +
    side(-half, -half, half, -half + 0.14) +
    side(-half, -half, -half + 0.14, half) +
    side(half - 0.14, -half, half, half) +
    side(-half, half - 0.14, -0.55, half) +
    side(0.55, half - 0.14, half, half) +
    gatepost(-0.55) +
    gatepost(0.55)
  );
}

export const slot = (): string =>
  polygon(corners(around(SLOT_HALF, SLOT_HALF)), GROUND.slot, {
    stroke: GROUND.slotEdge,
    'stroke-width': 1.6,
    'stroke-dasharray': '5 4',
  });

/** A ring of paint on the ground around what is selected. */
export const ring = (): string => {
  const outline = corners(around(2.5, 2.5));
  return (
    polygon(outline, 'none', { stroke: SIGNAL.ink, 'stroke-width': 6, 'stroke-linejoin': 'round' }) +
    polygon(outline, 'none', { stroke: '#ffffff', 'stroke-width': 3.4, 'stroke-linejoin': 'round' })
  );
};

/** Soft warm light on the ground before a lit house at night. */
export const glow = (): string => {
  const stops = [
    [0, 0.75],
    [0.5, 0.32],
    [1, 0],
  ].map(([offset, opacity]) =>
    element('stop', { offset: offset as number, 'stop-color': '#ffd977', 'stop-opacity': opacity as number }),
  );
  return (
    element('defs', {}, element('radialGradient', { id: 'glow' }, stops.join(''))) +
    ellipse([0, 0], 46, 23, 'url(#glow)')
  );
};
