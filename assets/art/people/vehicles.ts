/** What carries layers: a cart on the road, a ship at the warehouse. */
import type { Facing } from '../names.ts';
import { iso } from '../iso.ts';
import { crateAt } from '../kit/props.ts';
import { around, box, leftFace, rightFace, trace } from '../kit/solids.ts';
import { circle, ellipse, group, path, stroke } from '../kit/svg.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';

const wheel = ([x, y]: readonly [number, number]): string =>
  ellipse([x, y], 3.4, 4.6, '#4a3520') + ellipse([x, y], 1.9, 2.8, '#b98a4e') + circle([x, y], 0.9, '#4a3520');

/** A cart with three crates, drawn for the road along x; along y is the mirror image. */
export function cart(facing: Facing): Picture {
  const bed = around(0.62, 0.36);
  const side = leftFace(0.36);
  const body =
    ellipse([1, 2], 17, 7, '#1b2a1b', { opacity: 0.2 }) +
    wheel(iso(0.45, -0.42, 0.2)) +
    box(bed, 0.22, 0.5, '#b07a3c') +
    trace(
      side,
      [
        [-0.62, 0.36],
        [0.62, 0.36],
      ],
      '#7d5526',
      0.9,
    ) +
    trace(
      rightFace(0.62),
      [
        [-0.36, 0.36],
        [0.36, 0.36],
      ],
      '#7d5526',
      0.9,
    ) +
    crateAt(iso(-0.28, 0, 0.5), 0.72) +
    crateAt(iso(0.3, 0, 0.5), 0.72) +
    crateAt(iso(0, 0, 1), 0.68) +
    wheel(iso(-0.38, 0.42, 0.2)) +
    wheel(iso(0.38, 0.42, 0.2)) +
    stroke(
      `M${iso(0.62, 0.1, 0.35).join(' ')} L${iso(1.15, 0.1, 0.5).join(' ')} M${iso(0.62, -0.15, 0.35).join(' ')} L${iso(1.15, -0.15, 0.5).join(' ')}`,
      '#7a5230',
      1.6,
    );
  const drawn = group({ transform: facing === 'right' ? 'scale(1.2)' : 'scale(-1.2 1.2)' }, body);
  return picture(reach(40, 48, 40, 26), drawn);
}

/** A junk-rigged ship with crates on deck. */
export function ship(facing: Facing): Picture {
  const hull =
    path('M-44 -8 Q-40 16 -10 22 L22 38 Q40 36 50 18 L44 12 L-14 -14 Q-30 -22 -44 -22Z', '#8a5230') +
    path('M-44 -22 Q-30 -22 -14 -14 L44 12 L50 18 Q40 24 26 22 L-14 4 Q-36 -4 -44 -8Z', '#a9683c') +
    path('M-40 -20 Q-28 -19 -14 -12 L40 12 Q34 18 24 17 L-14 0 Q-34 -8 -40 -14Z', '#d9b27c') +
    stroke('M-42 2 Q-36 12 -10 17 L22 32 Q36 32 44 24', '#d9a53a', 1.6) +
    stroke('M-44 -8 Q-36 -4 -14 4 L26 22 Q40 24 50 18', '#6b3d22', 1.4);
  const wave = stroke('M-54 16 q5 -4 10 0 q5 4 10 0 M-2 34 q5 -4 10 0 q5 4 10 0 M42 36 q5 -4 10 0', '#ffffff', 1.8, {
    opacity: 0.85,
  });
  const water =
    ellipse([2, 14], 60, 27, '#8fc3de') + ellipse([2, 14], 60, 27, 'none', { stroke: '#b7dcee', 'stroke-width': 1.6 });
  const mast = (x: number, y: number, height: number): string => stroke(`M${x} ${y} V${y - height}`, '#5a4028', 2.6);
  const sail = (x: number, y: number, w: number, h: number): string => {
    const cloth = path(
      `M${x - w * 0.3} ${y - h} q${w * 0.7} -5 ${w} 6 q4 ${h * 0.5} -2 ${h - 3} q-${w * 0.55} 3 -${w} -3 q5 -${h * 0.5} ${2} -${h}z`,
      '#f0d9a8',
    );
    const battens = [0.28, 0.52, 0.76].map((t) =>
      stroke(`M${x - w * 0.28} ${y - h * (1 - t)} q${w * 0.6} -3 ${w * 0.98} 4`, '#b5763f', 1.1),
    );
    return cloth + battens.join('');
  };
  const cargo = crateAt([-18, -2], 0.7) + crateAt([-6, 4], 0.7) + crateAt([-12, -8], 0.66);
  const body =
    water +
    wave +
    hull +
    mast(10, 8, 62) +
    sail(10, 2, 30, 52) +
    cargo +
    mast(-28, -10, 46) +
    sail(-28, -18, 20, 34) +
    path('M10 -54 l12 3.4 -12 3.4z', '#b8412f');
  const drawn = facing === 'right' ? body : group({ transform: 'scale(-1 1)' }, body);
  return picture(reach(76, 70, 76, 50), drawn);
}
