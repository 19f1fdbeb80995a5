/** The town hall itself: what is wrong with it and what helps; folded away, who works, how crowded and how full it is. */
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import { Ask } from '../../game/codex/ask.tsx';
import { latePanel } from '../../game/late-panel.tsx';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { More } from '../more.tsx';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { planeAdvice } from './plane-advice.ts';

const PlaneDetails = latePanel(async () => (await import('./plane-details.tsx')).PlaneDetails);

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
        <PlaneDetails game={game} />
      </More>
    </section>
  );
}

function PlaneAdvice({ game, view }: { game: Game; view: Look }) {
  const advice = planeAdvice(view);
  if (advice === null) return null;
  return (
    <div class="plane-advice broken row" data-testid="plane-advice">
      <span>{maybeT(`plane.advice.${advice.key}`, advice.values)}</span>
      {advice.verb && (
        <VerbButton game={game} verb={advice.verb} primary>
          {maybeT(`verbName.${advice.verb.verb}`)}
        </VerbButton>
      )}
      <Why look={view} reference={advice.about} />
    </div>
  );
}
