/** Signs of trouble: storm, flame, cut cable. */
import { circle, ellipse, path, rectangle, stroke } from '../kit/svg.ts';

/** A storm over a village that does not answer. */
export const storm = (): string => {
  const puff = (x: number, y: number, r: number, fill: string): string => circle([x, y], r, fill);
  const dark = '#4f5966';
  const rain = Array.from({ length: 9 }, (_, i) =>
    stroke(`M${-64 + i * 16} ${-26 + (i % 3) * 8} l-6 20`, '#3f8fc9', 3.2),
  );
  return (
    rain.join('') +
    puff(-50, -60, 28, dark) +
    puff(-16, -76, 34, dark) +
    puff(26, -70, 32, dark) +
    puff(56, -58, 26, dark) +
    rectangle(-76, -62, 156, 28, dark, { rx: 14 }) +
    puff(-22, -84, 22, '#7b8695') +
    puff(20, -80, 19, '#7b8695') +
    puff(-50, -66, 17, '#6b7684') +
    path('M8 -40 L-8 -8 H4 L-6 24 L22 -16 H8 L20 -40Z', '#f7c92b', {
      stroke: '#6b4a00',
      'stroke-width': 2,
      'stroke-linejoin': 'round',
    })
  );
};

export const flame = (): string =>
  path(
    'M0 0 C-16 0 -18 -14 -10 -22 C-9 -16 -5 -16 -5 -20 C-6 -30 2 -36 4 -42 C6 -32 16 -26 15 -13 C14 -4 8 0 0 0Z',
    '#d55e00',
  ) +
  path(
    'M0 -1 C-11 -1 -13 -11 -7 -17 C-5 -12 -2 -13 -1 -18 C3 -23 4 -26 4 -31 C10 -24 12 -16 11 -10 C10 -4 6 -1 0 -1Z',
    '#f39a2b',
  ) +
  path('M0 -1 C-6 -1 -7 -7 -4 -11 C-2 -8 0 -9 1 -13 C5 -10 6 -6 5 -4 C4 -2 3 -1 0 -1Z', '#ffe08a');

/** A pole whose cable is torn, with sparks. */
export const cutCable = (): string => {
  const pole = (x: number): string =>
    stroke(`M${x} 0 V-46`, '#5a4028', 4.4) +
    stroke(`M${x - 0.6} 0 V-46`, '#8a6432', 2.6) +
    stroke(`M${x - 7} -42 h14`, '#5a4028', 3);
  const spark = (x: number, y: number): string =>
    path(`M${x} ${y - 6} l1.8 4.2 4.2 1.8 -4.2 1.8 -1.8 4.2 -1.8 -4.2 -4.2 -1.8 4.2 -1.8z`, '#ffd94a', {
      stroke: '#b5260f',
      'stroke-width': 0.8,
    });
  return (
    ellipse([-30, 0], 7, 3, '#1b2a1b', { opacity: 0.2 }) +
    ellipse([30, 0], 7, 3, '#1b2a1b', { opacity: 0.2 }) +
    pole(-30) +
    pole(30) +
    stroke('M-34 -43 q8 14 18 16 q5 2 6 9', '#1f2933', 2) +
    stroke('M34 -43 q-9 16 -18 17 q-4 2 -5 11', '#1f2933', 2) +
    spark(-9, -16) +
    spark(12, -12) +
    stroke('M-4 -30 l8 8 m0 -8 l-8 8', '#ffffff', 5) +
    stroke('M-4 -30 l8 8 m0 -8 l-8 8', '#b5260f', 2.8)
  );
};
