/** CodeMirror, put together from the few parts that we need. Loaded lazily. */
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { defaultHighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, tooltips } from '@codemirror/view';
import type { CodeProblem } from './code-editor.tsx';
import { offersAt } from './yaml-offers.ts';

export interface CodeMirrorEditor {
  readonly value: () => string;
  readonly setValue: (value: string) => void;
  readonly setProblems: (problems: readonly CodeProblem[]) => void;
  readonly destroy: () => void;
}

interface Options {
  readonly label: string;
  readonly language: 'dockerfile' | 'yaml';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function createEditor(parent: HTMLElement, { label, language, value, onChange }: Options): CodeMirrorEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        lintGutter(),
        ...(language === 'yaml' ? [autocompletion({ override: [complete], icons: false })] : []),
        StreamLanguage.define(language === 'yaml' ? yaml : dockerFile),
        syntaxHighlighting(defaultHighlightStyle),
        EditorView.lineWrapping,
        // The panel scrolls and cuts off what reaches beyond it: offers lie over the whole page.
        tooltips({ parent: document.body }),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        // Tab is left to the page: a keyboard must be able to leave the editor.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    value: () => view.state.doc.toString(),
    setValue: (text) => {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    setProblems: (problems) => {
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => toDiagnostic(view, problem)),
        ),
      );
    },
    destroy: () => view.destroy(),
  };
}

function toDiagnostic(view: EditorView, { line, text }: CodeProblem): Diagnostic {
  const { doc } = view.state;
  const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return { from, to, severity: 'error', message: text };
}

function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const found = offersAt(state.doc.toString(), pos);
  if (found === null || (found.written === '' && !explicit)) return null;
  return {
    from: pos - found.written.length,
    options: found.offers.map(({ label, insert, detail, info }) => ({
      label,
      apply: insert,
      detail,
      ...(info && { info }),
    })),
    validFor: /^[\w./-]*$/,
  };
}
