/** Arithmetic on colours written as `#rrggbb`. */

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const format = (rgb: Rgb): string => `#${rgb.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;

/** Mixes two colours: 0 gives the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [parse(from), parse(to)];
  const channel = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * share;
  return format([channel(0), channel(1), channel(2)]);
}

/** Darkens (amount below 0) or lightens (above 0) a colour. */
export function shade(hex: string, amount: number): string {
  return amount < 0 ? mix(hex, '#000000', -amount) : mix(hex, '#ffffff', amount);
}

/** Takes a colour's saturation away but for a share of it. */
export function fade(hex: string, keep: number): string {
  const [r, g, b] = parse(hex);
  const grey = format([1, 1, 1].map(() => 0.3 * r + 0.59 * g + 0.11 * b) as unknown as Rgb);
  return mix(grey, hex, keep);
}

/**
 * Applies a function to every colour in a piece of SVG. Its gradients get new ids, since one with
 * the old id and the old colours may stand in the same document.
 */
export function recolour(svg: string, change: (hex: string) => string): string {
  const mark = change('#c08040').slice(1);
  return svg
    .replace(/(id="|url\(#)(g[0-9a-f]+)/g, (_, start: string, id: string) => `${start}${id}${mark}`)
    .replace(/#[0-9a-f]{6}\b/gi, (hex) => change(hex.toLowerCase()));
}
