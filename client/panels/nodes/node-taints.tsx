/** The signs at a village's gate (taints): those that hang there, and one more. */
import { useState } from 'preact/hooks';
import type { Node, Taint } from '../../../shared/api/node.ts';
import { labelValue, qualifiedName } from '../../../shared/api/names.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { TextField } from '../text-field.tsx';
import { VerbButton } from '../verb-button.tsx';

const EFFECTS: readonly Taint['effect'][] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export function NodeTaints({ game, node }: { game: Game; node: Node }) {
  const { name } = node.metadata;
  const [key, setKey] = useState('works');
  const [value, setValue] = useState('');
  const [effect, setEffect] = useState<Taint['effect']>('NoSchedule');
  const isWritten = qualifiedName.safeParse(key).success && labelValue.safeParse(value).success;
  return (
    <section class="stack" aria-label={t('node.taints')}>
      <h4>{t('node.taints')}</h4>
      {node.spec.taints.length === 0 && <p class="soft">{t('node.noTaints')}</p>}
      <ul class="signs">
        {node.spec.taints.map((taint) => (
          <li key={`${taint.key} ${taint.effect}`} class="row">
            <code>{signOf(taint)}</code>
            <VerbButton game={game} verb={{ verb: 'untaintNode', node: name, key: taint.key, effect: taint.effect }}>
              {t('node.takeDown')}
            </VerbButton>
          </li>
        ))}
      </ul>
      <div class="row bottom-line">
        <TextField label={t('node.key')} value={key} onChange={setKey} testId="taint-key" />
        <TextField label={t('node.value')} value={value} onChange={setValue} testId="taint-value" />
        <Choice
          label={t('node.effect')}
          options={EFFECTS}
          value={effect}
          onChange={(chosen) => setEffect(EFFECTS.find((one) => one === chosen) ?? 'NoSchedule')}
          testId="taint-effect"
        />
        <VerbButton
          game={game}
          verb={{ verb: 'taintNode', node: name, key, ...(value === '' ? {} : { value }), effect }}
          blocked={isWritten ? undefined : t('node.noName')}
        >
          {t('node.taint')}
        </VerbButton>
      </div>
    </section>
  );
}

/** As `kubectl taint` writes it. */
function signOf({ key, value, effect }: Taint): string {
  return value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}
