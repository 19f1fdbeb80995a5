/** Builds that run now, step by step. */
import type { View } from '../../../shared/store/store.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import { t } from '../../i18n/i18n.ts';
import { TimeLeft } from '../time-left.tsx';
import { StepList } from './step-list.tsx';

export function BuildList({ view }: { view: View }) {
  const running = [...view.list('Build')].filter(({ state }) => state === 'running');
  return (
    <>
      {running.map((build) => (
        <section key={build.key} class="build card" aria-label={t('builder.building')} data-testid="build">
          <p>
            <span role="status">
              {t('builder.building')} <code>{familiarText(build.reference)}</code>
            </span>
            <TimeLeft doneTick={build.doneTick} tick={view.tick} />
          </p>
          <StepList steps={build.steps} doneTicks={view.tick - build.startedTick} />
        </section>
      ))}
    </>
  );
}
