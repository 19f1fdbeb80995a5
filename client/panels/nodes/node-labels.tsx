/** A village's labels: who is sent there goes by them. */
import { useState } from 'preact/hooks';
import { isKubeletLabel, type Node } from '../../../shared/api/node.ts';
import { labelValue, qualifiedName } from '../../../shared/api/names.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import { sortedKeys } from '../../../shared/base/order.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { TextField } from '../text-field.tsx';
import { VerbButton } from '../verb-button.tsx';

export function NodeLabels({ game, view, node }: { game: Game; view: View; node: Node }) {
  const { name, labels } = node.metadata;
  const [key, setKey] = useState(ZONE_LABEL);
  const [value, setValue] = useState('');
  const [overwrite, setOverwrite] = useState(false);
  const isWritten = qualifiedName.safeParse(key).success && labelValue.safeParse(value).success;
  return (
    <section class="stack" aria-label={t('node.labels')}>
      <h4>{t('node.labels')}</h4>
      <ul class="signs">
        {sortedKeys(labels).map((label) => (
          <li key={label} class="row">
            <code>{`${label}=${labels[label]}`}</code>
            {!isKubeletLabel(label) && (
              <VerbButton game={game} verb={{ verb: 'labelNode', node: name, key: label, value: null }}>
                {t('node.takeOff')}
              </VerbButton>
            )}
          </li>
        ))}
      </ul>
      <div class="row bottom-line">
        <TextField label={t('node.key')} value={key} onChange={setKey} options={knownKeys(view)} testId="label-key" />
        <TextField label={t('node.value')} value={value} onChange={setValue} testId="label-value" />
        <label class="row">
          <input type="checkbox" checked={overwrite} onChange={(event) => setOverwrite(event.currentTarget.checked)} />
          <code>--overwrite</code>
        </label>
        <VerbButton
          game={game}
          verb={{ verb: 'labelNode', node: name, key, value, ...(overwrite ? { overwrite } : {}) }}
          blocked={isWritten ? undefined : t('node.noName')}
        >
          {t('node.label')}
        </VerbButton>
      </div>
    </section>
  );
}

/** What other villages bear, and zones. */
function knownKeys(view: View): readonly string[] {
  const known = new Set([
    ZONE_LABEL,
    ...[...view.list('Node')].flatMap(({ metadata }) => Object.keys(metadata.labels)),
  ]);
  return [...known].filter((label) => !isKubeletLabel(label));
}
