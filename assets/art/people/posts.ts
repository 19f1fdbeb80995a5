/** People with a post: each carries the thing of the work. */
import type { Facing, Post } from '../names.ts';
import { SIGNAL } from '../palette.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { circle, group, path, rectangle, stroke } from '../kit/svg.ts';
import { person, type Look } from './person.ts';

const scroll =
  rectangle(2, -15, 7, 9, '#fff8e6', { rx: 1, stroke: '#8a6432', 'stroke-width': 0.9 }) +
  stroke('M3.8 -12.6 h3.6 M3.8 -10.4 h3.6 M3.8 -8.2 h2.2', SIGNAL.blue, 0.9);

const keys =
  stroke('M5 -9 v3', '#8a6432', 1) +
  circle([5, -4.6], 2, 'none', { stroke: '#d9a53a', 'stroke-width': 1.3 }) +
  stroke('M5 -2.8 v3.4 M5 -.4 h1.8', '#d9a53a', 1.3);

const staff = stroke('M8.4 -23 V0', '#6b4a2c', 2) + path('M8.4 -24 l5.6 2.4 -5.6 2.6z', SIGNAL.blue);

const lampOnPole =
  stroke('M8 -27 V0', '#5a4028', 1.8) + circle([8, -28.4], 3.4, '#ffe9a8', { stroke: '#8a6432', 'stroke-width': 1.2 });

const book =
  path('M1 -14.6 q4 -1.6 5 .4 q1.6 -2 5.4 -.4 v6.4 q-3.8 -1.4 -5.4 .4 q-1 -1.8 -5 -.4z', '#fff8e6', {
    stroke: '#7a4526',
    'stroke-width': 0.9,
  }) + stroke('M9.4 -12 L13.4 -19.6', '#d8dde2', 1.6);

const wand =
  stroke('M4 -11 L11 -19', '#6b4a2c', 1.8) +
  path('M12 -24 l1.3 3 3 1.3 -3 1.3 -1.3 3 -1.3 -3 -3 -1.3 3 -1.3z', '#ffd94a');

const spanner =
  stroke('M5 -9.4 L10 -17', '#7d8794', 2.6) + path('M8 -19.4 a3.4 3.4 0 1 1 4.6 2 l-1.6 -2.2z', '#7d8794');

const POSTS: Readonly<Record<Post, { look: Look; carries: string }>> = {
  /** Village head (kubelet): robe, staff with a pennant. */
  head: {
    look: {
      skin: '#e2b083',
      hair: '#8d8d8d',
      top: '#2f6f62',
      bottom: '#24584d',
      hat: 'official',
      skirt: true,
      size: 1.12,
    },
    carries: staff,
  },
  /** Doorman (kube-proxy): uniform, helmet, lamp. */
  doorman: {
    look: { skin: '#f0c8a0', hair: '#3a2a20', top: '#34558b', bottom: '#27364f', hat: 'helmet', size: 1.08 },
    carries: lampOnPole,
  },
  /** Chronicler (Fluentd): purple gown, book and quill. */
  chronicler: {
    look: { skin: '#8a5a3a', hair: '#e5e1d8', top: '#6b4b8a', bottom: '#553a70', hat: 'bun', skirt: true, size: 1.05 },
    carries: book,
  },
  /** Keeper of the registry: apron, keys. */
  keeper: {
    look: { skin: '#d9a273', hair: '#5b3a22', top: '#8a6432', bottom: '#5a4028', hat: 'cap', size: 1.08 },
    carries: keys,
  },
  /** The witch of the copy spell: pointed hat, wand. */
  witch: {
    look: {
      skin: '#cfd8a8',
      hair: '#6a5a8a',
      top: '#4b3672',
      bottom: '#3a2a58',
      hat: 'witch',
      skirt: true,
      size: 1.12,
    },
    carries: wand,
  },
  /** Repair crew: hard hat, spanner. */
  repair: {
    look: { skin: '#6b4630', hair: '#1f1712', top: '#e07a1f', bottom: '#3d464e', hat: 'hard', size: 1.08 },
    carries: spanner,
  },
};

const BOX = reach(26, 52, 26, 12);

/** A person at the post. */
export const postPicture = (post: Post): Picture =>
  picture(BOX, person(POSTS[post].look, { facing: 'right', step: 'still', carries: POSTS[post].carries }));

/** The courier runs with a plan: a binding on its way. */
export function courier(facing: Facing): Picture {
  const look: Look = { skin: '#e2b083', hair: '#2d211a', top: '#f2b632', bottom: '#7a3b2a', hat: 'cap' };
  const held = group({ transform: 'translate(-2 -3) scale(1.15)' }, scroll);
  const speed = stroke('M-12 -14 h-5 M-12 -9 h-7 M-11 -4 h-4', '#ffffff', 1.6);
  const wake = facing === 'left' ? group({ transform: 'scale(-1 1)' }, speed) : speed;
  return picture(BOX, wake + person(look, { facing, step: 'left', carries: held }));
}
