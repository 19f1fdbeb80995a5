/** Code and QR stay within reach: there is always one more who comes late. */
import { useState } from 'preact/hooks';
import { renderSVG } from 'uqr';
import { t } from '../i18n/i18n.ts';
import { Dialog } from './dialog.tsx';
import { useOrigin } from './use-origin.ts';
import { Icon } from '../panels/icon.tsx';

export function JoinCorner({ code }: { code: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="small join-button"
        data-testid="show-code"
        title={t('game.showCode')}
        onClick={() => setOpen(true)}
      >
        <span class="visually-hidden">{t('game.showCode')} </span>
        <span class="mono">{code}</span> <Icon name="code" />
      </button>
      {isOpen && (
        <Dialog title={t('lobby.howToJoin')} onClose={() => setOpen(false)}>
          <JoinCode code={code} />
        </Dialog>
      )}
    </>
  );
}

export function JoinCode({ code }: { code: string }) {
  const address = `${useOrigin()}/join/${code}`;
  return (
    <div class="join-card">
      <p class="join-code" data-testid="join-code">
        {code}
      </p>
      <p>{address}</p>
      <div
        class="qr"
        role="img"
        aria-label={t('lobby.qr')}
        dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 1 }) }}
      />
    </div>
  );
}
