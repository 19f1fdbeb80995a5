/** The kubelet's own configuration: how it pulls, how long it keeps images, when it sends pods away in good time. */
import type { KubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import { kubeletSettingsOf } from '../../../shared/cluster/kubelet/settings.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { refusalText } from '../verb-button.tsx';
import type { Look } from '../use-store.ts';

const MINUTE = 60;
/** 0: never. */
const IMAGE_AGES_MIN = [0, 5, 30];
/** Empty: only when it is too late for more than a second of grace. */
const SOFT_LIMITS = ['', '500Mi', '1Gi'];
const SOFT_GRACE = '30s';
const MEMORY = 'memory.available';

export function ConfigForm({ game, view, node }: { game: Game; view: Look; node: string }) {
  const config = kubeletSettingsOf(view, node);
  const desk = deskOf(game);
  const why = desk.whyNot({ verb: 'configureKubelet', node, config });
  const set = (change: Partial<KubeletSettings>) =>
    void desk.verb({ verb: 'configureKubelet', node, config: { ...config, ...change } });
  const setSoft = (limit: string) =>
    set({
      evictionSoft: limit === '' ? {} : { [MEMORY]: limit },
      evictionSoftGracePeriod: limit === '' ? {} : { [MEMORY]: SOFT_GRACE },
    });
  return (
    <fieldset class="framed" data-testid="kubelet-config" disabled={why !== null}>
      <legend>{t('kubeletConfig.title')}</legend>
      <p class="soft">{why === null ? t('kubeletConfig.hint') : refusalText(why)}</p>
      <label class="row">
        <input
          type="checkbox"
          data-testid="serialize-pulls"
          checked={config.serializeImagePulls}
          onChange={(event) => set({ serializeImagePulls: event.currentTarget.checked })}
        />
        {t('kubeletConfig.serialize')}
      </label>
      <label class="choice">
        <span>{t('kubeletConfig.imageAge')}</span>
        <select
          value={config.imageMaximumGCAgeTicks}
          onChange={({ currentTarget: { value } }) => set({ imageMaximumGCAgeTicks: Number(value) })}
        >
          {IMAGE_AGES_MIN.map((minutes) => (
            <option key={minutes} value={minutes * MINUTE}>
              {minutes === 0 ? t('kubeletConfig.never') : t('kubeletConfig.minutes', { minutes })}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>{t('kubeletConfig.soft')}</span>
        <select value={config.evictionSoft[MEMORY] ?? ''} onChange={({ currentTarget: { value } }) => setSoft(value)}>
          {SOFT_LIMITS.map((limit) => (
            <option key={limit} value={limit}>
              {limit === '' ? t('kubeletConfig.never') : t('kubeletConfig.below', { limit, grace: SOFT_GRACE })}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
