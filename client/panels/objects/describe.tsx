/** One object, as `kubectl describe` has it: what it is, its conditions, its events, why it is so; or its YAML. */
import { useState } from 'preact/hooks';
import type { ApiKind } from '../../../shared/api/kinds.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import { eventsAbout } from '../../game/event-list.ts';
import { eventSentence } from '../../game/event-sentence.ts';
import type { Game } from '../../state/game.ts';
import { BAD_STATES, shownState } from '../../state/pod-state.ts';
import { ScalerChart } from '../charts/scaler-chart.tsx';
import { ServiceCharts } from '../charts/service-charts.tsx';
import { shortName } from '../describe-verb.ts';
import { NodeVerbs } from '../nodes/node-verbs.tsx';
import { Revisions } from '../revisions.tsx';
import { StateLabel } from '../state-badge.tsx';
import { DeleteObject } from './delete-object.tsx';
import { Facts } from './facts.tsx';
import { kubectlDescribe } from './kubectl/describe.ts';
import { Logs } from './logs.tsx';
import type { Look } from '../use-store.ts';
import { Why } from './why.tsx';
import { YamlView } from './yaml-view.tsx';

const VIEWS = ['facts', 'kubectl', 'yaml'] as const;
type ViewName = (typeof VIEWS)[number];

interface Props {
  readonly game: Game;
  readonly look: Look;
  readonly kind: ApiKind;
  readonly objectKey: string;
}

export function Describe({ game, look, kind, objectKey }: Props) {
  const [chosen, setChosen] = useState<ViewName | null>(null);
  const view = chosen ?? (game.dial.value === 'yaml' ? 'yaml' : 'facts');
  const object = look.get(kind, objectKey);
  const name = objectKey.slice(objectKey.indexOf('/') + 1);
  const shown = object?.kind === 'Pod' ? shownState(look, object) : null;
  return (
    <section class="describe card" aria-labelledby="described" data-testid="describe">
      <div class="row">
        <h3 id="described">
          {t(`kind.${kind as 'Pod'}`)} <span class="mono">{shortName(objectKey)}</span>
        </h3>
        <span class="spread" />
        <button
          type="button"
          class="small"
          onClick={() => {
            game.selection.value = null;
          }}
        >
          {t('common.close')}
        </button>
      </div>
      {object === undefined && <p class="soft">{t('objects.gone')}</p>}
      {shown && <StateLabel shown={shown} />}
      {object !== undefined && (
        <>
          <div class="row" role="group" aria-label={t('describe.views')}>
            {VIEWS.map((one) => (
              <button
                key={one}
                type="button"
                class="small"
                aria-pressed={one === view}
                data-testid={`describe-${one}`}
                onClick={() => setChosen(one)}
              >
                {t(`describe.${one}`)}
              </button>
            ))}
          </div>
          {view === 'facts' && <Facts game={game} view={look} object={object} />}
          {view === 'yaml' && <YamlView object={object} />}
          {view === 'kubectl' && (
            <pre class="yaml" tabIndex={0} aria-label={t('describe.kubectl')} data-testid="kubectl-describe">
              {kubectlDescribe(look, object, eventsAbout(look, kind, name))}
            </pre>
          )}
        </>
      )}
      {object?.kind === 'Node' && <NodeVerbs game={game} view={look} node={objectKey} />}
      {object !== undefined && (
        <DeleteObject key={`delete ${objectKey}`} game={game} view={look} object={object} objectKey={objectKey} />
      )}
      {object?.kind === 'Service' && <ServiceCharts game={game} look={look} service={objectKey} />}
      {object?.kind === 'HorizontalPodAutoscaler' && <ScalerChart game={game} look={look} scaler={object} />}
      {object?.kind === 'Deployment' && <Revisions game={game} view={look} deployment={objectKey} />}
      {object?.kind === 'Pod' && <Logs key={`logs ${objectKey}`} game={game} view={look} podKey={objectKey} />}
      {view !== 'kubectl' && <EventsOf look={look} kind={kind} name={name} />}
      <Why
        key={objectKey}
        look={look}
        reference={`${kind}/${objectKey}`}
        startsOpen={shown !== null && BAD_STATES.has(shown.state)}
      />
    </section>
  );
}

const MOST_EVENTS = 8;

function EventsOf({ look, kind, name }: { look: Look; kind: string; name: string }) {
  const events = eventsAbout(look, kind, name).slice(0, MOST_EVENTS);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  if (events.length === 0) return null;
  return (
    <>
      <h4>{t('describe.events')}</h4>
      <ul class="event-list">
        {events.map((event) => (
          <li key={event.metadata.name} class={`event event-${event.type.toLowerCase()}`}>
            <span class="mono soft">{formatTicks(Math.max(0, event.lastTick - start))}</span>
            <span>
              <strong class="mono">{event.reason}</strong>
              {event.count > 1 && <span class="pill">×{event.count}</span>} {eventSentence(event)}{' '}
              <code class="soft">{event.message}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
