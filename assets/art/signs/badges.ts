/**
 * Badges: each has a silhouette, a glyph and a colour of its own, a white ring, and a dark outer
 * ring of 1 px that keeps it apart from grass, paper and night alike.
 */
import type { Badge } from '../names.ts';
import { SIGNAL } from '../palette.ts';
import { circle, path, stroke } from '../kit/svg.ts';

/** A badge's parts. */
export interface BadgeParts {
  /** The outline as path data: unique among badges. */
  readonly shape: string;
  readonly fill: string;
  readonly glyph: string;
}

const white = (d: string, width = 2): string => stroke(d, '#ffffff', width);
const dark = (d: string, width = 2): string => stroke(d, SIGNAL.ink, width);
const round = (r: number): string => `M${-r} 0 a${r} ${r} 0 1 1 ${2 * r} 0 a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

/** All badges. */
export const BADGE_PARTS: Readonly<Record<Badge, BadgeParts>> = {
  /** A pill with three dots: waiting in the queue. */
  pending: {
    shape: 'M-5 -6 H5 a6 6 0 0 1 0 12 H-5 a6 6 0 0 1 0 -12Z',
    fill: SIGNAL.grey,
    glyph: [-5, 0, 5].map((x) => circle([x, 0], 1.7, '#ffffff')).join(''),
  },
  /** A pin on the map: it knows where it will stand. */
  scheduled: {
    shape: 'M0 10.5 C-3 6 -8 3 -8 -2 a8 8 0 0 1 16 0 C8 3 3 6 0 10.5Z',
    fill: SIGNAL.slate,
    glyph: circle([0, -2], 3.3, '#ffffff') + circle([0, -2], 1.2, SIGNAL.slate),
  },
  /** A rounded square, an arrow into a tray: layers arrive. */
  pulling: {
    shape: 'M-5 -8 H5 a3 3 0 0 1 3 3 V5 a3 3 0 0 1 -3 3 H-5 a3 3 0 0 1 -3 -3 V-5 a3 3 0 0 1 3 -3Z',
    fill: SIGNAL.blue,
    glyph: white('M0 -5 V2.6 M-3.8 -1 L0 2.8 L3.8 -1 M-4.5 5.6 H4.5'),
  },
  /** A diamond with a hammer: under construction. */
  starting: {
    shape: 'M0 -9.6 L9.6 0 L0 9.6 L-9.6 0Z',
    fill: SIGNAL.sky,
    glyph: dark('M-3.2 4.2 L1.6 -1.6', 2.2) + dark('M-1 -4.6 L4.4 0', 3),
  },
  /** A hollow ring with a minus: runs, but lets nobody in. */
  notready: {
    shape: round(8),
    fill: SIGNAL.amber,
    glyph: circle([0, 0], 5, SIGNAL.paper) + stroke('M-2.6 0 H2.6', '#6b4500', 2.6),
  },
  /** A flower of six petals with a check: ready. */
  ready: {
    shape: `M0 -8.6 ${Array.from({ length: 8 }, (_, i) => {
      const angle = (Math.PI / 4) * (i + 1) - Math.PI / 2;
      return `A3.6 3.6 0 0 1 ${(Math.cos(angle) * 8.6).toFixed(2)} ${(Math.sin(angle) * 8.6).toFixed(2)}`;
    }).join(' ')}Z`,
    fill: SIGNAL.green,
    glyph: white('M-3.8 .2 L-1 3.2 L4 -3', 2.4),
  },
  /** A shield with a faltering pulse: probes fail. */
  probefail: {
    shape: 'M0 -9.4 L8 -6.8 V0 C8 5 4.4 8 0 10 C-4.4 8 -8 5 -8 0 V-6.8Z',
    fill: '#b8860b',
    glyph: white('M-5.6 .4 H-3 L-1.2 -4 L1.2 4.2 L2.6 .4', 1.9) + white('M5.4 .4 h.1', 2),
  },
  /** An octagon with a loop: crashes again and again. */
  crash: {
    shape: 'M-3.7 -9 H3.7 L9 -3.7 V3.7 L3.7 9 H-3.7 L-9 3.7 V-3.7Z',
    fill: SIGNAL.vermilion,
    glyph: white('M4 -2.4 A4.6 4.6 0 1 0 4.6 1.6') + white('M4.8 -5.2 V-1.6 H1.2'),
  },
  /** A burst with an exclamation mark: out of memory. */
  oom: {
    shape:
      'M0 -11 L2.6 -5.4 8.4 -7.6 6.6 -1.6 11 2 5.4 4.2 4.4 10 0 6.4 -4.4 10 -5.4 4.2 -11 2 -6.6 -1.6 -8.4 -7.6 -2.6 -5.4Z',
    fill: '#b5260f',
    glyph: white('M0 -4 V1', 2.6) + circle([0, 4.2], 1.4, '#ffffff'),
  },
  /** A square with an hourglass: the grace period runs. */
  terminating: {
    shape: 'M-8 -8 H8 V8 H-8Z',
    fill: SIGNAL.grey,
    glyph: white('M-4 -5 H4 M-4 5 H4 M-3.4 -5 L3.4 5 M3.4 -5 L-3.4 5', 1.8),
  },
  /** A triangle with an arrow out: sent away. */
  evicted: {
    shape: 'M0 -9.6 L9.8 7.6 H-9.8Z',
    fill: SIGNAL.purple,
    glyph: white('M-4 3.4 H3.4 M.6 .4 L3.6 3.4 L.6 6.2', 1.9),
  },
  /** A gable with a moon: done, at rest. */
  completed: {
    shape: 'M0 -9.6 L9 -2.6 V8 H-9 V-2.6Z',
    fill: SIGNAL.slate,
    glyph: path('M1.6 -4.6 A5 5 0 1 0 4.8 3.4 A4.4 4.4 0 0 1 1.6 -4.6Z', '#ffffff'),
  },
  /** A cloud with a bolt: the village does not answer. */
  'node-notready': {
    shape: 'M-6 7 a4.4 4.4 0 0 1 -.8 -8.7 a5.8 5.8 0 0 1 10.8 -2.2 a4.9 4.9 0 0 1 2 10.9Z',
    fill: SIGNAL.ink,
    glyph: path('M1.6 -4.6 L-3.4 2 H-.4 L-2 6 L3.6 -.8 H.4Z', '#ffd94a'),
  },
  /** A plank with stripes: nobody new may settle. */
  'node-cordoned': {
    shape: 'M-10.5 -5 H10.5 V5 H-10.5Z',
    fill: SIGNAL.amber,
    glyph: dark('M-8 3.6 L-4 -3.6 M-2 3.6 L2 -3.6 M4 3.6 L8 -3.6', 2.4),
  },
  /** A half dial with its hand in the red: short of memory or disk. */
  'node-pressure': {
    shape: 'M-10 5 a10 10 0 0 1 20 0 v2.4 h-20Z',
    fill: SIGNAL.purple,
    glyph: white('M-5.6 3.6 a6 6 0 0 1 9 -4.6', 1.6) + white('M0 4.6 L4.8 .6', 2.2),
  },
  /** An old picture in its frame, with an hourglass: what is seen there is no longer so. */
  'sight-late': {
    shape: 'M-9.6 -7.6 H9.6 V7.6 H3.2 L0 10.6 L-3.2 7.6 H-9.6Z',
    fill: '#8a6a2c',
    glyph:
      path('M-7 -5.4 H7 V5.4 H-7Z', '#f0dfae') +
      dark('M-3.6 -3.8 H3.6 M-3.6 3.8 H3.6 M-2.8 -3.6 L2.8 3.6 M2.8 -3.6 L-2.8 3.6', 1.7),
  },
  /** An eye, crossed out: nothing is heard or seen. */
  'sight-cut': {
    shape: 'M-10.8 0 Q-5.6 -8.8 0 -8.8 Q5.6 -8.8 10.8 0 Q5.6 8.8 0 8.8 Q-5.6 8.8 -10.8 0Z',
    fill: SIGNAL.purple,
    glyph: circle([0, 0], 3.4, '#ffffff') + white('M-6.6 -5.4 L6.6 5.4', 2.4),
  },
};

/** A badge around (0, 0), about 11 px in radius. */
export function badge(name: Badge): string {
  const { shape, fill, glyph } = BADGE_PARTS[name];
  const ring = (colour: string, width: number): string =>
    path(shape, colour, { stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' });
  return ring(SIGNAL.ink, 5.2) + ring('#ffffff', 3.2) + path(shape, fill) + glyph;
}
