/** One's own settings, folded away: words, sound, language, help. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../panels/icon.tsx';
import { LanguageButton } from '../pages/page.tsx';
import type { Dial, Game } from '../state/game.ts';
import { storage } from '../state/storage.ts';
import { openCodex } from './codex/door.ts';
import { HelpDialog } from './help.tsx';
import { SoundButton } from './sound-button.tsx';

const DIALS: readonly Dial[] = ['houses', 'kubernetes', 'yaml'];

export function SettingsMenu({ game }: { game: Game }) {
  const [isOpen, setOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const saved = DIALS.find((dial) => dial === storage.get('dial'));
    if (saved !== undefined) game.dial.value = saved;
  }, [game]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : place.current?.contains(event.target as Node))
        return;
      // What had the focus is hidden now.
      if (place.current?.contains(document.activeElement)) button.current?.focus();
      setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', leave);
    };
  }, [isOpen]);
  return (
    <div ref={place} class="settings">
      <button
        ref={button}
        type="button"
        class="small settings-button"
        aria-expanded={isOpen}
        aria-controls="settings"
        data-testid="settings"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="gear" />
        <span class="label">{t('game.settings')}</span>
      </button>
      <div id="settings" class="settings-body" hidden={!isOpen}>
        <label class="choice">
          <span>{t('game.dial')}</span>
          <select
            value={game.dial.value}
            data-testid="dial"
            onChange={(event) => {
              game.dial.value = event.currentTarget.value as Dial;
              storage.set('dial', game.dial.value);
            }}
          >
            {DIALS.map((dial) => (
              <option key={dial} value={dial}>
                {t(`dial.${dial}`)}
              </option>
            ))}
          </select>
        </label>
        <SoundButton />
        <LanguageButton />
        <button
          type="button"
          class="small"
          data-testid="help"
          onClick={() => {
            setOpen(false);
            setHelping(true);
          }}
        >
          {t('help.open')}
        </button>
        <button
          type="button"
          class="small"
          data-testid="codex-open"
          onClick={() => {
            setOpen(false);
            openCodex();
          }}
        >
          {t('codex.open')}
        </button>
      </div>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
    </div>
  );
}
