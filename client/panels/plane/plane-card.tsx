/** The town hall itself: what is wrong with it and what helps; who works, who leads, how crowded and how full it is. */
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import { placesFor } from '../../../shared/cluster/plane/seats.ts';
import type { View } from '../../../shared/store/store.ts';
import { Ask } from '../../game/codex/ask.tsx';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import { More } from '../more.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { EtcdCard } from './etcd-card.tsx';
import { planeAdvice } from './plane-advice.ts';
import { ProcessTable } from './process-table.tsx';

export function PlaneCard({ game, view }: { game: Game; view: Look }) {
  const trouble = doorTrouble(view);
  return (
    <section class="work-list plane" aria-labelledby="plane-title" data-testid="plane">
      <h3 id="plane-title">
        {t('plane.title')} <Ask entry="etcd" word={t('plane.ledger')} />
      </h3>
      <p class={trouble === null ? 'soft' : 'broken'} data-testid="plane-door">
        {trouble === null ? t('plane.open') : maybeT(`plane.${trouble}`)}
      </p>
      <PlaneAdvice game={game} view={view} />
      <More name={t('plane.title')}>
        <p class="soft">{t('plane.hint')}</p>
        <ProcessTable game={game} view={view} />
        <Door game={game} view={view} />
        <EtcdCard game={game} view={view} />
      </More>
    </section>
  );
}

function PlaneAdvice({ game, view }: { game: Game; view: View }) {
  const advice = planeAdvice(view);
  if (advice === null) return null;
  return (
    <p class="plane-advice broken row" data-testid="plane-advice">
      <span>{maybeT(`plane.advice.${advice.key}`, advice.values)}</span>
      {advice.verb && (
        <VerbButton game={game} verb={advice.verb} primary>
          {maybeT(`verbName.${advice.verb.verb}`)}
        </VerbButton>
      )}
    </p>
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
