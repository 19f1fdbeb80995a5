/** Writing SVG: every element of every picture goes through these functions. */
import type { Point } from '../iso.ts';

/** Attributes of an element. */
export type Attributes = Readonly<Record<string, string | number>>;

const short = (value: number): string => String(Number(value.toFixed(2)));

/** Points as SVG wants them. */
export const coordinates = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');

/** Any element; numbers are rounded to hundredths of a pixel. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : value}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A filled polygon. */
export const polygon = (points: readonly Point[], fill: string, more: Attributes = {}): string =>
  element('polygon', { points: coordinates(points), fill, ...more });

/** A line through points, with round ends. */
export const polyline = (points: readonly Point[], stroke: string, width = 1, more: Attributes = {}): string =>
  element('polyline', {
    points: coordinates(points),
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });

/** A filled path. */
export const path = (d: string, fill: string, more: Attributes = {}): string => element('path', { d, fill, ...more });

/** A path that is only a stroke, with round ends. */
export const stroke = (d: string, colour: string, width = 1, more: Attributes = {}): string =>
  path(d, 'none', {
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });

/** A circle. */
export const circle = (at: Point, r: number, fill: string, more: Attributes = {}): string =>
  element('circle', { cx: at[0], cy: at[1], r, fill, ...more });

/** An ellipse. */
export const ellipse = (at: Point, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  element('ellipse', { cx: at[0], cy: at[1], rx, ry, fill, ...more });

/** An upright rectangle, by its corner and its size. */
export const rectangle = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string => element('rect', { x, y, width, height, fill, ...more });

/** A group with common attributes. */
export const group = (attributes: Attributes, ...content: string[]): string =>
  element('g', attributes, content.join(''));

/** Content moved to a point, and perhaps scaled there. */
export const at = ([x, y]: Point, content: string, scale = 1): string =>
  group({ transform: `translate(${short(x)} ${short(y)})${scale === 1 ? '' : ` scale(${scale})`}` }, content);

/** Left-to-right gradient; its id follows from its colours, so equal gradients may be repeated. */
export function gradient(stops: readonly (readonly [offset: number, colour: string])[]): {
  defs: string;
  fill: string;
} {
  const id = `g${stops.map(([offset, colour]) => `${Math.round(offset * 100)}${colour.slice(1)}`).join('')}`;
  const content = stops.map(([offset, colour]) => element('stop', { offset, 'stop-color': colour })).join('');
  return {
    defs: element('defs', {}, element('linearGradient', { id, x1: 0, x2: 1, y1: 0, y2: 0 }, content)),
    fill: `url(#${id})`,
  };
}
