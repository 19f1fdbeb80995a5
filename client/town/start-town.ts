/** Starts Phaser with the town in it. Loaded on demand, with the engine, as a chunk of its own. */
import { CANVAS, Game as PhaserGame, Scale, WEBGL, type Renderer as PhaserRenderer } from 'phaser';
import type { Atlas } from './atlas.ts';
import type { Camera } from './camera.ts';
import { wantedRenderer, type Renderer } from './renderer.ts';
import { TownScene, type SceneOptions } from './scene/town-scene.ts';
import { Watchdog, type Effort } from './watchdog.ts';

export interface TownOptions extends Pick<SceneOptions, 'words' | 'calm' | 'onReady'> {
  readonly parent: HTMLElement;
  readonly renderer: Renderer;
  readonly atlas: Atlas;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly camera: Camera;
  /** `effort`: instead of what the watchdog allows, for measuring. */
  readonly now: () => {
    readonly selected: string;
    readonly tick: number;
    readonly isLive: boolean;
    readonly effort?: Effort;
  };
  readonly onFrame: () => void;
  /** The graphics chip gave up and did not come back, or is too slow: start again, plainer. */
  readonly onGiveUp: () => void;
}

/** A lost context comes back at once, or not at all. */
const COMEBACK_MS = 4000;
/** Of the watchdog: from here on WebGL is not worth another try. */
const GIVE_UP_LEVEL = 2;
const IDLE_FPS = 10;
const REST_AFTER_MS = 3000;

export class Town {
  readonly scene: TownScene;
  readonly watchdog = new Watchdog();
  readonly #game: PhaserGame;
  readonly #options: TownOptions;
  readonly #ratio: number;
  #comeback = 0;
  #fps = 60;
  #stillMs = 0;
  #cameraVersion = -1;

  constructor(options: TownOptions) {
    this.#options = options;
    const { parent, renderer, camera, atlas, ratio } = options;
    this.#ratio = ratio;
    this.scene = new TownScene({
      camera,
      ratio,
      atlas,
      words: options.words,
      calm: options.calm,
      onReady: options.onReady,
      now: () => ({ effort: this.watchdog.effort, ...options.now() }),
      onFrame: (intervalMs) => this.#onFrame(intervalMs),
    });
    this.#game = new PhaserGame({
      type: renderer === 'webgl' ? WEBGL : CANVAS,
      parent,
      scene: this.scene,
      backgroundColor: '#dcebcb',
      scale: {
        mode: Scale.NONE,
        width: camera.width * this.#ratio,
        height: camera.height * this.#ratio,
        zoom: 1 / this.#ratio,
      },
      render: { antialias: true, antialiasGL: false, stencil: false, powerPreference: 'low-power' },
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      disableContextMenu: false,
      banner: false,
    });
    this.#game.canvas?.setAttribute('aria-hidden', 'true');
    this.#watchContext();
  }

  get canvas(): HTMLCanvasElement {
    return this.#game.canvas;
  }

  /** Null: Canvas draws. */
  get graphics(): WebGLRenderingContext | null {
    const { renderer } = this.#game;
    return renderer.type === WEBGL ? (renderer as PhaserRenderer.WebGL.WebGLRenderer).gl : null;
  }

  /** The camera has another size. */
  resize(): void {
    const { camera } = this.#options;
    const { width, height } = camera;
    camera.version += 1;
    this.#game.scale.resize(Math.round(width * this.#ratio), Math.round(height * this.#ratio));
  }

  /** One frame by hand, for tests. */
  step(timeMs: number, deltaMs: number): void {
    this.#game.loop.sleep();
    this.#game.step(timeMs, deltaMs);
  }

  destroy(): void {
    window.clearTimeout(this.#comeback);
    this.#game.destroy(true);
  }

  #onFrame(intervalMs: number): void {
    this.#options.onFrame();
    this.#rest(intervalMs);
    // Frames that are slow on purpose say nothing of the machine.
    if (this.#fps === IDLE_FPS || !this.watchdog.frame(intervalMs)) return;
    const { maxPixelRatio } = this.watchdog.effort;
    const { renderer } = this.#options;
    // Slow with a graphics chip, or too many pixels for it: canvas draws fewer, and often sooner.
    const isTooMuch = maxPixelRatio < this.#ratio || this.watchdog.level >= GIVE_UP_LEVEL;
    if (renderer === 'webgl' && isTooMuch && wantedRenderer(location.search) === null) this.#options.onGiveUp();
  }

  /** Where nothing moves, or nothing shall, ten frames a second are enough: it spares batteries in a class room. */
  #rest(intervalMs: number): void {
    const { version } = this.#options.camera;
    const isLive = this.#options.now().isLive && !this.#options.calm();
    const isMoving = isLive || version !== this.#cameraVersion;
    this.#cameraVersion = version;
    this.#stillMs = isMoving ? 0 : this.#stillMs + intervalMs;
    const fps = this.#stillMs > REST_AFTER_MS ? IDLE_FPS : this.watchdog.effort.fps;
    if (fps === this.#fps) return;
    this.#fps = fps;
    // 0: no limit but the screen's own.
    this.#game.loop.setFPSLimit(fps === 60 ? 0 : fps);
  }

  #watchContext(): void {
    this.#game.events.once('ready', () => {
      const { canvas } = this.#game;
      canvas.setAttribute('aria-hidden', 'true');
      canvas.addEventListener('webglcontextlost', () => {
        this.#comeback = window.setTimeout(this.#options.onGiveUp, COMEBACK_MS);
      });
      canvas.addEventListener('webglcontextrestored', () => window.clearTimeout(this.#comeback));
    });
  }
}
