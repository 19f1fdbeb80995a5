/** The codex over the game. */
import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { t } from '../../i18n/i18n.ts';
import { Dialog } from '../dialog.tsx';
import { codexAt } from './door.ts';
import type { Codex } from './codex.tsx';

export function CodexDialog() {
  const at = codexAt.value;
  const [Body, setBody] = useState<ComponentType<Parameters<typeof Codex>[0]> | null>(null);
  useEffect(() => {
    if (at !== null) void import('./codex.tsx').then((module) => setBody(() => module.Codex));
  }, [at]);
  if (at === null) return null;
  const close = () => {
    codexAt.value = null;
  };
  return (
    <Dialog title={t('codex.title')} onClose={close}>
      {Body === null ? <p>{t('common.loading')}</p> : <Body key={at} entry={at} />}
    </Dialog>
  );
}
