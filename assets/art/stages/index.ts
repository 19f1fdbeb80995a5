/** Every house in every state: the one table from state to picture. */
import { badgeOf, type HouseStyle, type State } from '../names.ts';
import { HOUSES } from '../houses/index.ts';
import type { House, HouseLook } from '../houses/house.ts';
import { LIGHT } from '../palette.ts';
import { fade, mix, recolour } from '../kit/colour.ts';
import { iso } from '../iso.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { darkSmoke, hearthSmoke } from '../kit/props.ts';
import { at, group } from '../kit/svg.ts';
import { badge } from '../signs/badges.ts';
import { pulling } from './pulling.ts';
import { evicted, pending, scheduled } from './vacant.ts';
import { cracks, dashedOutline, debris, knocker, rubble } from './damage.ts';
import { frame } from './frame.ts';

const SHUT: HouseLook = { lit: false, open: false, shuttered: false, damaged: false, blown: false };
const LIT: HouseLook = { ...SHUT, lit: true, open: true };

const whole = (house: House, look: HouseLook): string => house.foundation() + house.draw(look);

/** Drawings of a house by state, without the badge. */
const DRAWINGS: Readonly<Record<State, (house: House) => string>> = {
  pending,
  scheduled,
  'pulling-1': (house) => pulling(house, 1),
  'pulling-2': (house) => pulling(house, 2),
  'pulling-3': (house) => pulling(house, 3),
  starting: frame,
  notready: (house) => dusk(whole(house, SHUT), 0.12),
  ready: (house) => whole(house, LIT) + (house.hearth === true ? hearthSmoke(iso(...house.smokeAt)) : ''),
  probefail: (house) => whole(house, { ...SHUT, lit: true }) + knocker(house.doorstep),
  crash: (house) =>
    house.foundation() +
    group({ transform: 'rotate(-5)' }, dusk(house.draw({ ...SHUT, damaged: true }), 0.2), cracks(house.crackAt)) +
    rubble() +
    darkSmoke(iso(...house.smokeAt)),
  oom: (house) => whole(house, { ...SHUT, lit: true, blown: true }) + debris(iso(0, 0, house.eaves)),
  terminating: (house) =>
    dashedOutline() + recolour(whole(house, SHUT), (hex) => mix(fade(hex, 0.06), '#d3dccb', 0.42)),
  evicted,
  completed: (house) =>
    recolour(whole(house, { ...SHUT, shuttered: true }), (hex) => mix(fade(hex, 0.62), '#dfe6ea', 0.14)),
};

/** Colours of a house that nobody has lit. */
const dusk = (svg: string, amount: number): string => recolour(svg, (hex) => mix(hex, '#2b3550', amount));

const BOX = reach(100, 128, 100, 60);
const BADGE_SCALE = 1.25;

/** States of a place without a house: their badges hang at the same place for all styles. */
const VACANT: ReadonlySet<State> = new Set(['pending', 'scheduled', 'evicted']);

/** Where a badge floats: beside the top of the house, never so high that it meets the next one. */
const badgePlace = (house: House, state: State): readonly [number, number] =>
  VACANT.has(state) ? [38, -46] : [36, -Math.min(Math.max(house.top * 16 - 8, 40), 58)];

/** The picture of a house in a state. A ready house carries no badge: calm is normal. */
export function housePicture(style: HouseStyle, state: State): Picture {
  const house = HOUSES[style];
  const sign = state === 'ready' ? '' : at(badgePlace(house, state), badge(badgeOf(state)), BADGE_SCALE);
  return picture(BOX, DRAWINGS[state](house) + sign);
}

const LIGHTS: ReadonlySet<string> = new Set(Object.values(LIGHT));

/** Only what shines in a ready house; the atlas builder turns its black parts transparent. */
export const lightPicture = (style: HouseStyle): Picture =>
  picture(
    BOX,
    recolour(whole(HOUSES[style], LIT), (hex) => (LIGHTS.has(hex) ? hex : '#000000')),
  );
