/** How true the game is: every place where it is simpler than reality, area by area. What is not listed is exact. */
import { pick, t } from '../../i18n/i18n.ts';
import { labelOfMark } from './label-of-mark.ts';
import { SIMPLIFIED } from './simplifications.ts';

export function HowTrue() {
  return (
    <>
      <p>{t('help.fidelityAbout')}</p>
      <p class="soft">{t('codex.truthAbout')}</p>
      {SIMPLIFIED.map(({ area, rules }) => (
        <details key={area.en} class="simplified">
          <summary>
            {pick(area)} <span class="count">{rules.length}</span>
          </summary>
          <ul>
            {rules.map((line) => (
              <li key={line.rule}>
                <span class={`pill fidelity-${labelOfMark(line.mark)}`}>{t(`fidelity.${labelOfMark(line.mark)}`)}</span>{' '}
                {pick(line)} <code class="soft">{line.rule}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
