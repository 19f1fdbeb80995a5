/** People: one figure, dressed by a look and set in motion by a pose. */
import type { Facing } from '../names.ts';
import { shade } from '../kit/colour.ts';
import { circle, ellipse, group, path, stroke } from '../kit/svg.ts';

/** What a person wears on the head. */
export type Hat = 'none' | 'cap' | 'straw' | 'bun' | 'scarf' | 'witch' | 'helmet' | 'official' | 'hard';

/** How a person looks. */
export interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly top: string;
  readonly bottom: string;
  readonly hat: Hat;
  /** A skirt instead of trousers. */
  readonly skirt?: boolean;
  /** Height, 1 is usual. */
  readonly size?: number;
}

/** What a person does: walking on either foot, standing, or turned away. */
export interface Pose {
  readonly facing: Facing;
  readonly step: 'left' | 'right' | 'still';
  readonly sad?: boolean;
  /** Drawn over the body: what the person carries. */
  readonly carries?: string;
}

/** A person at (0, 0), looking down-right; looking down-left is the mirror image. */
export function person(look: Look, pose: Pose): string {
  const size = look.size ?? 1;
  const mirror = pose.facing === 'left' ? -1 : 1;
  const body = group(
    { transform: `scale(${mirror * size} ${size})` },
    legs(look, pose),
    torso(look, pose),
    pose.carries ?? '',
    head(look, pose),
  );
  return ellipse([0, 0], 5.6 * size, 2.6 * size, '#1b2a1b', { opacity: 0.24 }) + body;
}

function legs(look: Look, { step }: Pose): string {
  const shoe = '#3a2d28';
  const leg = (x: number, foot: number, lift: number): string =>
    stroke(`M${x} -8 L${foot} ${-1 - lift}`, look.skirt === true ? look.skin : look.bottom, 2.8) +
    stroke(`M${foot} ${-0.6 - lift} h1.4`, shoe, 2.2);
  const stride = { left: [-3.2, 3.4, 0.8, 0], right: [-1, 0.8, 0, 1.2], still: [-1.8, 1.8, 0, 0] }[step] as [
    number,
    number,
    number,
    number,
  ];
  const skirt = look.skirt === true ? path('M-4 -10 h8 L5.6 -3.4 q-5.6 2.4 -11.2 0z', look.bottom) : '';
  return leg(-1.6, stride[0], stride[2]) + leg(1.6, stride[1], stride[3]) + skirt;
}

function torso(look: Look, { step, sad }: Pose): string {
  const swing = step === 'left' ? 2.6 : step === 'right' ? -1.4 : 0.6;
  const back = stroke(`M-3.4 -14.4 L${-4.4 - swing * 0.6} -8.8`, shade(look.top, -0.28), 2.4);
  const body = path('M-4.2 -7.4 L-4.6 -13 q.4 -3.4 4.6 -3.4 t4.6 3.4 L4.2 -7.4 q-4.2 1.6 -8.4 0z', look.top);
  const light = path('M-4.2 -7.4 L-4.6 -13 q.4 -3.2 3.4 -3.4 q-2 3 -1.6 9.6z', shade(look.top, 0.18));
  const arm = sad === true ? 'M3.4 -14.2 L4.4 -7.4' : `M3.4 -14.4 L${4.2 + swing * 0.7} -9`;
  return back + body + light + stroke(arm, shade(look.top, -0.14), 2.4);
}

function head(look: Look, { sad }: Pose): string {
  const face =
    circle([0, -20], 4.5, look.skin) +
    circle([2.2, -19.6], 0.75, '#1f2933') +
    circle([-0.6, -19.4], 0.7, '#1f2933') +
    (sad === true
      ? stroke('M-.6 -17 q1.4 -1.3 2.8 0', '#1f2933', 0.9)
      : stroke('M-.4 -17.6 q1.3 1.2 2.6 0', '#1f2933', 0.8));
  const drawn = hairBehind(look) + face + HATS[look.hat](look);
  return sad === true ? group({ transform: 'translate(.6 1.4) rotate(14 0 -17)' }, drawn) : drawn;
}

const hairBehind = ({ hair, hat }: Look): string =>
  hat === 'bun' || hat === 'scarf' || hat === 'witch' ? circle([-2, -18.6], 4.4, hair) : '';

const mop = (hair: string): string =>
  path('M-4.8 -18.2 a4.9 4.9 0 0 1 9.2 -3.6 q-4 .6 -5.8 -.4 q.4 3 -1 5 q-1.2 .6 -2.4 -1z', hair);

const HATS: Readonly<Record<Hat, (look: Look) => string>> = {
  none: ({ hair }) => mop(hair),
  cap: ({ hair, bottom }) =>
    mop(hair) + path('M-4.8 -20.6 a4.8 4.8 0 0 1 9.4 -.6 l3 .6 q.4 1 -.4 1.2 q-6 -1.4 -12 .4z', bottom),
  straw: ({ hair }) =>
    mop(hair) +
    path('M-7.6 -20.4 L0 -27 L7.6 -20.4 q-7.6 3 -15.2 0z', '#dcb75f') +
    stroke('M-3 -21.4 L0 -26.4 L3.4 -21.4', '#a98339', 0.7),
  bun: ({ hair }) => mop(hair) + circle([-2.6, -25], 2.5, hair) + circle([-2.6, -25], 0.9, '#c4573a'),
  scarf: ({ top }) =>
    path('M-5.2 -17 q-.8 -8.4 5.2 -8.6 q5.6 .2 5 6 q-4 -2.6 -7.4 -.6 q-.6 3.6 -1.8 5.6z', shade(top, -0.2)),
  witch: () =>
    path('M-8 -20.6 q8 -3.6 16 0 q-8 3.2 -16 0z', '#3a2a58') +
    path('M-4.6 -21.4 Q-2 -28 2.6 -34 Q3 -27 4.8 -21.4 Q0 -19.8 -4.6 -21.4z', '#4b3672') +
    stroke('M-4.2 -22.6 q4.2 1.6 8.6 0', '#e6b93f', 1.4),
  helmet: ({ hair }) =>
    mop(hair) +
    path('M-5 -20.4 a5 5 0 0 1 10 -.4 q-5 -1.6 -10 .4z', '#2f3b52') +
    stroke('M0 -25.6 v-2', '#d9a53a', 1.6),
  official: ({ hair }) =>
    mop(hair) +
    path('M-4.6 -20.8 L-4 -26.4 q4 -1.6 8 0 L4.6 -20.8 q-4.6 -1.6 -9.2 0z', '#2d3a34') +
    stroke('M-4.8 -22 h9.6', '#d9a53a', 1.2),
  hard: ({ hair }) =>
    mop(hair) +
    path('M-5.2 -20.2 a5.2 5.2 0 0 1 10.4 -.4 l1.4 .8 q-6 -1.6 -11.8 -.4z', '#f2b632') +
    stroke('M0 -25.6 v4', '#c58d16', 1.2),
};
