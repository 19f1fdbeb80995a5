/** Which images this cluster lets in: signed ones, harmless ones, pinned ones. */
import { SEVERITIES, type Severity } from '../../../shared/api/world/keeper.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Desk } from '../desk.ts';
import { refusalText } from '../verb-button.tsx';

export function AdmissionForm({ view, desk }: { view: View; desk: Desk }) {
  const { requireSignature, refuseSeverity, digestsOnly } = view.get('AdmissionPolicy', 'policy') ?? {
    requireSignature: false,
    refuseSeverity: null,
    digestsOnly: false,
  };
  const policy = { requireSignature, refuseSeverity, digestsOnly };
  const verbWith = (change: Partial<typeof policy>): Verb => {
    return { verb: 'setAdmissionPolicy', policy: { ...policy, ...change } };
  };
  const set = (change: Partial<typeof policy>) => void desk.verb(verbWith(change));
  const why = desk.whyNot(verbWith({}));
  return (
    <fieldset class="framed" data-testid="admission" disabled={why !== null}>
      <legend>{t('admission.title')}</legend>
      {why !== null && <p class="soft">{refusalText(why)}</p>}
      <label class="row">
        <input
          type="checkbox"
          checked={requireSignature}
          onChange={(event) => set({ requireSignature: event.currentTarget.checked })}
        />
        {t('admission.requireSignature')}
      </label>
      <label class="row">
        <input
          type="checkbox"
          checked={digestsOnly}
          onChange={(event) => set({ digestsOnly: event.currentTarget.checked })}
        />
        {t('admission.digestsOnly')}
      </label>
      <label class="choice">
        <span>{t('admission.refuseSeverity')}</span>
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
