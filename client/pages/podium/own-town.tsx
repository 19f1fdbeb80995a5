/** How one's own town did: its uptime, its best and its worst moment, and each service against what was promised. */
import { scoreOf, type Score, type ServiceScore } from '../../../shared/cluster/score/score.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import { formatPpm, formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import { Icon } from '../../panels/icon.tsx';
import { shortName } from '../../panels/describe-verb.ts';
import { OutageList } from '../../panels/objects/outage-list.tsx';
import { useStore, type Look } from '../../panels/use-store.ts';
import type { Game } from '../../state/game.ts';
import { momentsOf } from './moments.ts';

export function OwnTown({ game }: { game: Game }) {
  const look = useStore(game);
  if (!look) return null;
  const score = scoreOf(look);
  const { lobby, cluster, kind } = game.connection;
  const team = lobby.value.teams.find(({ id }) => id === cluster.value);
  return (
    <>
      <section class="card own-score" data-testid="own-score">
        {team !== undefined && kind === 'server' && <h2>{team.name}</h2>}
        <Sum score={score} />
        <MomentCards look={look} hasVisitors={score.offered > 0} />
        <Services services={score.services} />
      </section>
      <OutageList store={look.store} />
    </>
  );
}

function Sum({ score }: { score: Score }) {
  const promised = score.services.filter(({ targetPpm }) => targetPpm !== undefined);
  const kept = promised.filter(({ uptimePpm, targetPpm }) => (uptimePpm ?? -1) >= (targetPpm ?? 0));
  const judged = promised.filter(({ uptimePpm }) => uptimePpm !== undefined);
  return (
    <div class="sum">
      <p class="uptime-large">
        {t('podium.uptime')} <strong data-testid="podium-uptime">{formatPpm(score.uptimePpm)}</strong>
      </p>
      <dl class="facts">
        {judged.length > 0 && (
          <Fact name={t('podium.promises')} value={t('podium.kept', { kept: kept.length, count: judged.length })} />
        )}
        <Fact name={t('podium.served')} value={String(score.served)} />
        <Fact name={t('podium.offered')} value={String(score.offered)} />
        <Fact name={t('podium.hand')} value={formatPpm(score.handPpm)} />
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Where nobody came there is nothing to be proud of, and nothing to regret. */
function MomentCards({ look, hasVisitors }: { look: Look; hasVisitors: boolean }) {
  const { best, worst } = momentsOf(look);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  if (!hasVisitors || best === null) return null;
  const cause = worst && why(look.store, worst.outage.key).rootFault;
  return (
    <div class="moments">
      {best.ticks > 0 && (
        <section class="moment good" data-testid="moment-best">
          <h2>
            <Icon name="star" /> {t('podium.best')}
          </h2>
          <p class="moment-time">{formatTicks(best.ticks)}</p>
          <p>{t('podium.bestFrom', { time: formatTicks(best.fromTick - start) })}</p>
        </section>
      )}
      {worst !== null && (
        <section class="moment" data-testid="moment-worst">
          <h2>
            <Icon name="bolt" /> {t('podium.worst')}
          </h2>
          <p class="moment-time">{formatTicks(worst.ticks)}</p>
          <p>
            <strong>{shortName(worst.outage.serviceKey)}</strong>{' '}
            {t('podium.worstFrom', { time: formatTicks(worst.fromTick - start) })}{' '}
            {maybeT(`loss.${worst.outage.firstReason}`) ?? worst.outage.firstReason}
          </p>
          {cause && <p>{t('outage.cause', { cause: maybeT(`fault.${cause.type}.title`) ?? cause.type })}</p>}
        </section>
      )}
    </div>
  );
}

function Services({ services }: { services: readonly ServiceScore[] }) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('gauge.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('kind.Service')}</th>
            {(['podium.uptime', 'podium.target', 'podium.served', 'podium.lost'] as const).map((key) => (
              <th key={key} scope="col" class="number">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.service}>
              <td>{shortName(service.service)}</td>
              <td class="number">{formatPpm(service.uptimePpm)}</td>
              <td class="number">{formatPpm(service.targetPpm)}</td>
              <td class="number">{service.served}</td>
              <td class="number">{service.lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
