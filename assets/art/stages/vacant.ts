/** A place without a house: one that waits, one that is staked out, one that was cleared. */
import { iso, SLOT_HALF, type Point3 } from '../iso.ts';
import type { House } from '../houses/house.ts';
import { around, box, corners, floor, wire } from '../kit/solids.ts';
import { at, group, polygon, rectangle, stroke } from '../kit/svg.ts';
import { disc } from '../kit/round.ts';
import { fitted } from './wireframe.ts';

const HALF = SLOT_HALF - 0.35;

/** A plan on a sheet of blue paper with a wooden rod; the drawing is centred on it. */
const paperPlan = (drawing: string): string =>
  rectangle(-29, -48, 58, 48, '#1f5f99', { rx: 2, stroke: '#ffffff', 'stroke-width': 1.6 }) +
  rectangle(-32, -52, 64, 6.4, '#f7efdc', { rx: 3.2, stroke: '#a58f63', 'stroke-width': 1 }) +
  at([0, -23], drawing);

/** Waiting for a place: only the plan on an easel, over a dashed outline of nowhere. */
export function pending(house: House): string {
  const dashed = polygon(corners(around(HALF, HALF)), '#5f6670', {
    'fill-opacity': 0.14,
    stroke: '#4c535c',
    'stroke-width': 2,
    'stroke-dasharray': '6 5',
  });
  const easel = stroke('M-16 6 L-8 -30 M16 6 L8 -30 M0 -4 L0 -30', '#7a5230', 2.8);
  return (
    dashed +
    disc(0, 0.1, 0, 1, '#1b2a1b', 0.16) +
    easel +
    at([0, -12], paperPlan(fitted(house, 46, 38, '#eaf5ff', 1.2)))
  );
}

const PLAN_ICON = stroke('M-13 12 V-2 L0 -14 L13 -2 V12Z M-4 12 V3 H4 V12', '#eaf5ff', 2.6);

/** A place is chosen: pegs, string, bare soil, and the plan on a stake. Nothing has been carried yet. */
export function scheduled(): string {
  const peg = (x: number, y: number): string =>
    wire(
      [
        [x, y, 0],
        [x, y, 0.5],
      ],
      '#7a5230',
      3,
    ) +
    wire(
      [
        [x, y, 0.4],
        [x, y, 0.5],
      ],
      '#f2b632',
      3.2,
    );
  const string: Point3[] = [
    [-HALF, -HALF, 0.34],
    [HALF, -HALF, 0.34],
    [HALF, HALF, 0.34],
    [-HALF, HALF, 0.34],
    [-HALF, -HALF, 0.34],
  ];
  const outline = corners(around(1.15, 1.15));
  return (
    floor(around(HALF, HALF), 0, '#c9b98a') +
    polygon(outline, '#b9a572', { stroke: '#fffdf7', 'stroke-width': 1.8 }) +
    peg(-HALF, -HALF) +
    wire(string, '#fffdf7', 1.5) +
    peg(HALF, -HALF) +
    peg(-HALF, HALF) +
    peg(HALF, HALF) +
    rectangle(-1.6, -14, 3.2, 15, '#7a5230') +
    at([0, -9], paperPlan(PLAN_ICON), 0.74)
  );
}

/** What is left after an eviction: the bare foundation, stumps, and a notice that points away. */
export function evicted(): string {
  const stump = (x: number, y: number): string => box(around(0.1, 0.1, x, y), 0.1, 0.4, '#8a7c69');
  const crack = (points: readonly Point3[]): string => wire(points, '#6f6455', 1.3);
  const notice = group(
    {},
    rectangle(-1.6, -22, 3.2, 22, '#6b4a2c'),
    rectangle(-17, -40, 34, 20, '#fff8e6', { rx: 2, stroke: '#6b4a2c', 'stroke-width': 1.8 }),
    stroke('M-9 -30 h16 m-5.6 -5.6 l5.6 5.6 l-5.6 5.6', '#8f4a86', 3.2),
  );
  return (
    box(around(1.6, 1.6), 0, 0.1, '#a79a86') +
    floor(around(1.3, 1.3), 0.1, '#8e8271') +
    crack([
      [-0.9, -0.4, 0.1],
      [-0.2, 0.1, 0.1],
      [-0.1, 0.8, 0.1],
    ]) +
    crack([
      [0.3, -0.9, 0.1],
      [0.7, -0.3, 0.1],
    ]) +
    stump(-1, -1) +
    stump(1, -1) +
    stump(-1, 1) +
    stump(1, 0) +
    stump(1, 1) +
    at(iso(-0.15, 0.55, 0.1), notice)
  );
}
