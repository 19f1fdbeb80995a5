/** Says when the line to the server is down, and what becomes of it. */
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { Icon } from '../panels/icon.tsx';

export function LinkBanner({ game }: { game: Game }) {
  const { link, pending } = game.connection;
  return (
    <span role="status" class="link-state">
      {link.value !== 'online' && (
        <span class="pill link-down" data-testid="link-state">
          <Icon name="warning" /> {t(`link.${link.value}`)}
        </span>
      )}
      {pending.value.length > 0 && <span class="pill">{t('game.sending', { count: pending.value.length })}</span>}
    </span>
  );
}
