/** The table of things without a state. */
import type { Prop } from '../names.ts';
import { picture, reach, type Box, type Picture } from '../kit/picture.ts';
import { tree } from '../kit/props.ts';
import { backpack, crateProp, gate, plan, sign } from './furniture.ts';
import { bench, bush, chair, flowers, fountain, haystack, lamp, pine, rock } from './scenery.ts';
import { glow, ring, slot, yard } from './ground.ts';
import { cutCable, flame, storm } from './trouble.ts';

const PROPS: Readonly<Record<Prop, readonly [Box, () => string]>> = {
  yard: [reach(84, 60, 84, 48), yard],
  slot: [reach(72, 40, 72, 40), slot],
  ring: [reach(90, 48, 90, 48), ring],
  backpack: [reach(24, 48, 24, 14), backpack],
  sign: [reach(54, 56, 54, 10), sign],
  gate: [reach(48, 76, 48, 34), gate],
  crate: [reach(16, 20, 16, 12), crateProp],
  plan: [reach(20, 26, 20, 8), plan],
  storm: [reach(96, 118, 96, 34), storm],
  flame: [reach(24, 50, 24, 8), flame],
  'cut-cable': [reach(48, 58, 48, 10), cutCable],
  tree: [reach(24, 44, 24, 10), () => tree(0, 0, 1.7)],
  pine: [reach(22, 50, 22, 10), pine],
  bush: [reach(18, 22, 18, 8), bush],
  lamp: [reach(12, 58, 12, 8), lamp],
  bench: [reach(26, 24, 26, 22), bench],
  fountain: [reach(48, 46, 56, 40), fountain],
  flowers: [reach(16, 16, 16, 10), flowers],
  rock: [reach(16, 18, 16, 10), rock],
  haystack: [reach(20, 28, 20, 14), haystack],
  chair: [reach(18, 40, 20, 16), chair],
  glow: [reach(52, 30, 52, 30), glow],
};

/** The picture of a thing. */
export const propPicture = (prop: Prop): Picture => picture(PROPS[prop][0], PROPS[prop][1]());
