/** A chart over time. What it shows is said in words below it, for who cannot see it. */
import { useEffect, useRef } from 'preact/hooks';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Curves } from './series.ts';
import type { DrawnChart } from './u-plot.ts';

export interface ChartLine {
  readonly label: string;
  readonly colour: string;
  /** Curves are told apart without colours, too. */
  readonly dash?: readonly number[];
  readonly fill?: string;
  readonly scale?: 'left' | 'right';
  readonly isStepped?: boolean;
  /** Its last value, in words. */
  readonly now: string;
}

export interface ChartOptions {
  readonly lines: readonly ChartLine[];
  readonly height: number;
  /** The left axis shows at least this and one more. */
  readonly minimum: number;
  readonly clock: (seconds: number) => string;
}

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly curves: Curves;
  readonly minimum?: number;
  readonly testId?: string;
}

const HEIGHT = 120;
const clock = (seconds: number) => formatTicks(Math.max(0, Math.round(seconds)));

export function Chart({ title, lines, curves, minimum = 0, testId }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const latest = useRef({ lines, curves });
  latest.current = { lines, curves };
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    let isGone = false;
    const resize = new ResizeObserver(() => drawn.current?.setWidth(parent.clientWidth));
    // Without it the words below still say it.
    import('./u-plot.ts')
      .then(({ drawChart }) => {
        if (isGone) return;
        const options = { lines: latest.current.lines, height: HEIGHT, minimum, clock };
        drawn.current = drawChart(parent, options, latest.current.curves);
        resize.observe(parent);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      resize.disconnect();
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [minimum]);
  useEffect(() => drawn.current?.setData(curves), [curves]);
  return (
    <figure class="chart" data-testid={testId}>
      <figcaption>{title}</figcaption>
      <div ref={place} class="chart-plot" aria-hidden="true" style={{ minHeight: `${HEIGHT}px` }} />
      <ul class="chart-legend" aria-label={t('chart.now')}>
        {lines.map(({ label, colour, dash, now }) => (
          <li key={label}>
            <svg class="chart-key" viewBox="0 0 24 6" aria-hidden="true">
              <path d="M0 3h24" stroke={colour} stroke-width="3" stroke-dasharray={dash?.join(' ')} />
            </svg>
            {label} <strong class="number">{now}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}
