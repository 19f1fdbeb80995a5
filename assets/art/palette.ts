/**
 * The town's colours. Saturation is kept for roofs and badges, so that calm is the normal state.
 * Pure constants: the client draws roads and ground with the same ones.
 */

/** Colours of the ground. */
export const GROUND = {
  page: '#dcebcb',
  grass: '#b5d697',
  grassLight: '#bddca0',
  slot: '#c9e3b0',
  slotEdge: '#86a96a',
  turfLeft: '#93bd72',
  turfRight: '#7ea65f',
  soilLeft: '#8a6a45',
  soilRight: '#6f5436',
  road: '#e3d9c3',
  roadEdge: '#b9ad94',
  roadDash: '#ffffff',
  water: '#8fc3de',
} as const;

/** Okabe and Ito's colours, which colour-blind people tell apart, and our ink. */
export const SIGNAL = {
  blue: '#0072b2',
  sky: '#56b4e9',
  green: '#009e73',
  amber: '#e69f00',
  vermilion: '#d55e00',
  purple: '#8f4a86',
  grey: '#5f6670',
  slate: '#3b5a78',
  ink: '#1f2933',
  paper: '#fffdf7',
} as const;

/** Whatever shines: these, and nothing else, stay bright in the night. */
export const LIGHT = {
  glass: '#ffd977',
  glassSide: '#f0c25c',
  door: '#ffca5e',
  lamp: '#ffe9a8',
} as const;

/** Materials that several buildings share. */
export const STUFF = {
  stone: '#b9b2a3',
  paving: '#d9d0bd',
  trim: '#fff6e2',
  wood: '#b98a4e',
  woodDark: '#8a6432',
  plank: '#6b4a2c',
  brick: '#b5694f',
  glassOff: '#4d6073',
  hollow: '#33261f',
  leaf: '#5f9e4a',
} as const;
