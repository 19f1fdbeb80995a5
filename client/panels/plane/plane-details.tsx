/** The town hall in full: its processes, the seats at the API server, and the ledger. */
import { placesFor } from '../../../shared/cluster/plane/seats.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import { useStore, type Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { EtcdCard } from './etcd-card.tsx';
import { ProcessTable } from './process-table.tsx';

export function PlaneDetails({ game }: { game: Game }) {
  const view = useStore(game);
  if (!view) return null;
  return (
    <>
      <p class="soft">{t('plane.hint')}</p>
      <ProcessTable game={game} view={view} />
      <Door game={game} view={view} />
      <EtcdCard game={game} view={view} />
    </>
  );
}

/** The API server's seats, and who is turned away from them with 429. */
function Door({ game, view }: { game: Game; view: Look }) {
  const crowd = [...view.list('NoisyClient')];
  const asked = crowd.reduce((sum, { requestsPerTick }) => sum + requestsPerTick, 0);
  const waiting = view.count('Retry');
  return (
    <div data-testid="plane-seats">
      <h4>{t('plane.seats')}</h4>
      <p class="soft">
        {t('plane.seatsFor', { people: placesFor(view, 'people'), system: placesFor(view, 'system') })}
      </p>
      <p class={asked > 0 ? 'broken' : 'soft'}>{t('plane.asked', { count: asked })}</p>
      {waiting > 0 && <p class="broken">{t('plane.turnedAway', { count: waiting })}</p>}
      <ul class="work-items">
        {crowd.map(({ key, requestsPerTick }) => (
          <li key={key} class="row broken" data-testid={`noisy-${key}`}>
            <span>{t('plane.noisy', { name: key, count: requestsPerTick })}</span>
            <VerbButton game={game} verb={{ verb: 'limitClient', client: key }} primary>
              {t('plane.limit')}
            </VerbButton>
            <Why look={view} reference={`NoisyClient/${key}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
