/** House styles: how an image is drawn. No statement of quality. */

/** A house of nothing but what was carried in. */
export const PLAIN_STYLE = 'hut';

/** Houses that the game can draw. */
export const STYLES = [
  'villa',
  'courtyard',
  'hut',
  'teahouse',
  'workshop',
  'windmill',
  'stilt',
  'tower-house',
] as const;
export const STYLE_LABEL = 'podville.style';

export function isStyle(text: string): boolean {
  return (STYLES as readonly string[]).includes(text);
}
