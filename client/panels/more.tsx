/** What is seldom wanted of something, one press away: open from the start where everything is to be seen. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { fullView } from './preferences.ts';

export function More({ children, name }: { children: ComponentChildren; name: string }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? fullView.value;
  const flip = (event: Event) => {
    event.preventDefault();
    setChosen(!isOpen);
  };
  return (
    <details class="more" open={isOpen} data-testid="more">
      <summary onClick={flip}>{t('panel.moreOf', { name })}</summary>
      {/* What is folded away is not drawn: a village has dozens of these. */}
      {isOpen && <div class="more-body">{children}</div>}
    </details>
  );
}
