/** Breaks something on purpose: which fault, and where it can strike now. */
import { useState } from 'preact/hooks';
import { FAULT_TYPES, type FaultType } from '../../../shared/api/world/fault.ts';
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { deskOf } from '../desk.ts';
import { Icon } from '../icon.tsx';

export function InjectFault({ game, view }: { game: Game; view: View }) {
  const [type, setType] = useState<FaultType>('node-crash');
  const [chosen, setChosen] = useState('');
  const targets = FAULTS[type].targets(view);
  const target = targets.includes(chosen) ? chosen : targets[0];
  const inject = () => {
    if (target !== undefined) void deskOf(game).ask({ type: 'injectFault', fault: type, target });
  };
  return (
    <section aria-labelledby="inject">
      <h3 id="inject">{t('teacher.inject')}</h3>
      <div class="fault-types" role="group" aria-labelledby="inject">
        {FAULT_TYPES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === type}
            data-testid={`inject-${name}`}
            onClick={() => setType(name)}
          >
            {maybeT(`fault.${name}.title`) ?? name}
          </button>
        ))}
      </div>
      <div class="row">
        {targets.length > 1 && target !== undefined && (
          <Choice
            label={t('faults.target')}
            options={targets}
            value={target}
            onChange={setChosen}
            testId="inject-target"
          />
        )}
        <button type="button" class="big danger" data-testid="inject" disabled={target === undefined} onClick={inject}>
          <Icon name="bolt" /> {t('teacher.strike')}
        </button>
        {target === undefined && <span class="soft">{t('teacher.noTarget')}</span>}
      </div>
      <p class="soft">{maybeT(`fault.${type}.symptom`)}</p>
    </section>
  );
}
