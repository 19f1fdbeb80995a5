/** Sound is off until somebody wants it. */
import { t } from '../i18n/i18n.ts';
import { soundOn } from '../panels/preferences.ts';
import { play } from './sounds.ts';

export function SoundButton() {
  const flip = () => {
    soundOn.value = !soundOn.value;
    play('done');
  };
  return (
    <button type="button" class="small" aria-pressed={soundOn.value} data-testid="sound" onClick={flip}>
      {t(soundOn.value ? 'game.soundOn' : 'game.soundOff')}
    </button>
  );
}
