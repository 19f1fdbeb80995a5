/** Help: what a seat is, what one can do in it, the way to the codex, and the keys. */
import { ROLE_VERBS } from '../../shared/cluster/api-server/authorization.ts';
import type { Role } from '../../shared/api/world/seat.ts';
import { maybeT, t } from '../i18n/i18n.ts';
import { shortcutsOn } from '../panels/preferences.ts';
import { Dialog } from './dialog.tsx';
import { openCodex } from './codex/door.ts';

const ROLES: readonly Role[] = ['scheduler', 'controller-manager', 'kubelet', 'builder'];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <HelpText onClose={onClose} />
    </Dialog>
  );
}

function HelpText({ onClose }: { onClose: () => void }) {
  return (
    <div class="help stack">
      <p>{t('help.intro')}</p>
      <section>
        <h3>{t('help.seats')}</h3>
        <dl class="help-seats">
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{maybeT(`role.${role}`)}</dt>
              <dd>
                {maybeT(`role.${role}.about`)}
                <span class="verb-list">
                  {ROLE_VERBS[role].map((verb) => (
                    <span key={verb} class="pill" title={verb}>
                      {maybeT(`verbName.${verb}`) ?? verb}
                    </span>
                  ))}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('codex.title')}</h3>
        <p>{t('codex.about')}</p>
        <button
          type="button"
          data-testid="help-codex"
          onClick={() => {
            onClose();
            openCodex();
          }}
        >
          {t('codex.open')}
        </button>
      </section>
      <section>
        <h3>{t('help.keys')}</h3>
        <label class="row">
          <input
            type="checkbox"
            checked={shortcutsOn.value}
            onChange={(event) => {
              shortcutsOn.value = event.currentTarget.checked;
            }}
          />
          {t('help.keysOn')}
        </label>
        <p class="soft">{t('help.keysList')}</p>
      </section>
    </div>
  );
}
