/** Which images this cluster lets in: signed ones, harmless ones, pinned ones. */
import { SEVERITIES, type Severity } from '../../../shared/api/world/keeper.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';

export function AdmissionForm({ view, ask }: { view: View; ask: (verb: Verb) => void }) {
  const { requireSignature, refuseSeverity, digestsOnly } = view.get('AdmissionPolicy', 'policy') ?? {
    requireSignature: false,
    refuseSeverity: null,
    digestsOnly: false,
  };
  const policy = { requireSignature, refuseSeverity, digestsOnly };
  const set = (change: Partial<typeof policy>) => ask({ verb: 'setAdmissionPolicy', policy: { ...policy, ...change } });
  return (
    <fieldset data-testid="admission">
      <legend>{t('admission.title')}</legend>
      <label>
        <input
          type="checkbox"
          checked={requireSignature}
          onChange={(event) => set({ requireSignature: event.currentTarget.checked })}
        />
        {t('admission.requireSignature')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={digestsOnly}
          onChange={(event) => set({ digestsOnly: event.currentTarget.checked })}
        />
        {t('admission.digestsOnly')}
      </label>
      <label>
        {t('admission.refuseSeverity')}
        <select
          value={refuseSeverity ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ refuseSeverity: SEVERITIES.find((severity: Severity) => severity === value) ?? null })
          }
        >
          {['', ...SEVERITIES].map((severity) => (
            <option key={severity} value={severity}>
              {severity === '' ? t('admission.all') : severity}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
