/** Ledger vault (etcd): three strongrooms around one ledger. Each keeper's state is a frame of its own, and so is the ledger's. */
import type { LedgerState, MemberState } from '../names.ts';
import { iso } from '../iso.ts';
import { mix, recolour } from '../kit/colour.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { cylinder, disc, rim } from '../kit/round.ts';
import { at, circle, element, group, path, rectangle, stroke } from '../kit/svg.ts';
import { LIGHT, SIGNAL } from '../palette.ts';
import { MEMBER_PLACES, LEDGER_PLACE } from '../vault-places.ts';

const TOP = 1.55;

/** A strongroom with a wheel on its door. */
function room(): string {
  const [wx, wy] = rim(0, 0, 0.75, 0.82, 0.5);
  return (
    cylinder(0, 0, 0.82, 0.1, 1.45, '#aeb4ba') +
    disc(0, 0, 1.45, 0.92, '#8c939a') +
    cylinder(0, 0, 0.92, 1.4, TOP, '#8c939a') +
    disc(0, 0, TOP, 0.92, '#c8cdd2') +
    disc(0, 0, TOP, 0.7, '#b4babf') +
    circle([wx, wy], 7.4, '#5f6670') +
    circle([wx, wy], 5.4, '#79818a', { stroke: '#d5d9dd', 'stroke-width': 1.2 }) +
    stroke(`M${wx} ${wy - 4} v8 M${wx - 4} ${wy} h8`, '#d5d9dd', 1.3)
  );
}

const lamp = (isLit: boolean): string =>
  stroke('M0 0 v-6', '#5f6670', 2) +
  circle([0, -8], 4, isLit ? LIGHT.glass : '#4a4f57', { stroke: '#1f2933', 'stroke-width': 1.3 });

const pennant =
  stroke('M0 0 V-24', '#4a4f57', 2.2) +
  path('M0 -25 h17 l-4.6 5 4.6 5 h-17z', SIGNAL.green, { stroke: '#ffffff', 'stroke-width': 1.2 });

/** A plate that hangs over the room. */
const plate = (fill: string, glyph: string): string =>
  circle([0, -15], 10.4, SIGNAL.ink) +
  circle([0, -15], 9.2, '#ffffff') +
  circle([0, -15], 7.8, fill) +
  at([0, -15], glyph);

const MARKS: Readonly<Record<MemberState, string>> = {
  leader: lamp(true) + pennant,
  follower: lamp(true),
  /** Two arrows forward: it reads what it missed. */
  behind:
    lamp(true) + at([0, -4], plate(SIGNAL.blue, stroke('M-4.6 -3 L-1.4 0 L-4.6 3 M.6 -3 L3.8 0 L.6 3', '#ffffff', 2))),
  starting: plate('#b87400', stroke('M-3 -4.4 H3 M-3 4.4 H3 M-2.6 -4.4 L2.6 4.4 M2.6 -4.4 L-2.6 4.4', '#ffffff', 1.7)),
  /** A road with a gap. */
  cut: plate(SIGNAL.purple, stroke('M-5.4 0 H-2 M2 0 H5.4 M-1.6 -3.6 L1.6 3.6', '#ffffff', 2.2)),
  /** A snail. */
  slow:
    lamp(true) +
    at(
      [0, -4],
      plate(
        '#b87400',
        circle([1, -0.6], 3.2, 'none', { stroke: '#ffffff', 'stroke-width': 1.9 }) +
          stroke('M-5.4 3.4 H4.6 M-5 3 v-4', '#ffffff', 1.9),
      ),
    ),
  down: plate('#b5260f', stroke('M-3.6 -3.6 l7.2 7.2 m0 -7.2 l-7.2 7.2', '#ffffff', 2.6)),
};

const UNLIT: ReadonlySet<MemberState> = new Set(['starting', 'cut', 'down']);

function member(state: MemberState): string {
  const drawn = UNLIT.has(state)
    ? recolour(room(), (hex) => mix(hex, '#3a4152', state === 'starting' ? 0.2 : 0.45))
    : room();
  return drawn + at(iso(0, 0, TOP), MARKS[state]);
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

/** Written to its edges, and loose leaves beside it. */
const fullLedger =
  group(
    { transform: 'translate(-17 12) rotate(-16)' },
    rectangle(-8, -5, 16, 10, '#fff8e6', { stroke: '#7a4526', 'stroke-width': 1.2 }),
  ) +
  group(
    { transform: 'translate(19 11) rotate(20)' },
    rectangle(-8, -5, 16, 10, '#fff8e6', { stroke: '#7a4526', 'stroke-width': 1.2 }),
  ) +
  openLedger +
  stroke('M-18 2 q8 -2.4 14 1 M18 2 q-8 -2.4 -14 1 M-18 -8 q8 -2 14 1 M18 -8 q-8 -2 -14 1', '#7a4526', 1.4) +
  at(
    [0, -19],
    path('M0 -9 L10 8 H-10Z', '#b5260f', { stroke: '#ffffff', 'stroke-width': 2, 'stroke-linejoin': 'round' }) +
      stroke('M0 -2.4 V2.4', '#ffffff', 2.4) +
      circle([0, 5.6], 1.3, '#ffffff'),
  );

/** An arrow back around the book. */
const restoredLedger =
  closedLedger +
  at(
    [0, -20],
    stroke('M6.4 2.6 A7 7 0 1 1 5 -5.6', '#ffffff', 5.4) +
      stroke('M6.4 2.6 A7 7 0 1 1 5 -5.6', SIGNAL.blue, 3) +
      path('M2 -8.6 L9 -8 L6.4 -1.6Z', SIGNAL.blue, { stroke: '#ffffff', 'stroke-width': 1 }),
  );

const LEDGERS: Readonly<Record<LedgerState, string>> = {
  open: openLedger,
  shut: closedLedger,
  full: fullLedger,
  restoring: restoredLedger,
};

const desk = (state: LedgerState): string =>
  cylinder(0, 0, 0.42, 0.1, 0.75, '#8a6432') +
  disc(0, 0, 0.75, 0.55, '#a97d43') +
  at(iso(0, 0, 1), LEDGERS[state], 1.15);

const ground = (): string =>
  element('g', {}, disc(0.35, 0.25, 0, 2.75, '#1b2a1b', 0.16)) +
  disc(0, 0, 0, 2.65, '#a9aeb3') +
  disc(0, 0, 0.1, 2.55, '#c8c4ba') +
  disc(0, 0, 0.1, 1.9, '#d8d4ca');

/** The whole vault as one picture, for panels: as it is when all is well, and without anybody. */
export function vault(isUp: boolean): string {
  const states: readonly MemberState[] = isUp ? ['leader', 'follower', 'follower'] : ['down', 'down', 'down'];
  const rooms = MEMBER_PLACES.map(([x, y], index) => at(iso(x, y), member(states[index] ?? 'down')));
  return ground() + rooms.join('') + at(iso(...LEDGER_PLACE), desk(isUp ? 'open' : 'shut'));
}

const BOX = reach(40, 84, 40, 30);

export const vaultGround = (): Picture => picture(reach(90, 60, 90, 60), ground());
export const memberPicture = (state: MemberState): Picture => picture(BOX, member(state));
export const ledgerPicture = (state: LedgerState): Picture => picture(BOX, desk(state));
