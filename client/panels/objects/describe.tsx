/** One object, as `kubectl describe` has it: what it is, its conditions, its events, why it is so; or its YAML. */
import type { ApiKind } from '../../../shared/api/kinds.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import { eventsAbout } from '../../game/event-list.ts';
import { eventSentence } from '../../game/event-sentence.ts';
import type { Game } from '../../state/game.ts';
import { BAD_STATES, shownState } from '../../state/pod-state.ts';
import { shortName } from '../describe-verb.ts';
import { StateLabel } from '../state-badge.tsx';
import { Facts } from './facts.tsx';
import { Logs } from './logs.tsx';
import type { Look } from '../use-store.ts';
import { Why } from './why.tsx';
import { YamlView } from './yaml-view.tsx';

interface Props {
  readonly game: Game;
  readonly look: Look;
  readonly kind: ApiKind;
  readonly objectKey: string;
}

export function Describe({ game, look, kind, objectKey }: Props) {
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
      {object !== undefined &&
        (game.dial.value === 'yaml' ? <YamlView object={object} /> : <Facts game={game} view={look} object={object} />)}
      {object?.kind === 'Pod' && <Logs key={`logs ${objectKey}`} game={game} view={look} podKey={objectKey} />}
      <EventsOf look={look} kind={kind} name={name} />
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
