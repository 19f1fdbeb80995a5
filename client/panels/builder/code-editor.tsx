/** A text with line numbers, colours and a gutter for problems. The editor is loaded when it is wanted; until then, and without it, a plain text box does the same. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { hasFirstPicture } from '../../state/first-picture.ts';
import type { CodeMirrorEditor } from './code-mirror.ts';

export interface CodeProblem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly language: 'dockerfile' | 'yaml';
  readonly problems: readonly CodeProblem[];
  readonly onChange: (value: string) => void;
  readonly testId?: string;
}

export function CodeEditor({ label, value, language, problems, onChange, testId }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeMirrorEditor | null>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  const typed = useRef(new Set<string>());
  const tell = (text: string) => {
    typed.current.add(text);
    latest.current(text);
  };
  const start = useRef(value);
  start.current = value;
  // The town comes first: the editor is as heavy as the simulation.
  const isWanted = hasFirstPicture.value;
  useEffect(() => {
    if (!isWanted) return undefined;
    let made: CodeMirrorEditor | null = null;
    let isGone = false;
    import('./code-mirror.ts')
      .then(({ createEditor }) => {
        if (isGone || place.current === null) return;
        const options = { label, language, value: start.current, onChange: tell };
        made = createEditor(place.current, options);
        setEditor(made);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      made?.destroy();
      setEditor(null);
    };
  }, [isWanted, language, label]);
  useEffect(() => {
    // What was typed comes back as a value, late where one types fast: it must not undo what was typed since.
    if (!typed.current.has(value)) editor?.setValue(value);
    if (value === editor?.value()) typed.current.clear();
  }, [editor, value]);
  useEffect(() => editor?.setProblems(problems), [editor, problems]);
  return (
    <div class="code-editor" data-testid={testId}>
      <div ref={place} />
      {editor === null && (
        <textarea
          aria-label={label}
          class="mono"
          rows={10}
          spellcheck={false}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
