/** An autoscaler over time: what it measures, what it aims at, and how many houses it asks for. */
import { useMemo } from 'preact/hooks';
import type { HorizontalPodAutoscaler, MetricSpec } from '../../../shared/api/horizontal-pod-autoscaler.ts';
import { parseMilli } from '../../../shared/api/quantity.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { historyOf } from '../../state/history.ts';
import type { Look } from '../use-store.ts';
import { Chart } from './chart.tsx';
import { scalerCurves } from './series.ts';

interface Target {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Of its first metric; the chart shows that one. */
function targetOf(metric: MetricSpec | undefined): Target {
  switch (metric?.type) {
    case 'Resource':
      return targetOfResource(metric.resource.name, metric.resource.target);
    case 'ContainerResource':
      return targetOfResource(metric.containerResource.name, metric.containerResource.target);
    case 'Pods':
      return { name: metric.pods.metric.name, value: whole(metric.pods.target.averageValue), unit: '' };
    case 'Object':
      return { name: metric.object.metric.name, value: whole(amountOf(metric.object.target)), unit: '' };
    case 'External':
      return { name: metric.external.metric.name, value: whole(amountOf(metric.external.target)), unit: '' };
    case undefined:
      return { name: '', value: 0, unit: '' };
  }
}

type ValueTarget = Extract<MetricSpec, { type: 'External' }>['external']['target'];
const amountOf = (target: ValueTarget) => (target.type === 'Value' ? target.value : target.averageValue);
const whole = (quantity: string) => Math.floor(parseMilli(quantity) / 1000);

function targetOfResource(
  name: string,
  target: Extract<MetricSpec, { type: 'Resource' }>['resource']['target'],
): Target {
  if (target.type === 'Utilization') return { name, value: target.averageUtilization, unit: ' %' };
  return { name, value: whole(target.averageValue), unit: '' };
}

interface Props {
  readonly game: Game;
  readonly look: Look;
  readonly scaler: HorizontalPodAutoscaler;
}

export function ScalerChart({ game, look, scaler }: Props) {
  const { metadata, spec, status } = scaler;
  const target = targetOf(spec.metrics[0]);
  const key = `${metadata.namespace}/${metadata.name}`;
  const { samples } = historyOf(game);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  const newest = samples.at(-1)?.tick;
  const curves = useMemo(() => scalerCurves(samples, key, target.value, start), [newest, key, target.value, start]);
  const reading = status.currentMetrics[0];
  const metric = reading ? (reading.utilizationPercent ?? Math.floor(reading.valueMilli / 1000)) : null;
  return (
    <Chart
      title={t('chart.scaler', { metric: target.name })}
      testId="chart-scaler"
      curves={curves}
      lines={[
        { label: t('chart.measured'), colour: '#7a3b75', now: metric === null ? '--' : `${metric}${target.unit}` },
        { label: t('chart.target'), colour: '#4d5a66', dash: [2, 4], now: `${target.value}${target.unit}` },
        {
          label: t('chart.replicas'),
          colour: '#00694c',
          scale: 'right',
          isStepped: true,
          now: String(status.currentReplicas),
        },
        {
          label: t('chart.wanted'),
          colour: '#0b5c94',
          dash: [6, 3],
          scale: 'right',
          isStepped: true,
          now: String(status.desiredReplicas),
        },
      ]}
    />
  );
}
