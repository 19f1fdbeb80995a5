/** Every frame of the town atlas by name: what the builder packs and the tests count. */
import {
  BADGES,
  badgeFrame,
  cartFrame,
  courierFrame,
  FACINGS,
  houseFrame,
  LANDMARKS,
  landmarkFrame,
  lightFrame,
  moodFrame,
  MOODS,
  POSTS,
  postFrame,
  propFrame,
  PROPS,
  sadVisitorFrame,
  shipFrame,
  STATES,
  STYLES,
  vaultFrame,
  visitorFrame,
} from './names.ts';
import { picture, reach, type Picture } from './kit/picture.ts';
import { landmarkPicture, vaultPicture } from './landmarks/index.ts';
import { courier, postPicture } from './people/posts.ts';
import { cart, ship } from './people/vehicles.ts';
import { sadVisitor, visitor, VISITORS } from './people/visitors.ts';
import { propPicture } from './props/index.ts';
import { badge } from './signs/badges.ts';
import { mood } from './signs/moods.ts';
import { housePicture, lightPicture } from './stages/index.ts';

type Entry = readonly [name: string, picture: Picture];

const SIGN_BOX = reach(16, 16, 16, 16);

const houses = (): Entry[] =>
  STYLES.flatMap((style) => STATES.map((state): Entry => [houseFrame(style, state), housePicture(style, state)]));

const signs = (): Entry[] => [
  ...BADGES.map((name): Entry => [badgeFrame(name), picture(SIGN_BOX, badge(name))]),
  ...MOODS.map((step): Entry => [moodFrame(step), picture(SIGN_BOX, mood(step))]),
];

const landmarks = (): Entry[] => [
  ...LANDMARKS.flatMap((id): Entry[] => [
    [landmarkFrame(id), landmarkPicture(id, true)],
    [landmarkFrame(id, false), landmarkPicture(id, false)],
  ]),
  ...[2, 1].map((alive): Entry => [vaultFrame(alive), vaultPicture(alive)]),
];

const people = (): Entry[] => [
  ...VISITORS.flatMap((look, i) =>
    FACINGS.flatMap((facing): Entry[] => [
      [visitorFrame(i, facing), visitor(look, facing, false)],
      [visitorFrame(i, facing, true), visitor(look, facing, true)],
    ]),
  ),
  ...VISITORS.map((look, i): Entry => [sadVisitorFrame(i), sadVisitor(look)]),
  ...POSTS.map((post): Entry => [postFrame(post), postPicture(post)]),
  ...FACINGS.flatMap((facing): Entry[] => [
    [courierFrame(facing), courier(facing)],
    [cartFrame(facing), cart(facing)],
    [shipFrame(facing), ship(facing)],
  ]),
];

/** All frames, in a fixed order. */
export const allFrames = (): Entry[] => [
  ...houses(),
  ...STYLES.map((style): Entry => [lightFrame(style), lightPicture(style)]),
  ...signs(),
  ...landmarks(),
  ...people(),
  ...PROPS.map((prop): Entry => [propFrame(prop), propPicture(prop)]),
];
