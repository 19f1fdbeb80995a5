/** A labelled line to write in, with names that are there already to choose from. */
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options?: readonly string[];
  readonly testId?: string;
}

export function TextField({ label, value, onChange, options = [], testId }: Props) {
  const list = useId();
  return (
    <label class="choice grow">
      <span>{label}</span>
      <input
        class="mono"
        value={value}
        list={options.length === 0 ? undefined : list}
        spellcheck={false}
        data-testid={testId}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {options.length > 0 && (
        <datalist id={list}>
          {options.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </label>
  );
}
