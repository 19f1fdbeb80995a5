/** Windows and doors. Lit or dark, open or closed: that is how a house says whether it is ready. */
import { LIGHT, STUFF } from '../palette.ts';
import { shade } from './colour.ts';
import { archPanel, panel, trace, type Face } from './solids.ts';

/** What a window or door shows of the house's state. */
export interface Opening {
  readonly lit: boolean;
  readonly open: boolean;
  readonly shuttered: boolean;
}

/** A rectangular window by its left end, sill, width and height. */
export interface WindowSize {
  readonly from: number;
  readonly sill: number;
  readonly width: number;
  readonly height: number;
}

/** Colour of a pane of glass on a face. `panel` dims it, so the right face gets it lighter. */
const glass = (lit: boolean): string => (lit ? LIGHT.glass : STUFF.glassOff);

/** A pane that keeps its light's exact colour on both faces. */
function pane(face: Face, a0: number, a1: number, z0: number, z1: number, lit: boolean): string {
  if (!lit) return panel(face, a0, a1, z0, z1, glass(false));
  const bright: Face = { at: face.at, dim: 0 };
  return panel(bright, a0, a1, z0, z1, face.dim < 0 ? LIGHT.glassSide : LIGHT.glass);
}

/** A window with a frame, glazing bars, and shutters if it has any. */
export function window(
  face: Face,
  size: WindowSize,
  look: Opening,
  colours: { trim?: string; shutter?: string; closed?: string } = {},
): string {
  const { from: a, sill: z, width: w, height: h } = size;
  const trim = colours.trim ?? STUFF.trim;
  const edge = 0.06;
  if (look.shuttered) return closedShutters(face, size, colours.closed ?? colours.shutter ?? STUFF.plank, trim);
  const wings =
    colours.shutter === undefined ? '' : panel(face, a - 0.15, a + w + 0.15, z + 0.02, z + h - 0.02, colours.shutter);
  const middle = a + w / 2;
  return (
    wings +
    panel(face, a, a + w, z, z + h, trim) +
    pane(face, a + edge, a + w - edge, z + edge, z + h - edge, look.lit) +
    trace(
      face,
      [
        [middle, z + edge],
        [middle, z + h - edge],
      ],
      trim,
      0.7,
    ) +
    trace(
      face,
      [
        [a + edge, z + h * 0.55],
        [a + w - edge, z + h * 0.55],
      ],
      trim,
      0.7,
    )
  );
}

function closedShutters(face: Face, size: WindowSize, colour: string, trim: string): string {
  const { from: a, sill: z, width: w, height: h } = size;
  const slats = [0.25, 0.5, 0.75].map((t) =>
    trace(
      face,
      [
        [a + 0.06, z + h * t],
        [a + w - 0.06, z + h * t],
      ],
      shade(colour, -0.3),
      0.8,
    ),
  );
  return (
    panel(face, a - 0.03, a + w + 0.03, z - 0.03, z + h + 0.03, trim) +
    panel(face, a + 0.02, a + w - 0.02, z + 0.02, z + h - 0.02, colour) +
    slats.join('') +
    trace(
      face,
      [
        [a + w / 2, z],
        [a + w / 2, z + h],
      ],
      shade(colour, -0.45),
      1,
    )
  );
}

/** How a door is made. */
export interface DoorSize {
  readonly from: number;
  readonly sill: number;
  readonly width: number;
  readonly height: number;
  readonly leaf?: string;
  readonly trim?: string;
  readonly arched?: boolean;
}

/** A door: open it shows the light inside, closed its leaf, shuttered a bar across it. */
export function door(face: Face, size: DoorSize, look: Opening): string {
  const { from: a, sill: z, width: w, height: h } = size;
  const shape = size.arched === true ? archPanel : panel;
  const leaf = size.leaf ?? '#7a4526';
  const b = a + w;
  const surround = shape(face, a - 0.09, b + 0.09, z, z + h + 0.09, size.trim ?? STUFF.trim);
  if (look.open) {
    const bright: Face = { at: face.at, dim: 0 };
    const inside = shape(bright, a, b, z, z + h, look.lit ? LIGHT.door : STUFF.hollow);
    return surround + inside + panel(face, a, a + w * 0.28, z, z + h * 0.86, shade(leaf, -0.2));
  }
  const boards = [0.33, 0.66].map((t) =>
    trace(
      face,
      [
        [a + w * t, z],
        [a + w * t, z + h * 0.86],
      ],
      shade(leaf, -0.35),
      0.8,
    ),
  );
  const bar = look.shuttered
    ? trace(
        face,
        [
          [a - 0.06, z + h * 0.32],
          [b + 0.06, z + h * 0.62],
        ],
        '#e8d3a4',
        2,
      )
    : '';
  return surround + shape(face, a, b, z, z + h, shade(leaf, -0.12)) + boards.join('') + bar;
}
