/** The outages that cost most: how long, how many visitors, what began each, and whose time it was. */
import type { Store } from '../../../shared/store/store.ts';
import type { Outage } from '../../../shared/api/world/network.ts';
import { costOf } from '../../../shared/cluster/traffic/outage-cost.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import { shortName } from '../describe-verb.ts';
import { OutageTime } from './outage-time.tsx';

/** More than that nobody reads. */
const MOST = 6;

export function OutageList({ store }: { store: Store }) {
  const outages = [...store.list('Outage')].sort(
    (a, b) => costOf(store, b) - costOf(store, a) || a.beganTick - b.beganTick || (a.key < b.key ? -1 : 1),
  );
  if (outages.length === 0) return null;
  return (
    <section class="card" data-testid="outages">
      <h2>{t('outage.whose')}</h2>
      <ul class="outages">
        {outages.slice(0, MOST).map((outage) => (
          <li key={outage.key}>
            <OutageRow store={store} outage={outage} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OutageRow({ store, outage }: { store: Store; outage: Outage }) {
  const { rootFault, phases } = why(store, outage.key);
  const start = store.get('Clock', 'clock')?.startedTick ?? 0;
  return (
    <details>
      <summary>
        <span class="mono">{formatTicks(Math.max(0, outage.beganTick - start))}</span> {shortName(outage.serviceKey)} ·{' '}
        {maybeT(`loss.${outage.firstReason}`) ?? outage.firstReason}
        <strong>
          {' '}
          {t(outage.endedTick === null ? 'outage.lostSoFar' : 'outage.lost', { count: costOf(store, outage) })}
        </strong>
      </summary>
      {rootFault && <p>{t('outage.cause', { cause: maybeT(`fault.${rootFault.type}.title`) ?? rootFault.type })}</p>}
      {phases ? <OutageTime phases={phases} /> : <p class="soft">{t('why.unknown')}</p>}
    </details>
  );
}
