/** What is left of a node's memory, disk and process numbers, where its thresholds lie, and who would go first. */
import type { PressureType } from '../../../shared/api/world/kubelet-state.ts';
import { evictionOrder } from '../../../shared/cluster/kubelet/eviction/candidates.ts';
import { observe, thresholdsOf } from '../../../shared/cluster/kubelet/eviction/observe.ts';
import { pressuresOf } from '../../../shared/cluster/kubelet/eviction/pressure.ts';
import { SIGNALS, type Signal, type StarvedResource } from '../../../shared/cluster/kubelet/eviction/signals.ts';
import { amountOf } from '../../../shared/cluster/kubelet/eviction/thresholds.ts';
import { resourcesOf } from '../../../shared/cluster/runtime/node-resources.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { Icon } from '../icon.tsx';
import { fullView } from '../preferences.ts';
import { VerbButton } from '../verb-button.tsx';

/** One line each: the image disk is the node's own disk here. */
const SHOWN = ['memory.available', 'nodefs.available', 'pid.available'] as const satisfies readonly Signal[];
const MOST_CANDIDATES = 5;

export function PressureCard({ game, view, node }: { game: Game; view: Look; node: string }) {
  const resources = resourcesOf(view, node);
  if (!resources || view.get('Machine', node)?.power !== 'on') return null;
  const observations = observe(resources, view.tick);
  const reported = pressuresOf(view, node);
  return (
    <section class={reported.length > 0 ? 'pressure broken' : 'pressure'} data-testid="pressure">
      <h3>{t('pressure.title')}</h3>
      {SHOWN.map((signal) => {
        const seen = observations[signal];
        const { condition, resource } = SIGNALS[signal];
        if (!seen) return null;
        const isReported = reported.includes(condition);
        return (
          <div key={signal}>
            <Level
              view={view}
              node={node}
              signal={signal}
              used={seen.capacity - seen.available}
              capacity={seen.capacity}
              isReported={isReported}
            />
            {isReported && <p class="verdict-no">{maybeT(`pressure.${condition satisfies PressureType}`)}</p>}
            {(isReported || fullView.value) && <Order game={game} view={view} node={node} resource={resource} />}
          </div>
        );
      })}
      {(reported.length > 0 || fullView.value) && (
        <VerbButton game={game} verb={{ verb: 'collectImages', node, unused: true }}>
          {maybeT('verbName.collectImages')}
        </VerbButton>
      )}
      {reported.length > 0 && <Why look={view} reference={`KubeletState/${node}`} />}
    </section>
  );
}

interface LevelProps {
  readonly view: View;
  readonly node: string;
  readonly signal: (typeof SHOWN)[number];
  readonly used: number;
  readonly capacity: number;
  readonly isReported: boolean;
}

/** How full it is; the mark stands where the kubelet begins to send pods away. */
function Level({ view, node, signal, used, capacity, isReported }: LevelProps) {
  const threshold = thresholdsOf(view, node).find((one) => one.signal === signal);
  const keep = threshold ? amountOf(threshold.value, capacity) : 0;
  const percent = (amount: number) => (capacity === 0 ? 0 : Math.min(100, Math.floor((amount * 100) / capacity)));
  const show = (amount: number) => (signal === 'pid.available' ? String(amount) : formatBytes(amount));
  return (
    <div class="room-bar">
      <span class="room-label">{maybeT(`pressure.${signal}`)}</span>
      <span class="bar marked" aria-hidden="true">
        <span class={isReported ? 'bar-fill nearly-full' : 'bar-fill'} style={{ width: `${percent(used)}%` }} />
        {threshold && <span class="bar-mark" style={{ insetInlineStart: `${percent(capacity - keep)}%` }} />}
      </span>
      <span class="mono">
        {isReported && <Icon name="warning" />} {show(used)} / {show(capacity)}
      </span>
      {threshold && <span class="soft level-note">{t('pressure.threshold', { signal, amount: show(keep) })}</span>}
    </div>
  );
}

function Order({ game, view, node, resource }: { game: Game; view: View; node: string; resource: StarvedResource }) {
  const order = evictionOrder(view, node, resource).slice(0, MOST_CANDIDATES);
  if (order.length === 0) return null;
  return (
    <details class="eviction-order">
      <summary>{t('pressure.order')}</summary>
      <ol>
        {order.map(({ name, usage, request, priority }) => (
          <li key={name} class="row">
            <code>{shortName(name)}</code>
            <span class="soft">
              {t('pressure.candidate', {
                usage: resource === 'pids' ? usage : formatBytes(usage),
                request: resource === 'pids' ? request : formatBytes(request),
                priority,
              })}
            </span>
            <VerbButton game={game} verb={{ verb: 'evictForPressure', pod: name }} danger>
              {t('steward.evict')}
            </VerbButton>
          </li>
        ))}
      </ol>
    </details>
  );
}
