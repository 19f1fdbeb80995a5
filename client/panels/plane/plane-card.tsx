/** The town hall itself: who works, who leads, and the way to bring back who does not. */
import type { PlaneProcess } from '../../../shared/api/world/plane.ts';
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import { EtcdCard } from './etcd-card.tsx';

export function PlaneCard({ game, view }: { game: Game; view: View }) {
  const trouble = doorTrouble(view);
  return (
    <section class="work-list plane" aria-labelledby="plane-title" data-testid="plane">
      <h3 id="plane-title">{t('plane.title')}</h3>
      <p class="soft">{t('plane.hint')}</p>
      <p class={trouble === null ? 'soft' : 'broken'} data-testid="plane-door">
        {trouble === null ? t('plane.open') : maybeT(`plane.${trouble}`)}
      </p>
      <ul class="work-items">
        {view.keys('PlaneProcess').flatMap((key) => {
          const process = view.get('PlaneProcess', key);
          return process ? [<ProcessRow key={key} game={game} view={view} process={process} />] : [];
        })}
        {[...view.list('NoisyClient')].map(({ key, requestsPerTick }) => (
          <li key={key} class="row broken" data-testid={`noisy-${key}`}>
            <span>{t('plane.noisy', { name: key, count: requestsPerTick })}</span>
            <VerbButton game={game} verb={{ verb: 'limitClient', client: key }} primary>
              {t('plane.limit')}
            </VerbButton>
          </li>
        ))}
      </ul>
      <EtcdCard game={game} view={view} />
    </section>
  );
}

export function stateText(view: View, state: PlaneProcess['state'], startDoneTick: number | null): string {
  const time = formatTicks(Math.max(0, (startDoneTick ?? view.tick) - view.tick));
  return maybeT(`plane.state.${state}`, { time }) ?? state;
}

function ProcessRow({ game, view, process }: { game: Game; view: View; process: PlaneProcess }) {
  const { key, component, state, startDoneTick, leadingSinceTick } = process;
  const role = leadingSinceTick === null ? t('plane.role.standby') : t('plane.role.leads');
  return (
    <li class={state === 'running' ? 'row' : 'row broken'} data-testid={`component-${key}`}>
      <span>
        <code>{key}</code>: <strong>{stateText(view, state, startDoneTick)}</strong>
        {component !== 'api-server' && state === 'running' && `, ${role}`}
      </span>
      <ComponentButtons game={game} component={key} state={state} />
    </li>
  );
}

interface Buttons {
  readonly game: Game;
  readonly component: string;
  readonly state: PlaneProcess['state'];
}

export function ComponentButtons({ game, component, state }: Buttons) {
  return (
    <>
      <VerbButton
        game={game}
        verb={{ verb: 'restartComponent', component }}
        primary={state === 'stopped'}
        blocked={state === 'starting' ? t('plane.notNow') : undefined}
      >
        {t('plane.restart')}
      </VerbButton>
      {game.connection.identity.value.as === 'teacher' && state !== 'stopped' && (
        <VerbButton game={game} verb={{ verb: 'stopComponent', component }} danger>
          {t('plane.stop')}
        </VerbButton>
      )}
    </>
  );
}
