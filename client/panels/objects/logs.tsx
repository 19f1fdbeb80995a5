/** A pod's logs: what lies on its node, of this run or the one before, and what the log store has of it. */
import { useState } from 'preact/hooks';
import { queryLogs, type LogGap } from '../../../shared/cluster/logging/query-logs.ts';
import { isLogRefusal, readLogs } from '../../../shared/cluster/logging/read-logs.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import type { View } from '../../../shared/store/store.ts';
import type { Look } from '../use-store.ts';
import { Why } from './why.tsx';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';

const SOURCES = ['live', 'previous', 'store'] as const;
type Source = (typeof SOURCES)[number];

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly podKey: string;
}

export function Logs({ game, view, podKey }: Props) {
  const [source, setSource] = useState<Source>('live');
  const [text, setText] = useState('');
  return (
    <section class="logs" aria-label={t('logs.title')} data-testid="logs">
      <h4>{t('logs.title')}</h4>
      <div class="row" role="group">
        {SOURCES.map((name) => (
          <button
            key={name}
            type="button"
            class="small"
            aria-pressed={name === source}
            data-testid={`logs-${name}`}
            onClick={() => setSource(name)}
          >
            {t(`logs.${name}`)}
          </button>
        ))}
      </div>
      <label class="choice">
        <span>{t('logs.search')}</span>
        <input
          type="search"
          value={text}
          data-testid="logs-search"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {source === 'store' ? (
        <Stored game={game} view={view} podKey={podKey} text={text} />
      ) : (
        <OnNode view={view} podKey={podKey} text={text} isPrevious={source === 'previous'} />
      )}
    </section>
  );
}

interface Query extends Props {
  readonly text: string;
}

function OnNode({ view, podKey, text, isPrevious }: Omit<Query, 'game'> & { readonly isPrevious: boolean }) {
  const result = readLogs(view, { pod: podKey, previous: isPrevious });
  if (isLogRefusal(result)) {
    return <p class="soft">{maybeT(`refusal.${result.key}`, result.details) ?? result.message}</p>;
  }
  return (
    <>
      {result.isCut && <p class="soft">{t('logs.cut')}</p>}
      <Lines view={view} lines={result.lines.filter((line) => line.text.includes(text))} />
    </>
  );
}

function Stored({ game, view, podKey, text }: Query) {
  const { isDown, lines, gaps } = queryLogs(view, { pod: podKey, ...(text === '' ? {} : { text }) });
  if (isDown) {
    return (
      <div class="registry-line broken" data-testid="log-store-down">
        {t('logs.storeDown')}
        <VerbButton game={game} verb={{ verb: 'restartLogStore' }} primary>
          {t('logs.restartStore')}
        </VerbButton>
        <Why look={view} reference="LogStore/log-store" />
      </div>
    );
  }
  return (
    <>
      {gaps.map((gap) => (
        <p key={`${gap.nodeName}@${gap.toTick}`} class="soft">
          {wordsOfGap(view, gap)}
        </p>
      ))}
      <Lines view={view} lines={lines} />
    </>
  );
}

interface ShownLine {
  readonly tick: number;
  readonly stream: string;
  readonly text: string;
}

function Lines({ view, lines }: { readonly view: View; readonly lines: readonly ShownLine[] }) {
  if (lines.length === 0) return <p class="soft">{t('logs.none')}</p>;
  return (
    <ol class="mono log-lines">
      {lines.map(({ tick, stream, text }, index) => (
        <li key={`${tick} ${index}`} class={stream}>
          <span class="soft">{clockTime(view, tick)}</span> {text}
        </li>
      ))}
    </ol>
  );
}

function wordsOfGap(view: View, { nodeName, fromTick, toTick, droppedLines }: LogGap): string {
  const node = { node: nodeName };
  const words = droppedLines > 0 ? [t('logs.dropped', { ...node, count: droppedLines })] : [];
  if (words.length === 0 || fromTick < toTick)
    words.unshift(t('logs.gap', { ...node, from: clockTime(view, fromTick), to: clockTime(view, toTick) }));
  return words.join(' · ');
}

function clockTime(view: View, tick: number): string {
  return formatTicks(Math.max(0, tick - (view.get('Clock', 'clock')?.startedTick ?? 0)));
}
