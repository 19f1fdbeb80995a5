/** Which of Phaser's renderers draws: WebGL where a graphics chip does the work, else Canvas. Phaser.AUTO cannot tell. */

export type Renderer = 'webgl' | 'canvas';

/** These are WebGL computed by the processor: several times dearer than drawing on a canvas. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export interface Probe {
  /** What the driver calls itself; null: no WebGL without a major performance caveat. */
  readonly rendererName: string | null;
}

/** What `?r=canvas` or `?r=webgl` in the address asks for. */
export function wantedRenderer(search: string): Renderer | null {
  const wanted = new URLSearchParams(search).get('r');
  return wanted === 'canvas' || wanted === 'webgl' ? wanted : null;
}

export function chooseRenderer(search: string, { rendererName }: Probe): Renderer {
  const wanted = wantedRenderer(search);
  if (wanted !== null) return wanted;
  return rendererName === null || SOFTWARE.test(rendererName) ? 'canvas' : 'webgl';
}

export function probeWebGl(): Probe {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!context) return { rendererName: null };
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name = info ? context.getParameter(info.UNMASKED_RENDERER_WEBGL) : context.getParameter(context.RENDERER);
  // Browsers allow few contexts at a time.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { rendererName: String(name) };
}

/** Beyond 2 nobody sees a difference. */
const FINEST = 2;
/** Canvas draws each device pixel with the processor: so many of them it can, a phone's but not a projector's. */
const CANVAS_PIXELS = 1_400_000;

/** Device pixels a CSS pixel, for a town of so many CSS pixels. */
export function pixelRatio(renderer: Renderer, deviceRatio: number, cssPixels: number): number {
  const ratio = Math.min(FINEST, Math.max(1, deviceRatio));
  return renderer === 'canvas' && cssPixels * ratio * ratio > CANVAS_PIXELS ? 1 : ratio;
}
