/** A labelled choice among names. */
import { shortName } from './describe-verb.ts';

interface Props {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId?: string;
}

export function Choice({ label, options, value, onChange, testId }: Props) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} data-testid={testId} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {shortName(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
