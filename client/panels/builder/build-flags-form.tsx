/** The flags of a build, for whoever wants them. */
import { t } from '../../i18n/i18n.ts';
import { More } from '../more.tsx';
import { TextField } from '../text-field.tsx';
import { buildFlags, type BuildFlags } from './build-flags.ts';

export function BuildFlagsForm({ problems }: { problems: readonly number[] }) {
  const flags = buildFlags.value;
  const change = (part: Partial<BuildFlags>) => {
    buildFlags.value = { ...flags, ...part };
  };
  return (
    <More name="docker build">
      <div class="stack">
        <Lines label={t('builder.args')} value={flags.args} testId="build-args" onChange={(args) => change({ args })} />
        {problems.length > 0 && (
          <p class="verdict-no" role="status">
            {t('builder.badArgs', { lines: problems.join(', ') })}
          </p>
        )}
        <TextField
          label={t('builder.target')}
          value={flags.target}
          onChange={(target) => change({ target })}
          testId="build-target"
        />
        <Lines
          label={t('builder.ignore')}
          value={flags.ignore}
          testId="build-ignore"
          onChange={(ignore) => change({ ignore })}
        />
        <label class="row">
          <input
            type="checkbox"
            checked={flags.noCache}
            data-testid="build-no-cache"
            onChange={(event) => change({ noCache: event.currentTarget.checked })}
          />
          <span>{t('builder.noCache')}</span>
        </label>
      </div>
    </More>
  );
}

interface LinesProps {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

function Lines({ label, value, testId, onChange }: LinesProps) {
  return (
    <label class="choice grow">
      <span>{label}</span>
      <textarea
        class="mono"
        rows={2}
        value={value}
        spellcheck={false}
        data-testid={testId}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
