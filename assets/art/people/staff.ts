/** Who works in the town hall: one leads, the others stand by; one is on the way; and an empty place with a sign. */
import type { Facing, Room, Rank } from '../names.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { circle, ellipse, group, path, rectangle, stroke } from '../kit/svg.ts';
import { mix, recolour } from '../kit/colour.ts';
import { person, type Look } from './person.ts';

const LOOKS: Readonly<Record<Room, Look>> = {
  /** A clerk at the counter (API server): green eye-shade, white shirt. */
  hall: { skin: '#e2b083', hair: '#3a2a20', top: '#eef2f4', bottom: '#2c5f86', hat: 'cap', size: 1.15 },
  /** The dispatcher (scheduler): red jacket, station cap. */
  dispatch: { skin: '#8a5a3a', hair: '#1f1712', top: '#b5442f', bottom: '#3d464e', hat: 'official', size: 1.18 },
  /** The steward (controller manager): green coat to the ground. */
  lodge: {
    skin: '#f0c8a0',
    hair: '#6b6b6b',
    top: '#4d7a45',
    bottom: '#39603a',
    hat: 'official',
    skirt: true,
    size: 1.18,
  },
};

/** What the one at work holds: a stamp, a flag, a list. */
const TOOLS: Readonly<Record<Room, string>> = {
  hall: stroke('M5 -9 v4', '#8a6432', 2.6) + rectangle(2.4, -5.4, 5.4, 3.4, '#7a3528', { rx: 0.8 }),
  dispatch: stroke('M8 -26 V-6', '#6b4a2c', 1.8) + path('M8 -27 l11 3.4 -11 3.6z', '#009e73'),
  lodge:
    rectangle(1.6, -16, 8, 10.5, '#fff8e6', { rx: 1, stroke: '#7a5230', 'stroke-width': 1 }) +
    stroke('M3.4 -13.4 h4.4 M3.4 -10.8 h4.4 M3.4 -8.2 h2.6', '#009e73', 1),
};

const crown = group(
  { transform: 'translate(0 -37)' },
  path('M-7 3.4 L-8.4 -5 L-3.6 -1.4 L0 -7.4 L3.6 -1.4 L8.4 -5 L7 3.4z', '#f2b632', {
    stroke: '#1f2933',
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  }),
  circle([0, 0.4], 1.5, '#b5260f'),
);

/** Three letters of sleep, as circles that rise: no text inside pictures. */
const drowse =
  circle([8, -29], 1.6, '#5f6670') + circle([12, -33], 2.3, '#5f6670') + circle([17.4, -38.4], 3.2, '#5f6670');

const stool = (tilt: number): string =>
  ellipse([0, 0], 9, 4, '#1b2a1b', { opacity: 0.2 }) +
  group(
    { transform: `rotate(${tilt} 0 -2)` },
    stroke('M-5 -1 L-3 -10 M5 -1 L3 -10 M0 1 V-9', '#6b4a2c', 2.2),
    ellipse([0, -11], 7.4, 3.4, '#a97d43', { stroke: '#6b4a2c', 'stroke-width': 1.2 }),
  );

const hourglass = group(
  { transform: 'translate(0 -38)' },
  path('M-5.6 -7 H5.6 L1.4 0 L5.6 7 H-5.6 L-1.4 0Z', '#fffdf7', {
    stroke: '#1f2933',
    'stroke-width': 1.6,
    'stroke-linejoin': 'round',
  }),
  path('M-3.4 6 H3.4 L0 1.6Z', '#e69f00'),
  stroke('M-7 -7.6 H7 M-7 7.6 H7', '#1f2933', 2.2),
);

const cross = group(
  { transform: 'translate(0 -20)' },
  stroke('M-6 -6 l12 12 m0 -12 l-12 12', '#ffffff', 6),
  stroke('M-6 -6 l12 12 m0 -12 l-12 12', '#b5260f', 3.4),
);

const still = (facing: Facing, carries: string) => ({ facing, step: 'still', carries }) as const;

const RANKS: Readonly<Record<Rank, (room: Room) => string>> = {
  works: (room) => person(LOOKS[room], still('right', TOOLS[room])),
  leads: (room) => person(LOOKS[room], still('right', TOOLS[room])) + crown,
  /** Seated, pale and drowsy: ready to take over, and deciding nothing. */
  standby: (room) =>
    stool(0) +
    group(
      { transform: 'translate(0 -5)' },
      recolour(person({ ...LOOKS[room], hat: 'none' }, still('left', '')), (hex) => mix(hex, '#cfd6cf', 0.42)),
    ) +
    drowse,
  starting: (room) =>
    recolour(person({ ...LOOKS[room], hat: 'none' }, still('right', '')), (hex) => mix(hex, '#cfd6cf', 0.25)) +
    hourglass,
  down: () => stool(64) + cross,
};

const BOX = reach(26, 56, 30, 14);

export const staffPicture = (room: Room, rank: Rank): Picture => picture(BOX, RANKS[rank](room));
