/** What a house style is made of. Each style is one file that fills in this form. */
import type { Point, Point3 } from '../iso.ts';
import type { Opening } from '../kit/openings.ts';
import { at, element, group, polygon } from '../kit/svg.ts';
import { iso } from '../iso.ts';

/** How a finished house looks in a state. */
export interface HouseLook extends Opening {
  /** Something broke: sails hang, flags droop. */
  readonly damaged: boolean;
  /** The house burst: its roof flies off. */
  readonly blown: boolean;
}

/** A house style. */
export interface House {
  /** The walls' outline on the ground, clockwise on the screen from the back corner. */
  readonly footprint: readonly Point[];
  /** Height of the walls and of the floor they stand on. */
  readonly floor: number;
  readonly eaves: number;
  /** The ends of the ridge: twice the same place for a tip, none for a roof of other shape. */
  readonly ridge: readonly [Point3, Point3] | null;
  /** How far the roof reaches over the walls. */
  readonly overhang?: number;
  /** More lines that make its wireframe recognisable. */
  readonly wires: readonly (readonly Point3[])[];
  /** Colour of half-built walls. */
  readonly wallColour: string;
  /** Where cracks begin, where smoke leaves, where a visitor stands before the door. */
  readonly crackAt: Point3;
  readonly smokeAt: Point3;
  /** Whether a warm hearth smokes there when the house is ready. */
  readonly hearth?: boolean;
  readonly doorstep: Point;
  /** Height of the highest part. */
  readonly top: number;
  /** What the house stands on, drawn also while it is being built. */
  foundation(): string;
  /** The house above its foundation. */
  draw(look: HouseLook): string;
}

/** A roof in its place, or thrown up with a flash below it when the house burst. */
export function lid(look: HouseLook, roof: string, place: Point3): string {
  if (!look.blown) return roof;
  const [x, y] = iso(...place);
  const thrown = group({ transform: `translate(6 -15) rotate(11 ${x.toFixed(1)} ${y.toFixed(1)})` }, roof);
  return flash([x, y], 34) + thrown;
}

/** A flash of light with many points. */
export function flash(place: Point, radius: number): string {
  return at(
    place,
    element(
      'g',
      {},
      polygon(star(14, radius, radius * 0.56), '#e8622a') +
        polygon(star(14, radius * 0.74, radius * 0.4), '#f7b733') +
        polygon(star(12, radius * 0.42, radius * 0.24), '#fff3c4'),
    ),
  );
}

/** A flat star: its outer points lie on an ellipse, as everything that spreads over the ground. */
function star(points: number, outer: number, inner: number): Point[] {
  return Array.from({ length: points * 2 }, (_, i) => {
    const angle = (Math.PI * i) / points;
    const wobble = i % 4 === 0 ? 1.12 : 1;
    const radius = (i % 2 === 0 ? outer : inner) * wobble;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius * 0.72] as const;
  });
}

/** A regular polygon on the ground, for round houses. */
export const roundFootprint = (radius: number, sides = 8): Point[] =>
  Array.from({ length: sides }, (_, i) => {
    const angle = (2 * Math.PI * (i - 3)) / sides - Math.PI / sides;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const;
  });

/** The outline of a rectangle around the origin. */
export const rectFootprint = (halfX: number, halfY: number): Point[] => [
  [-halfX, -halfY],
  [halfX, -halfY],
  [halfX, halfY],
  [-halfX, halfY],
];
