/** Manifests as they are written for a real cluster: several in one text, errors at their line, then `apply`. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { CodeEditor } from './code-editor.tsx';
import type { ReadManifests } from './read-manifests.ts';
import { manifestText } from './workshop-state.ts';
import { YamlNotes } from './yaml-notes.tsx';
import { Icon } from '../icon.tsx';

const NOTHING: ReadManifests = { manifests: [], problems: [] };

export function YamlBench({ game }: { game: Game; view: View }) {
  const { store } = game.connection;
  const [read, setRead] = useState<ReadManifests>(NOTHING);
  const [done, setDone] = useState(0);
  const text = manifestText.value;
  useEffect(() => {
    let isGone = false;
    // The YAML reader is as large as the editor, so it is loaded with it.
    void import('./read-manifests.ts').then(({ readManifests }) => {
      if (!isGone) setRead(readManifests(text));
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  const apply = async () => {
    let count = 0;
    for (const manifest of read.manifests) {
      if (!(await deskOf(game).verb({ verb: 'apply', manifest }))) break;
      count += 1;
    }
    setDone(count);
  };
  const isReady = read.manifests.length > 0 && read.problems.length === 0;
  return (
    <section class="stack" aria-label={t('bench.yaml')}>
      <p class="soft">
        {t('yaml.about')} {t('yaml.keys')}
      </p>
      <CodeEditor
        label={t('yaml.label')}
        value={text}
        language="yaml"
        problems={read.problems}
        testId="yaml"
        onChange={(value) => {
          manifestText.value = value;
          setDone(0);
        }}
      />
      {read.problems.length > 0 && (
        <ul class="problems" role="status">
          {read.problems.map((problem) => (
            <li key={`${problem.line} ${problem.text}`}>
              <strong>{t('builder.line', { line: problem.line })}</strong> {problem.text}
            </li>
          ))}
        </ul>
      )}
      {store && <YamlNotes read={read} store={store} />}
      <div class="row">
        <button type="button" class="primary" disabled={!isReady} data-testid="yaml-apply" onClick={() => void apply()}>
          {t('yaml.apply', { count: read.manifests.length })}
        </button>
        {done > 0 && (
          <span role="status">
            <Icon name="check" /> {t('yaml.done', { count: done })}
          </span>
        )}
      </div>
    </section>
  );
}
