/** The small picture in the browser's tab: one house that stands and is open. */
import { allFrames } from './frames.ts';
import { picture, reach, toSvg } from './kit/picture.ts';
import { houseFrame } from './names.ts';

/** A square around the hut, as tight as its roof allows. */
const SQUARE = reach(56, 84, 56, 28);

export function faviconSvg(): string {
  const hut = new Map(allFrames()).get(houseFrame('hut', 'ready'));
  return toSvg(picture(SQUARE, hut?.body ?? ''));
}
