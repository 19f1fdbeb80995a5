/** Breaks something on purpose: which fault of which part of the town, and where it can strike now. */
import { useState } from 'preact/hooks';
import { targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { deskOf } from '../desk.ts';
import { FaultSigns } from '../objects/fault-signs.tsx';
import { Icon } from '../icon.tsx';
import { More } from '../more.tsx';
import { faultGroups } from './fault-groups.ts';

export function InjectFault({ game, view }: { game: Game; view: View }) {
  const [type, setType] = useState('node-crash');
  const [sought, setSought] = useState('');
  const groups = faultGroups(sought);
  return (
    <section aria-labelledby="inject">
      <h3 id="inject">{t('teacher.inject')}</h3>
      <input
        type="search"
        class="wide"
        value={sought}
        placeholder={t('teacher.searchFaults')}
        aria-label={t('teacher.searchFaults')}
        data-testid="search-faults"
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <div class="fault-groups" role="group" aria-labelledby="inject">
        {groups.map(({ component, types }) => (
          // What is sought, or chosen, stands open.
          <details key={component} open={sought !== '' || types.includes(type)} data-testid={`faults-${component}`}>
            <summary>
              {maybeT(`faultComponent.${component}`)} <span class="soft number">{types.length}</span>
            </summary>
            <div class="fault-types">
              {types.map((name) => (
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
          </details>
        ))}
        {groups.length === 0 && <p class="soft">{t('teacher.noFaultFound')}</p>}
      </div>
      <Strike key={type} game={game} view={view} type={type} />
    </section>
  );
}

function Strike({ game, view, type }: { game: Game; view: View; type: string }) {
  const [chosen, setChosen] = useState('');
  const targets = targetsOf(view, type);
  const { difficulty, seenFirstBy } = faultNamed(type);
  const target = targets.includes(chosen) ? chosen : targets[0];
  const inject = () => {
    if (target !== undefined) void deskOf(game).ask({ type: 'injectFault', fault: type, target });
  };
  return (
    <>
      <p>
        <strong>{maybeT(`fault.${type}.title`)}</strong>{' '}
        <span class="soft">
          {t('teacher.faultLevel', { level: difficulty })}
          {' · '}
          {t('faults.seenFirst', { role: maybeT(`role.${seenFirstBy}`) ?? seenFirstBy })}
        </span>
      </p>
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
      <More name={t('teacher.signsAndRemedy')}>
        <FaultSigns type={type} />
        <p>
          <strong>{t('faults.remedy')}</strong> {maybeT(`fault.${type}.remedy`)}
        </p>
      </More>
    </>
  );
}
