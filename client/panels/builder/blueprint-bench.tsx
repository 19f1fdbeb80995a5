/** The drawing table: a blueprint, what building it would cost, and the builds under way. */
import { useMemo } from 'preact/hooks';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { BlueprintVerbs } from './blueprint-verbs.tsx';
import { buildFlags, readFlags } from './build-flags.ts';
import { BuildFlagsForm } from './build-flags-form.tsx';
import { BuildList } from './build-list.tsx';
import { CodeEditor } from './code-editor.tsx';
import { MaterialsHelp } from './materials-help.tsx';
import { StepList } from './step-list.tsx';
import { blueprint, imageName } from './workshop-state.ts';

export function BlueprintBench({ game, view }: { game: Game; view: View }) {
  const text = blueprint.value;
  const flags = buildFlags.value;
  const { options, problems: badArgs } = readFlags(flags);
  const explanation = useMemo(() => explainBuild(view, text, options), [view.revision, text, flags]);
  const errors = 'errors' in explanation ? explanation.errors : null;
  const errorKey = errors === null ? '' : errors.map(({ line, key }) => `${line} ${key}`).join();
  const problems = useMemo(
    () =>
      (errors ?? []).map(({ line, key, message, details }) => ({
        line,
        text: maybeT(`refusal.${key}`, details) ?? message,
      })),
    [errorKey],
  );
  const team = view.get('Settings', 'settings')?.registryNamespace ?? '';
  const reference = imageName.value === '' ? `${team}/teahouse:1.0` : imageName.value;
  return (
    <section class="stack" aria-label={t('bench.blueprint')}>
      <CodeEditor
        label={t('builder.blueprint')}
        value={text}
        language="dockerfile"
        problems={problems}
        testId="blueprint"
        onChange={(value) => {
          blueprint.value = value;
        }}
      />
      {problems.length > 0 && (
        <ul class="problems" role="status">
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.text}`}>{problem.text}</li>
          ))}
        </ul>
      )}
      {!('errors' in explanation) && (
        <>
          <StepList steps={explanation.steps} />
          <p class="soft">
            {t('builder.sum', {
              size: formatBytes(explanation.imageBytes),
              added: formatBytes(explanation.addedBytes),
              seconds: explanation.ticks,
            })}
          </p>
        </>
      )}
      <div class="row">
        <label class="choice grow">
          <span>{t('builder.name')}</span>
          <input
            class="mono"
            value={reference}
            data-testid="image-name"
            spellcheck={false}
            onInput={(event) => {
              imageName.value = event.currentTarget.value;
            }}
          />
        </label>
      </div>
      <BlueprintVerbs
        game={game}
        view={view}
        dockerfile={text}
        reference={reference}
        options={options}
        hasProblems={problems.length > 0 || badArgs.length > 0}
      />
      <BuildFlagsForm problems={badArgs} />
      <BuildList view={view} />
      <MaterialsHelp />
    </section>
  );
}
