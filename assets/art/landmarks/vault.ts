/** Ledger vault (etcd): three strongrooms around one open ledger; the ledger shuts without quorum. */
import { iso } from '../iso.ts';
import { cylinder, disc, rim } from '../kit/round.ts';
import { at, circle, element, path, rectangle, stroke } from '../kit/svg.ts';
import { recolour, mix } from '../kit/colour.ts';
import { LIGHT } from '../palette.ts';

const PLACES: readonly (readonly [number, number])[] = [
  [-1.2, -1.2],
  [-1.1, 0.95],
  [0.95, -1.1],
];

/** One member: a strongroom with a wheel on its door and a lamp on top. */
function member(x: number, y: number, alive: boolean): string {
  const [wx, wy] = rim(x, y, 0.75, 0.82, 0.5);
  const wheel =
    circle([wx, wy], 7.4, '#5f6670') +
    circle([wx, wy], 5.4, '#79818a', { stroke: '#d5d9dd', 'stroke-width': 1.2 }) +
    stroke(`M${wx} ${wy - 4} v8 M${wx - 4} ${wy} h8`, '#d5d9dd', 1.3);
  const room =
    cylinder(x, y, 0.82, 0.1, 1.45, '#aeb4ba') +
    disc(x, y, 1.45, 0.92, '#8c939a') +
    cylinder(x, y, 0.92, 1.4, 1.55, '#8c939a') +
    disc(x, y, 1.55, 0.92, '#c8cdd2') +
    disc(x, y, 1.55, 0.7, '#b4babf') +
    wheel;
  const [lx, ly] = iso(x, y, 1.6);
  const lamp =
    stroke(`M${lx} ${ly} v-7`, '#5f6670', 2) +
    circle([lx, ly - 9], 3.8, alive ? LIGHT.glass : '#4a4f57', { stroke: '#1f2933', 'stroke-width': 1.2 });
  const crossed = alive
    ? ''
    : stroke(`M${wx - 7} ${wy - 7} l14 14 m0 -14 l-14 14`, '#ffffff', 5) +
      stroke(`M${wx - 7} ${wy - 7} l14 14 m0 -14 l-14 14`, '#b5260f', 2.8);
  return (alive ? room : recolour(room, (hex) => mix(hex, '#3a4152', 0.45))) + lamp + crossed;
}

const openLedger =
  path('M0 -6 q-9 -8 -21 -3.4 v15 q12 -4.6 21 3.4 q9 -8 21 -3.4 v-15 q-12 -4.6 -21 3.4z', '#fff8e6', {
    stroke: '#7a4526',
    'stroke-width': 1.8,
  }) +
  stroke(
    'M0 -6 v15 M-16.5 -5 q7 -2 12 1.2 M-16.5 -.6 q7 -2 12 1.2 M-16.5 3.6 q7 -2 12 1.2 M16.5 -5 q-7 -2 -12 1.2 M16.5 -.6 q-7 -2 -12 1.2',
    '#7a4526',
    1.1,
  );

const closedLedger =
  path('M-17 -7 L2 -12 L19 -3 L0 6Z', '#7a3528') +
  path('M-17 -7 L0 6 V12 L-17 -1Z', '#5d271d') +
  path('M0 6 L19 -3 V3 L0 12Z', '#f2e6cc') +
  rectangle(-5, -6, 10, 8.6, '#d9a53a', { rx: 1.6, stroke: '#6b4a2c', 'stroke-width': 1 }) +
  stroke('M-3 -6 v-2.6 a3 3 0 0 1 6 0 v2.6', '#6b4a2c', 1.8);

/** The vault with so many of its three members alive. */
export function vault(alive: number): string {
  const quorum = alive >= 2;
  const ground =
    element('g', {}, disc(0.35, 0.25, 0, 2.75, '#1b2a1b', 0.16)) +
    disc(0, 0, 0, 2.65, '#a9aeb3') +
    disc(0, 0, 0.1, 2.55, '#c8c4ba') +
    disc(0, 0, 0.1, 1.9, '#d8d4ca');
  const desk =
    cylinder(0.85, 0.85, 0.42, 0.1, 0.75, '#8a6432') +
    disc(0.85, 0.85, 0.75, 0.55, '#a97d43') +
    at(iso(0.85, 0.85, 1), quorum ? openLedger : closedLedger, 1.15);
  const [a, b, c] = PLACES as [readonly [number, number], readonly [number, number], readonly [number, number]];
  return ground + member(...a, alive >= 1) + member(...b, alive >= 2) + member(...c, alive >= 3) + desk;
}
