/** What every layer of the scene works with. */
import type { Scene } from 'phaser';
import type { Camera } from '../camera.ts';
import type { Detail } from '../lod.ts';
import type { TownModel } from '../scene-model.ts';
import type { LabelAtlas } from './label-atlas.ts';
import type { PlotAtlas } from './plot-atlas.ts';
import type { Sprites } from './sprites.ts';

export interface Stage {
  readonly scene: Scene;
  readonly sprites: Sprites;
  readonly labels: LabelAtlas;
  readonly plots: PlotAtlas;
  readonly camera: Camera;
  readonly calm: () => boolean;
}

/** What a frame is drawn for. */
export interface Moment {
  readonly model: TownModel;
  readonly detail: Detail;
  /** `Pod/default/web-1`, or the empty string. */
  readonly selected: string;
  /** The simulated time between two ticks, for what is on its way. */
  readonly tick: number;
  /** Whether simulated time passes now. */
  readonly isLive: boolean;
  readonly deltaMs: number;
  readonly timeMs: number;
  readonly maxVisitors: number;
}
