/** Faces of visitors and villages, from delighted to furious. The outline changes with the mood. */
import type { Mood } from '../names.ts';
import { SIGNAL } from '../palette.ts';
import { circle, path, stroke } from '../kit/svg.ts';

interface Face {
  readonly shape: string;
  readonly fill: string;
  readonly features: string;
}

const ink = SIGNAL.ink;
const eyes = (y: number, r = 1.3): string => circle([-3, y], r, ink) + circle([3, y], r, ink);
const line = (d: string, width = 1.6): string => stroke(d, ink, width);
const spikes = (count: number, outer: number, inner: number): string =>
  `M${Array.from({ length: count * 2 }, (_, i) => {
    const angle = (Math.PI * i) / count - Math.PI / 2;
    const r = i % 2 === 0 ? outer : inner;
    return `${(Math.cos(angle) * r).toFixed(2)} ${(Math.sin(angle) * r).toFixed(2)}`;
  }).join(' L')}Z`;

const FACES: readonly Face[] = [
  /** Delighted: a flower, eyes closed in a smile, mouth open. */
  {
    shape: spikes(10, 10.4, 8.6),
    fill: '#57c28f',
    features:
      line('M-4.8 -1.6 q1.8 -2.6 3.4 0 M1.4 -1.6 q1.8 -2.6 3.4 0') +
      path('M-4.4 1.6 H4.4 a4.4 4.4 0 0 1 -8.8 0Z', ink) +
      path('M-2.4 5 a3 3 0 0 1 4.8 0 a4.4 4.4 0 0 1 -4.8 0Z', '#f2777a'),
  },
  /** Content: a circle with a smile. */
  {
    shape: 'M-9 0 a9 9 0 1 1 18 0 a9 9 0 1 1 -18 0Z',
    fill: '#9ad06a',
    features: eyes(-2) + line('M-4 2.4 q4 4.4 8 0'),
  },
  /** Waiting: a rounded square, a straight mouth. */
  {
    shape:
      'M-4 -8.6 H4 a4.6 4.6 0 0 1 4.6 4.6 V4 A4.6 4.6 0 0 1 4 8.6 H-4 A4.6 4.6 0 0 1 -8.6 4 V-4 A4.6 4.6 0 0 1 -4 -8.6Z',
    fill: '#f3d766',
    features: eyes(-1.8) + line('M-3.4 3.6 H3.4'),
  },
  /** Uneasy: a drop, the mouth turned down, a bead of sweat. */
  {
    shape: 'M0 -10.6 C3 -7.4 8.8 -4 8.8 1.2 a8.8 8.4 0 0 1 -17.6 0 C-8.8 -4 -3 -7.4 0 -10.6Z',
    fill: '#f4b25c',
    features: eyes(-0.4) + line('M-3.6 5.4 q3.6 -3 7.2 0') + path('M6 -6.4 q2.4 3 0 4.4 q-2.4 -1.4 0 -4.4Z', '#56b4e9'),
  },
  /** Annoyed: an octagon, brows drawn together. */
  {
    shape: 'M-3.8 -9.2 H3.8 L9.2 -3.8 V3.8 L3.8 9.2 H-3.8 L-9.2 3.8 V-3.8Z',
    fill: '#ee8a45',
    features: eyes(-0.6) + line('M-5.4 -5 L-1.6 -3.2 M5.4 -5 L1.6 -3.2') + line('M-4 5 q4 -4 8 0', 1.8),
  },
  /** Furious: spikes all round, teeth clenched. */
  {
    shape: spikes(9, 11.4, 7.4),
    fill: '#d6452b',
    features:
      line('M-5.4 -4.4 L-1.2 -1.8 M5.4 -4.4 L1.2 -1.8', 2) +
      circle([-3, -0.2], 1.2, ink) +
      circle([3, -0.2], 1.2, ink) +
      path('M-4 3 H4 V6 H-4Z', '#ffffff', { stroke: ink, 'stroke-width': 1.1 }) +
      line('M-1.4 3 V6 M1.4 3 V6', 0.9),
  },
];

/** A face around (0, 0), about 10 px in radius. */
export function mood(step: Mood): string {
  const { shape, fill, features } = FACES[step] as Face;
  const ring = (colour: string, width: number): string =>
    path(shape, colour, { stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' });
  return ring(ink, 3.4) + ring('#ffffff', 1.6) + path(shape, fill) + features;
}
