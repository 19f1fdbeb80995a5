/** The scene: draws the model. It holds no truth of its own: everything in it can be made again from the model. */
import { Scene } from 'phaser';
import type { Atlas } from '../atlas.ts';
import type { Camera } from '../camera.ts';
import { detailAt, type Detail } from '../lod.ts';
import type { TownModel } from '../scene-model.ts';
import type { Effort } from '../watchdog.ts';
import { CrowdLayer } from './crowd-layer.ts';
import { ErrandsLayer } from './errands-layer.ts';
import { landBox } from '../model/outline.ts';
import { Ground } from './ground.ts';
import { HallLayer } from './hall-layer.ts';
import { HostsLayer } from './hosts-layer.ts';
import { HousesLayer, plotInView } from './houses-layer.ts';
import { LabelAtlas } from './label-atlas.ts';
import { NightLayer } from './night-layer.ts';
import { PlaneLayer } from './plane-layer.ts';
import { PlotAtlas } from './plot-atlas.ts';
import { SelectionLayer } from './selection-layer.ts';
import { SignsLayer } from './signs-layer.ts';
import { ATLAS, Sprites } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';
import { VillagesLayer } from './villages-layer.ts';
import type { TownWords } from './words.ts';

export interface SceneOptions {
  readonly camera: Camera;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly atlas: Atlas;
  readonly words: TownWords;
  readonly calm: () => boolean;
  readonly onReady: () => void;
  /** Before each frame: what is to be shown beside the model. */
  readonly now: () => Pick<Moment, 'selected' | 'tick' | 'isLive'> & { readonly effort: Effort };
  readonly onFrame: (intervalMs: number) => void;
}

interface Layers {
  readonly ground: Ground;
  readonly villages: VillagesLayer;
  readonly houses: HousesLayer;
  readonly hosts: HostsLayer;
  readonly hall: HallLayer;
  readonly plane: PlaneLayer;
  readonly errands: ErrandsLayer;
  readonly crowd: CrowdLayer;
  readonly night: NightLayer;
  readonly signs: SignsLayer;
  readonly selection: SelectionLayer;
}

export class TownScene extends Scene {
  readonly #options: SceneOptions;
  #stage: Stage | null = null;
  #layers: Layers | null = null;
  #model: TownModel | null = null;
  #drawnLayout = '';
  #cameraVersion = -1;
  #drawn = '';
  #seen = '';
  #isStale = true;

  constructor(options: SceneOptions) {
    super('town');
    this.#options = options;
  }

  create(): void {
    const { camera, ratio, atlas, words, calm } = this.#options;
    // Typed for pictures that were loaded; one that was painted is taken as well.
    this.textures.addAtlas(ATLAS, atlas.canvas as unknown as HTMLImageElement, { frames: atlas.frames });
    const stage: Stage = {
      scene: this,
      sprites: new Sprites(this, 1 / atlas.fineness),
      labels: new LabelAtlas(this, ratio > 1 ? 2 : 1),
      plots: new PlotAtlas(this, ratio > 1 ? 2 : 1, () => {
        this.#layers?.villages.redress();
        if (this.#model) this.#layers?.hosts.update(this.#model);
        this.#isStale = true;
      }),
      camera,
      calm,
    };
    this.#stage = stage;
    this.#layers = {
      ground: new Ground(stage.sprites),
      villages: new VillagesLayer(stage),
      houses: new HousesLayer(stage),
      hosts: new HostsLayer(stage),
      hall: new HallLayer(stage),
      plane: new PlaneLayer(stage),
      errands: new ErrandsLayer(stage),
      crowd: new CrowdLayer(stage, words.loss),
      night: new NightLayer(stage),
      signs: new SignsLayer(stage, words),
      selection: new SelectionLayer(stage),
    };
    this.cameras.main.setBackgroundColor('#dcebcb');
    if (this.#model) this.show(this.#model, true);
    this.#options.onReady();
  }

  /** `isFresh`: it follows on nothing that was shown before. */
  show(model: TownModel, isFresh: boolean): void {
    this.#model = model;
    const [layers, stage] = [this.#layers, this.#stage];
    if (!layers || !stage) return;
    if (isFresh) {
      layers.crowd.clear();
      layers.errands.clear();
    }
    if (model.layout.id !== this.#drawnLayout) {
      this.#drawnLayout = model.layout.id;
      layers.ground.draw(model.layout, this.#options.ratio > 1 ? 2 : 1);
      stage.camera.bounds = landBox(model.layout);
      layers.crowd.clear();
    }
    layers.villages.update(model.villages, model.layout.plots, model.layout.id);
    layers.houses.update(model);
    layers.hosts.update(model);
    layers.hall.update(model);
    layers.plane.update(model);
    layers.errands.update(model, isFresh);
    this.#isStale = true;
  }

  /** Words are drawn anew: another language, another text size. */
  relabel(textScale: number): void {
    const labels = this.#stage?.labels;
    if (!labels) return;
    labels.textScale = textScale;
    labels.clear();
    this.#layers?.crowd.clear();
    this.#isStale = true;
  }

  override update(timeMs: number, deltaMs: number): void {
    const [layers, stage, model] = [this.#layers, this.#stage, this.#model];
    if (!layers || !stage || !model) return;
    const { camera } = stage;
    camera.advance(deltaMs);
    const { effort, ...now } = this.#options.now();
    const detail = detailAt(camera.zoom * effort.detail);
    const moment: Moment = { ...now, maxVisitors: effort.maxVisitors, model, detail, deltaMs, timeMs };
    this.#look(layers, model, detail, moment.selected);
    layers.villages.frame(moment);
    layers.errands.frame(moment);
    layers.crowd.frame(moment);
    layers.night.frame(moment, layers.houses);
    layers.selection.frame(moment);
    if (this.#isStale) {
      this.#isStale = false;
      layers.signs.draw(moment, layers.houses, layers.villages);
    }
    this.#options.onFrame(deltaMs);
  }

  /** Follows the camera, and finds out whether something else is to be seen than before. */
  #look({ villages, houses, hall }: Layers, model: TownModel, detail: Detail, selected: string): void {
    const { camera } = this.#options;
    const drawn = `${detail} ${selected} ${model.tick}`;
    if (this.#drawn !== drawn) this.#isStale = true;
    this.#drawn = drawn;
    if (camera.version === this.#cameraVersion && !this.#isStale) return;
    this.#cameraVersion = camera.version;
    const { ratio } = this.#options;
    this.cameras.main.setZoom(camera.zoom * ratio).centerOn(camera.x, camera.y);
    const view = camera.view();
    const shown = new Set<string>();
    for (const village of villages.drawn.values()) {
      village.isInView = plotInView(village.plot, view);
      if (village.isInView) shown.add(village.plot.node);
    }
    hall.cull(view);
    // What is written stands in the town: it changes with the zoom, and with which villages are in view.
    const seen = `${camera.zoom} ${[...shown].join(' ')}`;
    if (seen === this.#seen && !this.#isStale) return;
    this.#seen = seen;
    this.#isStale = true;
    houses.cull((node) => detail !== 'map' && (node === null || shown.has(node)));
  }

  /** For tests: what a frame costs the graphics chip. */
  counts(): { readonly objects: number; readonly textures: number; readonly visitors: number } {
    return {
      objects: this.children.length,
      textures: this.textures.getTextureKeys().length,
      visitors: this.#layers?.crowd.count ?? 0,
    };
  }
}
