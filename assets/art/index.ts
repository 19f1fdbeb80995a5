/** The art kit: own drawings of the whole town, as SVG from parameters. */
export * from './iso.ts';
export * from './names.ts';
export * from './palette.ts';
export { allFrames } from './frames.ts';
export { plotPicture, plotSvg } from './plot.ts';
export { BADGE_PARTS, badge } from './signs/badges.ts';
export { mood } from './signs/moods.ts';
export { picture, reach, toSvg, type Box, type Picture } from './kit/picture.ts';
