/** A Service over time: visitors served and lost, and how its error budget burns. */
import { useMemo } from 'preact/hooks';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import { sumOfLosses } from '../../../shared/cluster/traffic/totals.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { historyOf } from '../../state/history.ts';
import type { Look } from '../use-store.ts';
import { Chart } from './chart.tsx';
import { budgetCurves, trafficCurves } from './series.ts';

const SERVED = '#00694c';
const LOST = '#d55e00';

export function ServiceCharts({ game, look, service }: { game: Game; look: Look; service: string }) {
  const { samples } = historyOf(game);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  const newest = samples.at(-1)?.tick;
  const visitors = useMemo(() => trafficCurves(samples, service, start), [newest, service, start]);
  const budget = useMemo(() => budgetCurves(samples, service, start), [newest, service, start]);
  const traffic = look.get('Traffic', service);
  const score = scoreOf(look).services.find((candidate) => candidate.service === service);
  if (!traffic || !score) return <p class="soft">{t('gauge.nobody')}</p>;
  const burn = score.burnMilli;
  return (
    <div class="charts">
      <Chart
        title={t('chart.visitors')}
        testId="chart-visitors"
        curves={visitors}
        lines={[
          { label: t('chart.served'), colour: SERVED, fill: '#00694c22', now: String(traffic.servedRps) },
          { label: t('chart.lost'), colour: LOST, dash: [6, 3], now: String(sumOfLosses(traffic.lostRps)) },
        ]}
      />
      {score.targetPpm !== undefined && (
        <>
          <Chart
            title={t('chart.budget')}
            testId="chart-budget"
            curves={budget}
            lines={[
              {
                label: t('chart.budgetLeft'),
                colour: '#0b5c94',
                fill: '#0b5c9422',
                now: score.budgetLeftPpm === undefined ? '--' : `${Math.floor(score.budgetLeftPpm / 10_000)} %`,
              },
            ]}
          />
          <p class={burn !== undefined && burn > 1000 ? 'warning' : 'soft'}>
            {burn === undefined
              ? t('chart.burnNone')
              : t('chart.burn', { times: `${Math.floor(burn / 1000)}.${Math.floor((burn % 1000) / 100)}` })}
          </p>
        </>
      )}
    </div>
  );
}
