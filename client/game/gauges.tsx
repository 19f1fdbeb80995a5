/** The gauges: what was served of what was asked, now and so far. They never lie: where nobody came, they show `--`. */
import { useState } from 'preact/hooks';
import { throttledPods } from '../../shared/cluster/runtime/throttling.ts';
import { scoreOf, type ServiceScore } from '../../shared/cluster/score/score.ts';
import { sumOfLosses } from '../../shared/cluster/traffic/totals.ts';
import { LOSS_REASONS, type Traffic } from '../../shared/api/world/network.ts';
import { formatPpm, maybeT, t } from '../i18n/i18n.ts';
import { ServiceCharts } from '../panels/charts/service-charts.tsx';
import { shortName } from '../panels/describe-verb.ts';
import { Mood } from '../panels/state-badge.tsx';
import { Why } from '../panels/objects/why.tsx';
import { useStore, type Look } from '../panels/use-store.ts';
import { ObjectLink } from '../panels/object-link.tsx';
import type { Game } from '../state/game.ts';
import { budgetText } from './budget-text.ts';
import { moodOf } from './mood-of.ts';

/** Of what is listed in the narrow column. */
const MOST_NAMES = 4;

export function Gauges({ game }: { game: Game }) {
  const store = useStore(game);
  if (!store) return null;
  const score = scoreOf(store);
  const throttled = throttledPods(store);
  return (
    <section class="card gauges" aria-label={t('gauge.title')} data-testid="gauges">
      <p class="uptime">
        <span>{t('gauge.uptime')}</span>
        <strong data-testid="uptime">{formatPpm(score.uptimePpm)}</strong>
      </p>
      <ul>
        {score.services.map((service) => (
          <ServiceGauge key={service.service} game={game} view={store} service={service} />
        ))}
      </ul>
      {score.belongingsKept + score.belongingsLost > 0 && (
        <p class={score.belongingsLost > 0 ? 'losing' : 'soft'} data-testid="belongings">
          {t('gauge.belongings', { kept: score.belongingsKept, lost: score.belongingsLost })}
        </p>
      )}
      {throttled.length > 0 && (
        <p class="losing" data-testid="throttled">
          {t('gauge.throttled', { count: throttled.length, pods: someOf(throttled.map(shortName)) })}
        </p>
      )}
      {score.services.length === 0 && <p class="soft">{t('gauge.noServices')}</p>}
    </section>
  );
}

/** The first few names: the column is narrow. */
function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} +${rest}` : names.join(', ');
}

function ServiceGauge({ game, view, service }: { game: Game; view: Look; service: ServiceScore }) {
  const traffic = view.get('Traffic', service.service);
  const lostRps = traffic ? sumOfLosses(traffic.lostRps) : 0;
  const offeredRps = (traffic?.servedRps ?? 0) + lostRps;
  return (
    <li class={lostRps > 0 ? 'gauge losing' : 'gauge'} data-testid={`gauge-${shortName(service.service)}`}>
      <div class="gauge-head">
        <Mood level={moodOf(traffic?.servedRps ?? 0, lostRps)} />
        <ObjectLink game={game} kind="Service" objectKey={service.service}>
          {shortName(service.service)}
        </ObjectLink>
        <strong class="number">{formatPpm(service.uptimePpm)}</strong>
      </div>
      <div class="gauge-now">
        {offeredRps === 0
          ? t('gauge.nobody')
          : t('gauge.now', { served: traffic?.servedRps ?? 0, offered: offeredRps })}
      </div>
      <Budget service={service} />
      {traffic && lostRps > 0 && <Losses traffic={traffic} />}
      <div class="gauge-asks">
        {lostRps > 0 && <WhyLost look={view} service={service.service} />}
        {service.offered > 0 && <OverTime game={game} look={view} service={service.service} />}
      </div>
    </li>
  );
}

/** The curves of the gauge, drawn only while somebody looks. */
function OverTime({ game, look, service }: { game: Game; look: Look; service: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="over-time">
      <button
        type="button"
        class="small"
        aria-expanded={isOpen}
        data-testid="over-time"
        onClick={() => setOpen(!isOpen)}
      >
        {t('gauge.overTime')}
      </button>
      {isOpen && <ServiceCharts game={game} look={look} service={service} />}
    </div>
  );
}

function Budget({ service }: { service: ServiceScore }) {
  if (service.targetPpm === undefined || service.offered === 0) return null;
  const left = service.budgetLeftPpm;
  const percent = left === undefined ? 100 : Math.max(0, Math.min(100, Math.floor(left / 10_000)));
  return (
    <div class="budget" title={t('gauge.budgetAbout', { target: formatPpm(service.targetPpm) })}>
      {left !== undefined && (
        <span class="bar" aria-hidden="true">
          <span class={percent < 25 ? 'bar-fill nearly-full' : 'bar-fill'} style={{ width: `${percent}%` }} />
        </span>
      )}
      <span class="soft">{budgetText(service)}</span>
    </div>
  );
}

/** The open outage of the service, back to what began it. */
function WhyLost({ look, service }: { look: Look; service: string }) {
  const outage = look.by('openOutages', service)[0];
  return outage === undefined ? null : <Why key={outage} look={look} reference={`Outage/${outage}`} />;
}

function Losses({ traffic }: { traffic: Traffic }) {
  return (
    <ul class="losses">
      {LOSS_REASONS.filter((reason) => (traffic.lostRps[reason] ?? 0) > 0).map((reason) => (
        <li key={reason}>
          <strong>{t('gauge.lost', { count: traffic.lostRps[reason] ?? 0 })}</strong> {maybeT(`loss.${reason}`)}{' '}
          <code class="soft">{reason}</code>
        </li>
      ))}
    </ul>
  );
}
