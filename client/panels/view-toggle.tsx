/** Beginner's view or full view: for all panels alike. */
import { t } from '../i18n/i18n.ts';
import { fullView } from './preferences.ts';

export function ViewToggle() {
  return (
    <label class="view-toggle">
      <input
        type="checkbox"
        checked={fullView.value}
        data-testid="full-view"
        onChange={(event) => {
          fullView.value = event.currentTarget.checked;
        }}
      />
      {t('panel.fullView')}
    </label>
  );
}
