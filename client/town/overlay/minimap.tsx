/** The whole town small, and what is seen of it. A canvas of its own, drawn ten times a second at most. */
import { useEffect, useRef } from 'preact/hooks';
import { iso } from '../../../assets/art/iso.ts';
import { t } from '../../i18n/i18n.ts';
import type { Box } from '../camera.ts';
import { isAbnormal, type House } from '../model/houses.ts';
import { slotPlace } from '../model/places.ts';
import type { TownModel } from '../scene-model.ts';
import { homeBox } from '../model/outline.ts';
import type { TownControl } from '../town-control.ts';

const WIDTH = 176;
const HEIGHT = 96;

export function Minimap({ control }: { control: TownControl }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const model = control.state.model.value;
  const seen = control.sight.seen.value;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && model) draw(context, model, control.camera.view());
  }, [model, seen, control]);
  const go = (event: MouseEvent & { currentTarget: HTMLCanvasElement }) => {
    if (!model) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { scale, left, top } = fitting(homeBox(model.layout));
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    control.sight.goTo((x * WIDTH) / box.width / scale + left, (y * HEIGHT) / box.height / scale + top);
  };
  const ratio = window.devicePixelRatio;
  return (
    <canvas
      ref={canvas}
      class="town-minimap"
      width={WIDTH * ratio}
      height={HEIGHT * ratio}
      aria-hidden="true"
      title={t('town.minimap')}
      onClick={go}
    />
  );
}

function fitting(box: Box): { readonly scale: number; readonly left: number; readonly top: number } {
  const scale = Math.min(WIDTH / (box.right - box.left), HEIGHT / (box.bottom - box.top));
  const left = (box.left + box.right) / 2 - WIDTH / 2 / scale;
  return { scale, left, top: (box.top + box.bottom) / 2 - HEIGHT / 2 / scale };
}

const TROUBLE: ReadonlySet<House['state']> = new Set(['crash', 'oom', 'probefail', 'evicted']);

function colourOf(house: House): string {
  if (house.isDark || TROUBLE.has(house.state)) return '#d55e00';
  return isAbnormal(house) ? '#0072b2' : '#00694c';
}

function draw(context: CanvasRenderingContext2D, model: TownModel, view: Box): void {
  const { layout } = model;
  const { scale, left, top } = fitting(homeBox(layout));
  const ratio = window.devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  const at = (x: number, y: number): readonly [number, number] => {
    const [px, py] = iso(x, y);
    return [(px - left) * scale, (py - top) * scale];
  };
  const villages = new Map(model.villages.map((village) => [village.node, village]));
  for (const plot of layout.plots) {
    const { x, y, width, depth } = plot;
    const isDark = villages.get(plot.node)?.variant === 'notready';
    context.fillStyle = isDark ? '#4d5563' : '#a8cf88';
    context.beginPath();
    for (const corner of [at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth)])
      context.lineTo(...corner);
    context.fill();
  }
  for (const { x, y, width, depth } of layout.hosts) {
    context.fillStyle = '#cbbf9f';
    context.beginPath();
    for (const corner of [at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth)])
      context.lineTo(...corner);
    context.fill();
  }
  const plots = new Map(layout.plots.map((plot) => [plot.node, plot]));
  for (const house of model.houses) {
    const plot = plots.get(house.node ?? '');
    if (!plot) continue;
    const place = slotPlace(plot, house.slot);
    const [px, py] = at(place.x, place.y);
    const size = isAbnormal(house) ? 4.5 : 3;
    context.fillStyle = colourOf(house);
    context.fillRect(px - size / 2, py - size / 2, size, size);
  }
  context.fillStyle = '#5b4a36';
  for (const { x, y } of Object.values(layout.landmarks)) {
    const [px, py] = at(x, y);
    context.fillRect(px - 2, py - 2, 4, 4);
  }
  context.strokeStyle = '#1f2933';
  context.lineWidth = 1.5;
  context.strokeRect(
    (view.left - left) * scale,
    (view.top - top) * scale,
    (view.right - view.left) * scale,
    (view.bottom - view.top) * scale,
  );
}
