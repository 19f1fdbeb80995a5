/** What is seldom wanted, one press away: open from the start where everything is to be seen. */
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { fullView } from './preferences.ts';

export function More({ children, name }: { children: ComponentChildren; name?: string }) {
  return (
    <details class="more" open={fullView.value} data-testid="more">
      <summary>{name === undefined ? t('panel.more') : t('panel.moreOf', { name })}</summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
