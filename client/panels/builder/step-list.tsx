/** A blueprint step by step: what comes from the cache, what makes a layer, how large and how long. */
import type { BuildStep } from '../../../shared/api/world/build.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import { Icon } from '../icon.tsx';
import { fullView } from '../preferences.ts';

interface Props {
  readonly steps: readonly BuildStep[];
  /** Work that was done so far; null where the steps are only a forecast. */
  readonly doneTicks?: number;
}

export function StepList({ steps, doneTicks }: Props) {
  let before = 0;
  return (
    <ol class="steps">
      {steps.map((step) => {
        const isDone = doneTicks !== undefined && doneTicks >= before + step.ticks;
        const isNow = doneTicks !== undefined && !isDone && doneTicks >= before;
        before += step.ticks;
        return (
          <li key={`${step.line} ${step.instruction}`} class={isNow ? 'step now' : isDone ? 'step done' : 'step'}>
            <code class="step-text">{step.instruction}</code>
            <span class="step-facts">
              {fullView.value && step.layerDigest !== null && (
                <code class="soft digest">{step.layerDigest.slice(7, 19)}</code>
              )}
              {step.cached ? (
                <span class="pill cached">
                  <Icon name="bolt" /> {t('build.cached')}
                </span>
              ) : (
                <span class="number">{t('build.seconds', { seconds: step.ticks })}</span>
              )}
              <span class="number soft">
                {step.layerDigest === null && step.bytes === 0 ? '–' : formatBytes(step.bytes)}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
