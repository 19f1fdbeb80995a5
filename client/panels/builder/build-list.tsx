/** Builds that run now, step by step. */
import type { View } from '../../../shared/store/store.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import { StepList } from './step-list.tsx';

export function BuildList({ view }: { view: View }) {
  const running = [...view.list('Build')].filter(({ state }) => state === 'running');
  return (
    <>
      {running.map((build) => (
        <section key={build.key} class="build card" aria-label={t('builder.building')} data-testid="build">
          <p role="status">
            {t('builder.building')} <code>{familiarText(build.reference)}</code>{' '}
            <span class="soft">
              {t('builder.left', { time: formatTicks(Math.max(0, build.doneTick - view.tick)) })}
            </span>
          </p>
          <StepList steps={build.steps} doneTicks={view.tick - build.startedTick} />
        </section>
      ))}
    </>
  );
}
