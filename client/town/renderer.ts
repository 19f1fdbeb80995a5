/** Which of Phaser's renderers draws: WebGL where a graphics chip does the work, else Canvas. Phaser.AUTO cannot tell. */

export type Renderer = 'webgl' | 'canvas';

/** These are WebGL computed by the processor: several times dearer than drawing on a canvas. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export interface Probe {
  /** What the driver calls itself; null: no WebGL without a major performance caveat. */
  readonly rendererName: string | null;
}

/** `?r=canvas` or `?r=webgl` overrules. */
export function chooseRenderer(search: string, { rendererName }: Probe): Renderer {
  const wanted = new URLSearchParams(search).get('r');
  if (wanted === 'canvas' || wanted === 'webgl') return wanted;
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

/** Canvas draws each device pixel itself; beyond 2 nobody sees a difference. */
export function pixelRatio(renderer: Renderer, deviceRatio: number): number {
  return renderer === 'canvas' ? 1 : Math.min(2, Math.max(1, deviceRatio));
}
