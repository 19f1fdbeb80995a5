/** What a class may do and suffer, by the feature that turns it on. */
import { adversary } from './bots/adversary.ts';
import { careless } from './bots/careless.ts';
import { goodTeam } from './bots/good-team.ts';
import { lazy } from './bots/lazy.ts';
import { patientHands } from './bots/patient-hands.ts';
import { slips } from './bots/slips.ts';
import { sloppyHands } from './bots/sloppy-hands.ts';
import { DISTURBANCES, type Disturbance } from './disturbances.ts';
import type { Feature } from './features.ts';

export const DEEDS: Readonly<Partial<Record<Feature, Disturbance>>> = {
  careless,
  sloppyHands,
  goodTeam,
  adversary,
  slips,
  lazy,
  patientHands,
  ...DISTURBANCES,
};
