/** An outage's time in four stretches: detect, decide, act, start, each with the seat whose it was. */
import type { Phase } from '../../../shared/cluster/causes/outage-story.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';

export function OutageTime({ phases }: { phases: readonly Phase[] }) {
  const whole = phases.reduce((sum, { ticks }) => sum + ticks, 0);
  return (
    <div class="outage-time" data-testid="outage-time">
      <p class="soft">{t('outage.time', { time: formatTicks(whole) })}</p>
      <div class="outage-bar" aria-hidden="true">
        {phases.map(({ name, ticks }) => (
          <span key={name} class={`phase-${name}`} style={{ flexGrow: ticks }} />
        ))}
      </div>
      <dl class="outage-phases">
        {phases.map(({ name, role, ticks }) => (
          <div key={name}>
            <dt class={`phase-${name}`}>{t(`outage.${name}`)}</dt>
            <dd>
              <span class="mono">{formatTicks(ticks)}</span> <span class="soft">{maybeT(`role.${role}`) ?? role}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
