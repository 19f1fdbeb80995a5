/** Workshop: brick, a saw-tooth roof with glass, a tall chimney, a wheel over the gate. */
import { iso, type Point3 } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { around, box, leftFace, panel, rightFace, shadow, trace, type Face } from '../kit/solids.ts';
import { shade } from '../kit/colour.ts';
import { circle, polygon, stroke } from '../kit/svg.ts';
import { LIGHT, STUFF } from '../palette.ts';
import { lid, rectFootprint, type House, type HouseLook } from './house.ts';

const BRICK = '#b5654a';
const SHEET = '#7f8f9c';
const [HX, HY, FLOOR, EAVES, TOOTH] = [1.65, 1.25, 0.12, 1.45, 0.75];
const TEETH = [0, 1, 2].map((i) => [-HX + 1.1 * i, -HX + 1.1 * (i + 1)] as const);

function courses(face: Face, from: number, to: number): string {
  const rows = [0.36, 0.6, 0.84, 1.08, 1.32].map((z) =>
    trace(
      face,
      [
        [from, z],
        [to, z],
      ],
      shade(BRICK, -0.14),
      0.6,
    ),
  );
  return rows.join('');
}

/** One tooth: a slope of sheet metal, a brick triangle in front, glass towards the light. */
function tooth(from: number, to: number, look: HouseLook): string {
  const peak = EAVES + TOOTH;
  const slope = polygon(
    [iso(from, -HY, EAVES), iso(to, -HY, peak), iso(to, HY, peak), iso(from, HY, EAVES)],
    shade(SHEET, 0.12),
  );
  const glass = look.shuttered ? STUFF.woodDark : look.lit ? LIGHT.glassSide : shade(STUFF.glassOff, -0.1);
  const pane = polygon([iso(to, HY, EAVES), iso(to, -HY, EAVES), iso(to, -HY, peak), iso(to, HY, peak)], glass);
  const bars = [-0.62, 0, 0.62].map((y) =>
    trace(
      rightFace(to),
      [
        [y, EAVES],
        [y, peak],
      ],
      '#5b6670',
      1,
    ),
  );
  const brick = polygon([iso(from, HY, EAVES), iso(to, HY, EAVES), iso(to, HY, peak)], shade(BRICK, -0.04));
  const edge = stroke(
    `M${iso(from, HY, EAVES).join(' ')} L${iso(to, HY, peak).join(' ')} L${iso(to, -HY, peak).join(' ')}`,
    shade(SHEET, 0.42),
    1.5,
  );
  return slope + pane + bars.join('') + brick + edge;
}

/** The three sheets of a tooth, for the wireframe: slope, glass, triangle. */
function toothSheets(from: number, to: number): Point3[][] {
  const peak = EAVES + TOOTH;
  return [
    [
      [from, -HY, EAVES],
      [to, -HY, peak],
      [to, HY, peak],
      [from, HY, EAVES],
      [from, -HY, EAVES],
    ],
    [
      [to, HY, EAVES],
      [to, -HY, EAVES],
      [to, -HY, peak],
      [to, HY, peak],
      [to, HY, EAVES],
    ],
    [
      [from, HY, EAVES],
      [to, HY, EAVES],
      [to, HY, peak],
      [from, HY, EAVES],
    ],
  ];
}

function chimney(): string {
  const [x, y] = [-1.15, -0.75];
  const stack = box(around(0.24, 0.24, x, y), 0.2, 4.05, shade(BRICK, -0.1));
  const band = box(around(0.26, 0.26, x, y), 3.5, 3.66, '#d9c9ae');
  return stack + band + box(around(0.3, 0.3, x, y), 4.05, 4.2, shade(BRICK, -0.25));
}

function wheel(): string {
  const [x, y] = leftFace(HY).at(-0.03, 1.5);
  const spokes = [0, 60, 120].map((turn) => {
    const [dx, dy] = [Math.cos((turn * Math.PI) / 180) * 5, Math.sin((turn * Math.PI) / 180) * 5];
    return stroke(
      `M${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)} L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`,
      '#e8d3a4',
      1.6,
    );
  });
  return (
    circle([x, y], 6, '#3d464e') +
    spokes.join('') +
    circle([x, y], 4.2, 'none', { stroke: '#e8d3a4', 'stroke-width': 1.5 }) +
    circle([x, y], 1.5, '#3d464e')
  );
}

/** Workshop. */
export const workshop: House = {
  footprint: rectFootprint(HX, HY),
  floor: FLOOR,
  eaves: EAVES,
  ridge: null,
  wires: [
    [
      [-1.3, -0.6, EAVES],
      [-1.3, -0.6, 4.1],
      [-1, -0.6, 4.1],
      [-1, -0.6, EAVES],
      [-1.3, -0.6, EAVES],
    ],
    ...TEETH.flatMap(([from, to]) => toothSheets(from, to)),
  ],
  wallColour: BRICK,
  crackAt: [0.9, HY, 1.2],
  smokeAt: [-1.15, -0.75, 4.25],
  hearth: true,
  doorstep: [-0.05, 1.8],
  top: 4.2,
  foundation: () => shadow(around(1.75, 1.35)) + box(around(1.75, 1.35), 0, FLOOR, STUFF.stone),
  draw: (look) => {
    const [left, right] = [leftFace(HY), rightFace(HX)];
    const size = (from: number) => ({ from, sill: 0.45, width: 0.5, height: 0.72 });
    const windows = [-1.42, 0.86].map((a) => window(left, size(a), look, { closed: STUFF.woodDark }));
    const side = [-0.95, -0.24, 0.47].map((a) => window(right, size(a), look, { closed: STUFF.woodDark }));
    const gate = door(
      left,
      { from: -0.5, sill: FLOOR, width: 0.9, height: 0.98, leaf: '#4f6b52', trim: '#d9c9ae' },
      look,
    );
    return (
      chimney() +
      box(around(HX, HY), FLOOR, EAVES, BRICK) +
      courses(left, -HX, HX) +
      courses(right, -HY, HY) +
      panel(left, -HX, HX, EAVES - 0.1, EAVES, '#d9c9ae') +
      windows.join('') +
      side.join('') +
      gate +
      lid(look, TEETH.map(([from, to]) => tooth(from, to, look)).join(''), [0, 0, EAVES]) +
      wheel()
    );
  },
};
