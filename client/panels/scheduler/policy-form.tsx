/** By which rules the dispatch room scores: the strategy, and what each plugin's score weighs. */
import { DEFAULT_POLICY, type SchedulerPolicy } from '../../../shared/api/world/scheduler-policy.ts';
import { SCORES } from '../../../shared/cluster/scheduler/registry.ts';
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';

const STRATEGIES = ['LeastAllocated', 'MostAllocated'] as const;

export function PolicyForm({ game, view }: { game: Game; view: View }) {
  const { kind: _kind, key: _key, ...policy } = view.get('SchedulerPolicy', 'policy') ?? DEFAULT_POLICY;
  const set = (change: Partial<SchedulerPolicy>) =>
    void deskOf(game).verb({ verb: 'setSchedulerPolicy', policy: { ...policy, ...change } });
  const refusal = deskOf(game).whyNot({ verb: 'setSchedulerPolicy', policy });
  return (
    <details class="policy" data-testid="policy">
      <summary>{t('policy.title')}</summary>
      <fieldset disabled={refusal !== null} class="fields">
        <label class="choice">
          <span>{t('policy.strategy')}</span>
          <select
            value={policy.strategy}
            onChange={({ currentTarget: { value } }) => {
              const strategy = STRATEGIES.find((name) => name === value);
              if (strategy !== undefined) set({ strategy });
            }}
          >
            {STRATEGIES.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {SCORES.map(({ name }) => (
          <NumberField
            key={name}
            name={name}
            title={maybeT(`plugin.${name}`)}
            value={policy.weights[name as keyof typeof policy.weights]}
            onChange={(weight) => set({ weights: { ...policy.weights, [name]: weight } })}
          />
        ))}
        <NumberField
          name="percentageOfNodesToScore"
          title={t('policy.percentage')}
          value={policy.percentageOfNodesToScore}
          onChange={(percentageOfNodesToScore) => set({ percentageOfNodesToScore })}
        />
        <label class="row">
          <input
            type="checkbox"
            checked={policy.spreadDefaulting === 'System'}
            data-testid="policy-spread"
            onChange={({ currentTarget: { checked } }) => set({ spreadDefaulting: checked ? 'System' : 'List' })}
          />
          <span>{t('policy.spread')}</span>
        </label>
      </fieldset>
      <p class="soft">{t('policy.about')}</p>
    </details>
  );
}

interface NumberProps {
  readonly name: string;
  readonly title: string | undefined;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 0 to 100. */
function NumberField({ name, title, value, onChange }: NumberProps) {
  return (
    <label class="choice" title={title}>
      <span>{name}</span>
      <input
        type="number"
        min={0}
        max={100}
        value={value}
        onChange={({ currentTarget }) => onChange(Math.max(0, Math.min(100, Math.floor(Number(currentTarget.value)))))}
      />
    </label>
  );
}
