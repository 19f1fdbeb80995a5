/** What the cluster says, in its own words with a plain sentence. Warnings are spoken, a few at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isApiKind } from '../../shared/api/kinds.ts';
import type { Event } from '../../shared/api/event.ts';
import { formatTicks, t } from '../i18n/i18n.ts';
import { ObjectLink } from '../panels/object-link.tsx';
import { useStore } from '../panels/use-store.ts';
import type { Game } from '../state/game.ts';
import { latestEvents } from './event-list.ts';
import { isEventShown } from '../panels/system-objects.ts';
import { eventSentence } from './event-sentence.ts';
import { Icon } from '../panels/icon.tsx';

const MOST_SHOWN = 60;

export function EventFeed({ game }: { game: Game }) {
  const store = useStore(game);
  const [warningsOnly, setWarningsOnly] = useState(false);
  const [text, setText] = useState('');
  const events = store ? latestEvents(store, MOST_SHOWN, warningsOnly, text, isEventShown) : [];
  const start = store?.get('Clock', 'clock')?.startedTick ?? 0;
  return (
    <section class="card events" aria-label={t('events.title')} data-testid="events">
      <div class="events-head">
        <h2>{t('events.title')}</h2>
        <input
          type="search"
          class="events-search"
          value={text}
          placeholder={t('events.search')}
          aria-label={t('events.search')}
          data-testid="events-search"
          onInput={(change) => setText(change.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={warningsOnly}
            onChange={(change) => setWarningsOnly(change.currentTarget.checked)}
          />
          {t('events.warnings')}
        </label>
      </div>
      <Announcer newest={store ? latestEvents(store, 1, true)[0] : undefined} />
      <div class="events-scroll" tabIndex={0} role="region" aria-label={t('events.list')}>
        <ol>
          {events.length === 0 && <li class="soft">{t('events.none')}</li>}
          {events.map((event) => (
            <EventLine key={event.metadata.name} game={game} event={event} start={start} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function EventLine({ game, event, start }: { game: Game; event: Event; start: number }) {
  const { kind, namespace, name } = event.involvedObject;
  const key = namespace === '' ? name : `${namespace}/${name}`;
  const sentence = eventSentence(event);
  return (
    <li class={`event event-${event.type.toLowerCase()}`}>
      <span class="mono soft">{formatTicks(Math.max(0, event.lastTick - start))}</span>
      <span>
        <span class="event-kind" aria-hidden="true">
          {event.type === 'Warning' ? <Icon name="warning" /> : '·'}
        </span>
        {event.type === 'Warning' && <span class="visually-hidden">{t('events.warning')} </span>}
        <strong class="mono">{event.reason}</strong>
        {event.count > 1 && <span class="pill">×{event.count}</span>}{' '}
        <span title={event.message}>
          <WithLink game={game} kind={kind} objectKey={key} name={name} text={sentence ?? event.message} />
        </span>
      </span>
    </li>
  );
}

interface LinkedText {
  readonly game: Game;
  readonly kind: Event['involvedObject']['kind'];
  readonly objectKey: string;
  readonly name: string;
  readonly text: string;
}

/** The sentence with its object's name as a link; the name before it where the sentence does not say it. */
function WithLink({ game, kind, objectKey, name, text }: LinkedText) {
  // Builds, pushes and the like are no objects of the API: there is nothing to look into.
  if (!isApiKind(kind)) return text;
  const at = placeOf(name, text);
  const link = (
    <ObjectLink game={game} kind={kind} objectKey={objectKey}>
      {name}
    </ObjectLink>
  );
  if (at === -1) return [link, ' ', text];
  return [text.slice(0, at), link, text.slice(at + name.length)];
}

/** A name that only begins another one, as a ReplicaSet's begins its pods', is not meant. */
function placeOf(name: string, text: string): number {
  const at = text.indexOf(name);
  return /^[-.a-z0-9]*[a-z0-9]/.test(text.slice(at + name.length)) ? -1 : at;
}

/** A log that a screen reader reads politely: one sentence, then silence for a while. */
const SILENCE_MS = 4000;

function Announcer({ newest }: { newest: Event | undefined }) {
  const [lines, setLines] = useState<readonly string[]>([]);
  const last = useRef({ time: -SILENCE_MS, text: '' });
  const text = newest?.type === 'Warning' ? `${newest.reason}: ${eventSentence(newest) ?? newest.message}` : '';
  useEffect(() => {
    const now = performance.now();
    if (text === '' || text === last.current.text || now - last.current.time < SILENCE_MS) return;
    last.current = { time: now, text };
    setLines((before) => [...before.slice(-2), text]);
  }, [text]);
  return (
    <div class="visually-hidden" role="log" aria-live="polite" aria-label={t('events.spoken')}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
