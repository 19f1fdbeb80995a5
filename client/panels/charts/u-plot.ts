/** uPlot with our colours and words. Loaded lazily, with its style. */
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartOptions } from './chart.tsx';
import type { Curves } from './series.ts';

const INK = '#4d5a66';
const GRID = { stroke: '#e6dfcd', width: 1 };
/** Room for figures. */
const AXIS_PX = 38;

export interface DrawnChart {
  readonly setData: (curves: Curves) => void;
  readonly setWidth: (width: number) => void;
  readonly destroy: () => void;
}

const toData = (curves: Curves) => curves.map((list) => [...list]) as unknown as UPlot.AlignedData;

export function drawChart(
  parent: HTMLElement,
  { lines, height, minimum, clock }: ChartOptions,
  curves: Curves,
): DrawnChart {
  const font = `${getComputedStyle(document.documentElement).fontSize} system-ui, sans-serif`.replace(
    /^[\d.]+/,
    (size) => String(Number(size) * 0.7),
  );
  const axis = { stroke: INK, grid: GRID, ticks: GRID, font };
  const twoScales = lines.some(({ scale }) => scale === 'right');
  const plot = new UPlot(
    {
      width: parent.clientWidth,
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false },
        left: {
          range: (_plot, least, most) => [Math.min(minimum, least ?? 0), Math.max(minimum + 1, most ?? 1) * 1.05],
        },
        right: { range: (_plot, _least, most) => [0, Math.max(1, most ?? 1) + 1] },
      },
      axes: [
        { ...axis, values: (_plot, ticks) => ticks.map(clock), space: 60, size: 24 },
        { ...axis, scale: 'left', size: AXIS_PX, space: 24 },
        ...(twoScales
          ? [{ ...axis, scale: 'right', side: 1 as const, size: 28, space: 24, grid: { show: false } }]
          : []),
      ],
      series: [
        {},
        ...lines.map(({ colour, dash, fill, scale = 'left', isStepped = false }) => ({
          scale,
          stroke: colour,
          width: 2,
          points: { show: false },
          ...(dash ? { dash: [...dash] } : {}),
          ...(fill ? { fill } : {}),
          ...(isStepped && UPlot.paths.stepped ? { paths: UPlot.paths.stepped({ align: 1 }) } : {}),
        })),
      ],
    },
    toData(curves),
    parent,
  );
  return {
    setData: (data) => plot.setData(toData(data)),
    setWidth: (width) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}
