/** Help: what a seat is, what one can do in it, the two vocabularies, and how true the game is. */
import { ROLE_VERBS } from '../../shared/cluster/api-server/authorization.ts';
import type { Role } from '../../shared/api/world/seat.ts';
import { maybeT, t } from '../i18n/i18n.ts';
import { shortcutsOn } from '../panels/preferences.ts';
import { Dialog } from './dialog.tsx';
import { FIDELITY, METAPHORS } from './codex.ts';

const ROLES: readonly Role[] = ['scheduler', 'controller-manager', 'kubelet', 'builder'];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <HelpText />
    </Dialog>
  );
}

function HelpText() {
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
        <h3>{t('help.words')}</h3>
        <div class="table-scroll" tabIndex={0} role="region" aria-label={t('help.words')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('help.inTown')}</th>
                <th scope="col">{t('help.real')}</th>
                <th scope="col">{t('help.does')}</th>
              </tr>
            </thead>
            <tbody>
              {METAPHORS.map((name) => (
                <tr key={name}>
                  <td>{maybeT(`codex.${name}.town`)}</td>
                  <td>{maybeT(`codex.${name}.real`)}</td>
                  <td>{maybeT(`codex.${name}.does`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>{t('help.fidelity')}</h3>
        <p>{t('help.fidelityAbout')}</p>
        <ul class="fidelity">
          {FIDELITY.map(({ name, level }) => (
            <li key={name}>
              <span class={`pill fidelity-${level}`}>{t(`fidelity.${level}`)}</span> {maybeT(`fidelity.${name}`)}
            </li>
          ))}
        </ul>
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
