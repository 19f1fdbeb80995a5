/** What landmarks share: the look of a building that answers, and of one that does not. */
import { shade, mix, recolour } from '../kit/colour.ts';
import type { Opening } from '../kit/openings.ts';
import { LIGHT, STUFF } from '../palette.ts';
import { polygon, polyline, stroke } from '../kit/svg.ts';
import type { Face } from '../kit/solids.ts';

/** A landmark is up or down. */
export interface LandmarkLook extends Opening {
  readonly up: boolean;
}

/** Lit, with an open door; or dark and barred. */
export const landmarkLook = (up: boolean): LandmarkLook => ({ up, lit: up, open: up, shuttered: !up });

/** A building that does not answer is dimmed as a whole. */
export const dimmed = (look: LandmarkLook, svg: string): string =>
  look.up ? svg : recolour(svg, (hex) => mix(hex, '#3a4152', 0.3));

/** A gate of two leaves: open on a lit hall, or shut with a bar and chain across. */
export function gate(
  face: Face,
  from: number,
  width: number,
  sill: number,
  height: number,
  look: LandmarkLook,
): string {
  const to = from + width;
  const quad = (a: number, b: number, fill: string): string =>
    polygon([face.at(a, sill), face.at(b, sill), face.at(b, sill + height), face.at(a, sill + height)], fill);
  const surround = polygon(
    [
      face.at(from - 0.1, sill),
      face.at(to + 0.1, sill),
      face.at(to + 0.1, sill + height + 0.1),
      face.at(from - 0.1, sill + height + 0.1),
    ],
    shade('#6b4a2c', face.dim),
  );
  if (look.up) {
    return (
      surround +
      quad(from, to, LIGHT.door) +
      quad(from, from + width * 0.2, '#7a4526') +
      quad(to - width * 0.2, to, '#5d3a26')
    );
  }
  const middle = (from + to) / 2;
  const line = (z: number): string => polyline([face.at(from - 0.12, z), face.at(to + 0.12, z)], '#d9b27c', 3);
  return (
    surround +
    quad(from, to, '#5d3a26') +
    polyline([face.at(middle, sill), face.at(middle, sill + height)], '#2f1d12', 1.2) +
    line(sill + height * 0.35) +
    line(sill + height * 0.7)
  );
}

/** Planks nailed crosswise over a closed door: shut is seen from afar. */
export function boardedUp(face: Face, from: number, width: number, sill: number, height: number): string {
  const [a, b] = [from - 0.14, from + width + 0.14];
  const plank = (z0: number, z1: number): string =>
    polyline([face.at(a, z0), face.at(b, z1)], '#5a4028', 5) +
    polyline([face.at(a, z0), face.at(b, z1)], '#e0bd86', 3.4);
  return plank(sill + height * 0.12, sill + height * 0.92) + plank(sill + height * 0.92, sill + height * 0.12);
}

/** The red seal beside a door that is shut. */
export const outOfService = (x: number, y: number): string =>
  stroke(`M${x} ${y} m-7 0 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0`, '#ffffff', 4.6) +
  stroke(
    `M${x} ${y} m-7 0 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M${x - 4.8} ${y + 4.8} L${x + 4.8} ${y - 4.8}`,
    '#b5260f',
    2.8,
  );

/** Colour of glass by look. */
export const glassOf = (look: LandmarkLook): string => (look.lit ? LIGHT.glass : STUFF.glassOff);
