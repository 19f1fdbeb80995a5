/** Ties the town together: game, model, camera and picture. Everything that lies over the canvas talks to this. */
import { batch, effect, signal } from '@preact/signals';
import { iso } from '../../assets/art/iso.ts';
import { language } from '../i18n/i18n.ts';
import { hasFirstPicture } from '../state/first-picture.ts';
import type { Game, Selection } from '../state/game.ts';
import { atlasAt, finenessFor } from './atlas.ts';
import { bindPod, podToBind } from './bind-target.ts';
import type { Camera, Point } from './camera.ts';
import { detailAt } from './lod.ts';
import { groundOf, pick, plotAt } from './picking.ts';
import { chooseRenderer, pixelRatio, probeWebGl, type Renderer } from './renderer.ts';
import type { TownModel } from './scene-model.ts';
import { Sight } from './sight.ts';
import type { Town } from './start-town.ts';
import { TownState } from './town-state.ts';
import { townWords } from './town-words.ts';

/** What the pointer is over, and where. */
export interface Hover {
  readonly at: Point;
  readonly target: Selection;
}

export class TownControl {
  readonly game: Game;
  readonly sight: Sight;
  readonly state: TownState;
  readonly isReady = signal(false);
  readonly isBroken = signal(false);
  readonly hover = signal<Hover | null>(null);
  /** A blueprint in the hand, on its way to a village. */
  readonly carried = signal<{ readonly pod: string; readonly at: Point; readonly node: string | null } | null>(null);
  /** The waiting pod under a press that may become a drag. */
  grabbed: string | null = null;
  town: Town | null = null;
  #renderer: Renderer;
  #parent: HTMLElement | null = null;
  #stopped = false;
  #cleanUps: (() => void)[] = [];
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(game: Game) {
    this.game = game;
    this.sight = new Sight(
      () => this.model?.layout,
      () => this.calm,
    );
    this.#renderer = chooseRenderer(location.search, probeWebGl());
    this.state = new TownState(game.connection, (model, isFresh) => this.#show(model, isFresh));
    this.state.begin();
  }

  get camera(): Camera {
    return this.sight.camera;
  }

  get model(): TownModel | null {
    return this.state.model.peek();
  }

  get calm(): boolean {
    return this.#motion.matches;
  }

  async start(parent: HTMLElement): Promise<void> {
    this.#parent = parent;
    try {
      const { Town: TownClass } = await import('./start-town.ts');
      await this.#begin(TownClass);
    } catch {
      this.isBroken.value = true;
      hasFirstPicture.value = true;
    }
    if (this.#stopped) return;
    this.sight.begin(parent);
    this.#cleanUps.push(
      () => this.sight.stop(),
      effect(() => {
        void language.value;
        void this.game.dial.value;
        this.town?.scene.relabel(rootTextScale());
      }),
      effect(() => this.#follow(this.game.selection.value)),
    );
  }

  async #begin(TownClass: typeof Town): Promise<void> {
    const [parent, renderer] = [this.#parent, this.#renderer];
    const ratio = pixelRatio(renderer, window.devicePixelRatio, this.camera.width * this.camera.height);
    const atlas = await atlasAt(finenessFor(ratio));
    if (!parent || this.#stopped) return;
    this.town = new TownClass({
      parent,
      renderer,
      atlas,
      ratio,
      camera: this.camera,
      words: townWords(this.game),
      calm: () => this.calm,
      onReady: () => this.#onReady(),
      now: () => {
        const selected = this.game.selection.peek();
        return { ...this.state.now(), selected: selected ? `${selected.kind}/${selected.key}` : '' };
      },
      onFrame: () => this.sight.onFrame(),
      onGiveUp: () => {
        this.town?.destroy();
        this.#renderer = 'canvas';
        void this.#begin(TownClass);
      },
    });
    const { model } = this;
    if (model) this.town.scene.show(model, true);
  }

  #onReady(): void {
    this.town?.scene.relabel(rootTextScale());
    this.sight.keepHome();
    this.isReady.value = true;
    hasFirstPicture.value = true;
  }

  #show(model: TownModel, isFresh: boolean): void {
    const before = this.#layoutId;
    this.#layoutId = model.layout.id;
    this.town?.scene.show(model, isFresh);
    if (before !== this.#layoutId) this.sight.keepHome();
  }

  #layoutId = '';

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    this.sight.resize(width, height);
    this.town?.resize();
  }

  at({ x, y }: Point): Selection | null {
    const { model } = this;
    if (!model) return null;
    const world = this.camera.toWorld(x, y);
    return pick(model, world.x, world.y, detailAt(this.camera.zoom) !== 'map');
  }

  nodeAt({ x, y }: Point): string | null {
    const world = this.camera.toWorld(x, y);
    return this.model ? (plotAt(this.model.layout, world.x, world.y)?.node ?? null) : null;
  }

  /** A click: a village takes the blueprint that is selected, if the viewer may bind it; else it selects. */
  tap(at: Point): void {
    const target = this.at(at);
    const pod = podToBind(this.game);
    const node = this.nodeAt(at);
    if (pod !== null && node !== null && target?.kind !== 'Landmark') {
      void bindPod(this.game, pod, node);
      return;
    }
    this.select(target);
  }

  select(target: Selection | null): void {
    this.#chosenHere = target;
    batch(() => {
      this.game.selection.value = target;
      if (target?.kind === 'Node') this.game.focusedNode.value = target.key;
    });
  }

  #chosenHere: Selection | null = null;

  /** What is selected elsewhere comes into view; what is selected here is there already. */
  #follow(selection: Selection | null): void {
    if (!selection || selection === this.#chosenHere || !this.model) return;
    this.show(selection);
  }

  /** Brings something into view, if it is not. */
  show(selection: Selection): void {
    const ground = this.model && groundOf(this.model, `${selection.kind}/${selection.key}`);
    if (ground) this.sight.show(...iso(ground.x, ground.y));
  }

  stop(): void {
    this.#stopped = true;
    for (const cleanUp of this.#cleanUps) cleanUp();
    this.#cleanUps = [];
    this.state.stop();
    this.town?.destroy();
    this.town = null;
  }
}

/** The viewer's text size against the usual 16 pixels. */
function rootTextScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) ? Math.min(2, Math.max(1, size / 16)) : 1;
}
