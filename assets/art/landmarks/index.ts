/** The table of landmarks, up and down. */
import type { Landmark } from '../names.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { dispatch } from './dispatch.ts';
import { hall } from './hall.ts';
import { landmarkLook, type LandmarkLook } from './landmark.ts';
import { lodge } from './lodge.ts';
import { vault } from './vault.ts';
import { warehouse } from './warehouse.ts';
import { workshop } from './workshop.ts';

const DRAWINGS: Readonly<Record<Landmark, (look: LandmarkLook) => string>> = {
  hall,
  dispatch,
  lodge,
  vault: (look) => vault(look.up),
  warehouse,
  workshop,
};

const BOX = reach(130, 140, 140, 90);

/** A landmark's picture. */
export const landmarkPicture = (id: Landmark, up: boolean): Picture => picture(BOX, DRAWINGS[id](landmarkLook(up)));
