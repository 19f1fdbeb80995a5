/** A picture: what becomes one frame of the atlas. */
import { element } from './svg.ts';

/** The box a picture is drawn in, and where its ground point lies in that box. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly originX: number;
  readonly originY: number;
}

/** A frame's drawing, around the ground point (0, 0). */
export interface Picture extends Box {
  readonly body: string;
}

/** A box that reaches so far to the left, up, right and down of the ground point. */
export const reach = (left: number, up: number, right: number, down: number): Box => ({
  width: left + right,
  height: up + down,
  originX: left,
  originY: up,
});

/** A drawing in its box. */
export const picture = (box: Box, body: string): Picture => ({ ...box, body });

/** The picture as an SVG document. */
export function toSvg(p: Picture, scale = 1): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-p.originX} ${-p.originY} ${p.width} ${p.height}`,
      width: p.width * scale,
      height: p.height * scale,
    },
    p.body,
  );
}
