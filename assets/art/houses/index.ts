/** The table of house styles. To add one: a file here, a name in names.ts, a row in this table. */
import type { HouseStyle } from '../names.ts';
import { chronicle } from './chronicle.ts';
import { courtyard } from './courtyard.ts';
import type { House } from './house.ts';
import { hut } from './hut.ts';
import { signpost } from './signpost.ts';
import { stilt } from './stilt.ts';
import { teahouse } from './teahouse.ts';
import { towerHouse } from './tower-house.ts';
import { villa } from './villa.ts';
import { windmill } from './windmill.ts';
import { workshop } from './workshop.ts';

/** Every style's house. */
export const HOUSES: Readonly<Record<HouseStyle, House>> = {
  villa,
  courtyard,
  hut,
  teahouse,
  workshop,
  windmill,
  stilt,
  'tower-house': towerHouse,
  signpost,
  chronicle,
};
