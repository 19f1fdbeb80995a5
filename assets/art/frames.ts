/** Every frame of the town atlas by name: what the builder packs and the tests count. */
import {
  BADGES,
  badgeFrame,
  cartFrame,
  courierFrame,
  crowdFrame,
  CROWDS,
  FACINGS,
  HOUSE_STYLES,
  houseFrame,
  KERNEL_STATES,
  kernelFrame,
  LANDMARKS,
  landmarkFrame,
  LEDGER_STATES,
  ledgerFrame,
  lightFrame,
  MEMBER_STATES,
  memberFrame,
  moodFrame,
  MOODS,
  POSTS,
  postFrame,
  propFrame,
  PROPS,
  RANKS,
  ROOMS,
  sadVisitorFrame,
  shipFrame,
  staffFrame,
  STATES,
  VAULT_GROUND,
  visitorFrame,
  VM_STAGES,
  vmFrame,
} from './names.ts';
import { picture, reach, type Picture } from './kit/picture.ts';
import { landmarkPicture } from './landmarks/index.ts';
import { ledgerPicture, memberPicture, vaultGround } from './landmarks/vault.ts';
import { kernelPicture, vmPicture } from './machines.ts';
import { crowdPicture } from './people/crowd.ts';
import { courier, postPicture } from './people/posts.ts';
import { staffPicture } from './people/staff.ts';
import { cart, ship } from './people/vehicles.ts';
import { sadVisitor, visitor, VISITORS } from './people/visitors.ts';
import { propPicture } from './props/index.ts';
import { badge } from './signs/badges.ts';
import { mood } from './signs/moods.ts';
import { housePicture, lightPicture } from './stages/index.ts';

type Entry = readonly [name: string, picture: Picture];

const SIGN_BOX = reach(16, 16, 16, 16);

const houses = (): Entry[] =>
  HOUSE_STYLES.flatMap((style) => STATES.map((state): Entry => [houseFrame(style, state), housePicture(style, state)]));

const signs = (): Entry[] => [
  ...BADGES.map((name): Entry => [badgeFrame(name), picture(SIGN_BOX, badge(name))]),
  ...MOODS.map((step): Entry => [moodFrame(step), picture(SIGN_BOX, mood(step))]),
];

const landmarks = (): Entry[] => [
  ...LANDMARKS.flatMap((id): Entry[] => [
    [landmarkFrame(id), landmarkPicture(id, true)],
    [landmarkFrame(id, false), landmarkPicture(id, false)],
  ]),
  [VAULT_GROUND, vaultGround()],
  ...MEMBER_STATES.map((state): Entry => [memberFrame(state), memberPicture(state)]),
  ...LEDGER_STATES.map((state): Entry => [ledgerFrame(state), ledgerPicture(state)]),
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

/** API servers neither lead nor stand by; the others do not merely work. */
const townHall = (): Entry[] => [
  ...ROOMS.flatMap((room) =>
    RANKS.filter((rank) => rank === 'starting' || rank === 'down' || (rank === 'works') === (room === 'hall')).map(
      (rank): Entry => [staffFrame(room, rank), staffPicture(room, rank)],
    ),
  ),
  ...CROWDS.map((crowd): Entry => [crowdFrame(crowd), crowdPicture(crowd)]),
];

const machines = (): Entry[] => [
  ...VM_STAGES.map((stage): Entry => [vmFrame(stage), vmPicture(stage)]),
  ...KERNEL_STATES.map((state): Entry => [kernelFrame(state), kernelPicture(state)]),
];

/** All frames, in a fixed order. */
export const allFrames = (): Entry[] => [
  ...houses(),
  ...HOUSE_STYLES.map((style): Entry => [lightFrame(style), lightPicture(style)]),
  ...signs(),
  ...landmarks(),
  ...people(),
  ...townHall(),
  ...machines(),
  ...PROPS.map((prop): Entry => [propFrame(prop), propPicture(prop)]),
];
